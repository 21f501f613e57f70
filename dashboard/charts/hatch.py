"""The hatching of what has no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EVERY_PX, THICK_PX = 6.0, 1.8
"""From line to line, and how thick they are."""


def add_hatch(parent: Element, name: str, pixel: float) -> None:
    """A pattern that shapes refer to as `url(#name)`.

    Args:
        parent: Whose children may refer to it.
        name: Its id.
        pixel: Units in a pixel, where it is used.
    """
    side = round(EVERY_PX * pixel, 1)
    pattern = add(parent, "pattern", id=name, width=side, height=side)
    pattern.set("patternUnits", "userSpaceOnUse")
    pattern.set("patternTransform", "rotate(45)")
    add(pattern, "rect", width=side, height=side, fill=palette.UNKNOWN_GROUND)
    add(pattern, "rect", width=THICK_PX * pixel, height=side, fill=palette.UNKNOWN_LINES)
