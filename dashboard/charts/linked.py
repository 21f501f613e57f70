"""Links within pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def linked(parent: Element, path: str) -> Element:
    """A link within a picture that is hidden from those who hear: they have the page's own."""
    found = add(parent, "a", href=path, tabindex=-1)
    found.set("data-stay", "")
    return found
