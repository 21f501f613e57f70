"""What is drawn of a body, as native shapes: lines of text, rectangles, lines, a map as a group."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import fromstring

from pptx.enum.shapes import MSO_CONNECTOR

from dashboard.charts import palette
from dashboard.charts.framing import Area
from dashboard.charts.outlines import outlines
from dashboard.slides.drawing import draw_body
from dashboard.slides.drawing.outlined import Fit
from dashboard.slides.pptx.page import UNIT, describe, emu
from dashboard.slides.pptx.places import (
    ShapeLook,
    county_lines,
    cut_shape,
    hatched,
    place_shape,
    sign_text,
    solid,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from dashboard.slides.content import Body
    from dashboard.slides.pptx.page import PptxPage

SVG = "{http://www.w3.org/2000/svg}"
FIRST = 1000
"""Ids of shapes of maps begin here, beyond those of all others on a slide."""

_FITTED = re.compile(r"translate\((\S+) (\S+)\) scale\((\S+)\)")


@dataclass(frozen=True)
class MapsTold:
    """What maps are called and say to those who do not see them.

    Attributes:
        maps: In the order in which they are drawn, the name of each and what it shows.
        places: By code, the name of each municipality and its figure, if it is told.
    """

    maps: tuple[tuple[str, str], ...] = ()
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def add_drawn(page: PptxPage, body: Body, area: Area, told: MapsTold) -> None:
    """A body as it is drawn on screen.

    Args:
        page: Where to.
        body: What.
        area: Where it stands on the slide.
        told: What is said of its maps, if it has any.
    """
    root = fromstring(draw_body(body, area.width, area.height, shared=True, look=page.look))  # noqa: S314 - made here
    maps = 0
    for item in root:
        kind = item.tag.removeprefix(SVG)
        if kind == "text":
            _text(page, item, area)
        elif kind == "rect":
            _rect(page, item, area)
        elif kind == "line":
            _stroke(page, item, area)
        elif kind == "svg":
            group = _map(page, item, area, told.places, FIRST * (maps + 1))
            describe(group, *told.maps[maps])
            maps += 1


def _number(item: Element, name: str) -> float:
    return float(item.get(name, 0))


def _text(page: PptxPage, item: Element, area: Area) -> None:
    if not (item.text or "").strip():
        return
    page.line(
        area.left + _number(item, "x"),
        area.top + _number(item, "y"),
        item.text or "",
        _number(item, "font-size"),
        fill=item.get("fill"),
        bold=item.get("font-weight") == "bold",
        anchor=item.get("text-anchor"),
    )


def _rect(page: PptxPage, item: Element, area: Area) -> None:
    placed = Area(
        area.left + _number(item, "x"),
        area.top + _number(item, "y"),
        _number(item, "width"),
        _number(item, "height"),
    )
    fill = item.get("fill", "")
    is_hatched = fill.startswith("url(")
    thick = _number(item, "stroke-width")
    made = page.rect(placed, "" if is_hatched else fill, item.get("stroke", ""), thick)
    if item.get("fill-opacity"):
        page.filled(made, fill, opaque=_number(item, "fill-opacity"))
    if is_hatched:
        made.fill.patterned()
        made.fill.fore_color.rgb = page.rgb(palette.UNKNOWN_LINES)
        made.fill.back_color.rgb = page.rgb(palette.UNKNOWN_GROUND)


def _stroke(page: PptxPage, item: Element, area: Area) -> None:
    ends = [area.left, area.top, area.left, area.top]
    for at, name in enumerate(("x1", "y1", "x2", "y2")):
        ends[at] += _number(item, name)
    made = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(emu, ends))
    page.edged(made, item.get("stroke", ""), _number(item, "stroke-width"))


def _map(
    page: PptxPage, item: Element, area: Area, told: Mapping[str, tuple[str, str]], first: int
) -> Any:
    """The municipalities as one group, those of the deck on top; what is clipped is cut."""
    group, found = next(iter(item.iter(f"{SVG}g"))), None
    found = _FITTED.fullmatch(group.get("transform", ""))
    if found is None:
        raise ValueError("a map without its place")
    frame = Area(*(_number(item, name) for name in ("x", "y", "width", "height")))
    right, down, scale = map(float, found.groups())
    fit = Fit(scale, area.left + frame.left + right, area.top + frame.top + down)
    grouped = page.shapes.add_group_shape()
    edges = (area.left + frame.left, area.top + frame.top, frame.width, frame.height)
    for shape in _shapes(page, item, told, fit, first, edges):
        grouped._element.append(shape)  # noqa: SLF001 - shapes are made as XML
    _extend(grouped, edges)
    return grouped


def _shapes(
    page: PptxPage,
    item: Element,
    told: Mapping[str, tuple[str, str]],
    fit: Fit,
    first: int,
    edges: tuple[float, float, float, float],
) -> list[Any]:
    """Municipalities, then the counties' lines, then those of the deck with their outlines."""
    own = {each.get("data-code", "") for each in item.iter() if each.get("class") == "ring"}
    fills = {
        each.get("data-code", ""): each.get("fill", "")
        for each in item.iter()
        if each.get("class") == "place"
    }
    signs = {
        each.get("data-code", ""): each.text or ""
        for each in item.iter()
        if each.get("class") == "sign"
    }
    window = _window(fit, edges)
    thin = ShapeLook("", str(page.rgb(palette.LINE_COLOUR)), 9525)
    thick = ShapeLook("", str(page.rgb(palette.NAME_COLOUR)), 28575)
    made = []
    for number, (code, fill) in enumerate(sorted(fills.items(), key=lambda each: each[0] in own)):
        look = (thick if code in own else thin)._replace(fill=_fill(page, fill))
        shape = (
            place_shape(code, fit, look, first + number)
            if _is_inside(outlines(small=True).boxes[code], window)
            else cut_shape(code, window, fit, look, first + number)
        )
        if shape is None:
            continue
        _name(shape, *told.get(code, (code, "")))
        if signs.get(code):
            shape.append(sign_text(signs[code], str(page.rgb(palette.NAME_COLOUR))))
        made.append(shape)
    if all(_is_inside(box, window) for box in outlines(small=True).boxes.values()):
        line = ShapeLook("<a:noFill/>", str(page.rgb(palette.COUNTY_COLOUR)), 12700)
        lines = county_lines(fit, line, first + len(fills))
        made.insert(len(fills) - len(own), lines)
    return made


