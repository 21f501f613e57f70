"""Where the layers of a map are drawn, and how wide a pixel is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.hatch import add_hatch
from dashboard.charts.palette import UNKNOWN_COLOUR
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


HATCH = "no-data-map"
"""Id of the hatching of a map, whose units are not pixels."""


@dataclass(frozen=True)
class Canvas:
    """Where layers are drawn.

    Attributes:
        parent: Its units are those of `charts.projection`.
        pixel: Units in a pixel.
        steady: Whether lines keep their width whatever the size, as in a page.
        small: Coarse outlines.
    """

    parent: Element
    pixel: float
    steady: bool = False
    small: bool = False

    def px(self, width: float) -> str:
        """The width of a line of so many pixels."""
        return f"{width if self.steady else width * self.pixel:.3g}"

    def group(self, name: str, **attributes: object) -> Element:
        """A layer, which scripts find by its class."""
        return add(self.parent, "g", class_=name, **attributes)

    def shape(self, group: Element, tag: str, **attributes: object) -> Element:
        """A shape of a layer; steadiness is not inherited, so each shape has to say it."""
        steady = {"vector_effect": "non-scaling-stroke"} if self.steady else {}
        return add(group, tag, **steady, **attributes)

    def hatch(self) -> None:
        """Makes the hatching that shapes without a figure are filled with."""
        add_hatch(self.parent, HATCH, self.pixel)

    def fill(self, colour: str) -> str:
        """A colour as shapes of a map have it."""
        return f"url(#{HATCH})" if colour == UNKNOWN_COLOUR else colour
