"""What is seen of slides, drawn as svg; one module a body."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.lettering import PICTURE_FONT
from dashboard.charts.palette import settle
from dashboard.slides.content import (
    BarsBody,
    LinesBody,
    MapBody,
    MapsBody,
    NumberBody,
    SourcesBody,
    TableBody,
    WordsBody,
)
from dashboard.slides.drawing.bars import draw_bars
from dashboard.slides.drawing.lines import draw_lines
from dashboard.slides.drawing.map import draw_map_body
from dashboard.slides.drawing.maps import draw_maps
from dashboard.slides.drawing.number import draw_number
from dashboard.slides.drawing.outlined import shared_outlines
from dashboard.slides.drawing.sheet import StageSheet
from dashboard.slides.drawing.sources import draw_sources
from dashboard.slides.drawing.table import draw_table
from dashboard.slides.drawing.words import draw_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from dashboard.slides.content import Body

__all__ = ["draw_body", "shared_outlines"]

_DRAW: dict[type[Any], Callable[[StageSheet, Any], None]] = {
    WordsBody: draw_words,
    NumberBody: draw_number,
    MapBody: draw_map_body,
    MapsBody: draw_maps,
    BarsBody: draw_bars,
    LinesBody: draw_lines,
    TableBody: draw_table,
    SourcesBody: draw_sources,
}


def draw_body(
    body: Body, width: float, height: float, *, shared: bool = False, look: str | None = None
) -> str:
    """What is seen of a slide.

    The same input gives the same bytes.

    Args:
        body: What.
        width: In units of the stage.
        height: The same.
        shared: Whether outlines of municipalities are those of `shared_outlines`, which stands once
            in the same document; else they stand in the svg.
        look: `light` or `dark`, for an svg that leaves the page; None keeps pairs of colours.

    Returns:
        An svg without size whose viewBox has that width and height.
    """
    root = Element("svg", {"class": "slide-svg", "viewBox": f"0 0 {width:.0f} {height:.0f}"})
    root.set("aria-hidden", "true")
    root.set("font-family", PICTURE_FONT)
    if look:
        root.set("xmlns", "http://www.w3.org/2000/svg")
    _DRAW[type(body)](StageSheet(root, width, height, shared=shared), body)
    if look:
        settle(root, look)
    return tostring(root, encoding="unicode")