def _window(fit: Fit, edges: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """What of the map is seen, in its own units."""
    left, top, wide, tall = edges
    return (
        round((left - fit.left) / fit.scale),
        round((top - fit.top) / fit.scale),
        round((left + wide - fit.left) / fit.scale),
        round((top + tall - fit.top) / fit.scale),
    )


def _is_inside(box: tuple[int, int, int, int], window: tuple[int, int, int, int]) -> bool:
    slack = 2  # the country fills its frame to the last unit
    return (
        box[0] >= window[0] - slack
        and box[1] >= window[1] - slack
        and box[2] <= window[2] + slack
        and box[3] <= window[3] + slack
    )


def _fill(page: PptxPage, fill: str) -> str:
    if fill.startswith("url("):
        return hatched(str(page.rgb(palette.UNKNOWN_LINES)), str(page.rgb(palette.UNKNOWN_GROUND)))
    return solid(str(page.rgb(fill)))


def _name(shape: Any, name: str, text: str) -> None:
    found = shape[0][0]
    found.set("name", name)
    found.set("descr", f"{name}: {text}" if text else name)


def _extend(group: Any, edges: tuple[float, float, float, float]) -> None:
    """A group as large as its frame, in the slide's own units."""
    left, top, wide, tall = (round(each * UNIT) for each in edges)
    xfrm = group._element.grpSpPr.get_or_add_xfrm()  # noqa: SLF001 - it has no other way
    for offset in (xfrm.get_or_add_off(), xfrm.get_or_add_chOff()):
        offset.x, offset.y = left, top
    for extent in (xfrm.get_or_add_ext(), xfrm.get_or_add_chExt()):
        extent.cx, extent.cy = wide, tall
