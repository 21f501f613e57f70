"""Municipalities as shapes of PowerPoint: their outlines written once, placed and coloured anew."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from dashboard.charts.clipping import clipped
from dashboard.charts.outlines import outlines
from dashboard.slides.pptx.page import POINT, UNIT
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.charts.clipping import Point
    from dashboard.slides.drawing.outlined import Fit

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
SHAPE = (
    f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{{id}}" name=""/><p:cNvSpPr/>'
    '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'
    "</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{w}" h="{h}"{open}>{path}</a:path>'
    '</a:pathLst></a:custGeom>{fill}<a:ln w="{line}"><a:solidFill><a:srgbClr val="{stroke}"/>'
    "</a:solidFill><a:round/></a:ln></p:spPr></p:sp>"
)
TEXT = (
    f'<p:txBody xmlns:p="{P}" xmlns:a="{A}"><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" '
    'bIns="0" anchor="ctr"/><a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="{size}" b="1">'
    '<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:rPr><a:t>{sign}</a:t></a:r></a:p>'
    "</p:txBody>"
)
_MOVES = re.compile(r"M(-?\d+) (-?\d+)l([-\d ]*)")
_NUMBERS = re.compile(r"-?\d+")


class ShapeLook(NamedTuple):
    """Fill as XML, colour of the outline, and its width in EMU."""

    fill: str
    stroke: str
    line: int


def solid(colour: str) -> str:
    """A fill of one colour, `rrggbb`."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def hatched(lines: str, ground: str) -> str:
    """The fill of what has no figure."""
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{lines}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{ground}"/></a:bgClr></a:pattFill>'
    )


def sign_text(sign: str, colour: str) -> Any:
    """The sign of a state, in the middle of its municipality."""
    size = round(LETTER * POINT * 100)
    return etree.fromstring(TEXT.format(sign=sign, colour=colour, size=size))


def place_shape(code: str, fit: Fit, look: ShapeLook, number: int) -> Any:
    """A municipality as a freeform."""
    box, path = _place(code)
    return _shape(box, path, fit, look, number)


def cut_shape(
    code: str, frame: tuple[int, int, int, int], fit: Fit, look: ShapeLook, number: int
) -> Any:
    """What of a municipality lies within a frame in units of the map; None where nothing does."""
    rings = [ring for ring in (clipped(each, frame) for each in _rings(code)) if ring]
    if not rings:
        return None
    box = _box(rings)
    return _shape(box, _closed(rings, box), fit, look, number)


def county_lines(fit: Fit, look: ShapeLook, number: int) -> Any:
    """The lines of all counties in one shape, open."""
    lines = _county_lines()
    box = _box(lines)
    return _shape(box, "".join(_line(line, box) for line in lines), fit, look, number, open_=True)


def _shape(
    box: tuple[int, int, int, int],
    path: str,
    fit: Fit,
    look: ShapeLook,
    number: int,
    *,
    open_: bool = False,
) -> Any:
    left, top, right, bottom = box
    unit = fit.scale * UNIT
    text = SHAPE.format(
        id=number,
        x=round(fit.left * UNIT + left * unit),
        y=round(fit.top * UNIT + top * unit),
        cx=max(1, round((right - left) * unit)),
        cy=max(1, round((bottom - top) * unit)),
        w=right - left,
        h=bottom - top,
        open=' fill="none"' if open_ else "",
        path=path,
        **look._asdict(),
    )
    return etree.fromstring(text)


@cache
def _place(code: str) -> tuple[tuple[int, int, int, int], str]:
    """Box and path of a municipality."""
    rings = _rings(code)
    box = _box(rings)
    return box, _closed(rings, box)


def _rings(code: str) -> list[list[Point]]:
    return outlines(small=True).rings[code]


def _box(rings: Iterable[Sequence[Point]]) -> tuple[int, int, int, int]:
    across, down = zip(*(point for ring in rings for point in ring), strict=True)
    return min(across), min(down), max(across), max(down)


def _closed(rings: Iterable[Sequence[Point]], box: tuple[int, int, int, int]) -> str:
    return "".join(f"{_line(ring[:-1], box)}<a:close/>" for ring in rings)


def _line(points: Sequence[Point], box: tuple[int, int, int, int]) -> str:
    """Points as moves of a path, from the corner of its box."""
    texts = [f'<a:pt x="{x - box[0]}" y="{y - box[1]}"/>' for x, y in points]
    further = "".join(f"<a:lnTo>{text}</a:lnTo>" for text in texts[1:])
    return f"<a:moveTo>{texts[0]}</a:moveTo>{further}"


@cache
def _county_lines() -> list[list[Point]]:
    """The lines of the counties as points, from their path data."""
    found = []
    for x, y, moves in _MOVES.findall(outlines(small=True).counties):
        line = [(int(x), int(y))]
        numbers = [int(text) for text in _NUMBERS.findall(moves)]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            line.append((line[-1][0] + right, line[-1][1] + down))
        found.append(line)
    return found
