"""A drawing that stands in a page, in the colours of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.ink import INK
from dashboard.charts.svg import Drawing

if TYPE_CHECKING:
    from dashboard.charts.series import ChartOptions


class PageDrawing(Drawing):
    """Has no ground and no title, as the page has both.

    Args:
        options: Its size.
        name: Its class.
    """

    def __init__(self, options: ChartOptions, name: str) -> None:
        super().__init__(options.width, options.height, "light", "")
        self.colours = dict(INK)
        self.root = Element("svg", {"class": name, "aria-hidden": "true"})
        self.root.set("viewBox", f"0 0 {options.width} {options.height}")

    def svg(self) -> str:
        """The picture as a part of HTML: the browser takes the colours that its look shows."""
        return tostring(self.root, encoding="unicode")
