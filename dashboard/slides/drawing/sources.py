"""Sources and method, and a code to take home."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from dashboard.charts.blocks import block
from dashboard.charts.lettering import cut
from dashboard.charts.svg import add
from dashboard.slides.stage import LETTER, SMALLER

if TYPE_CHECKING:
    from dashboard.slides.content import SourcesBody
    from dashboard.slides.drawing.sheet import StageSheet

SIZES = (38, 35, 32, LETTER, 27, 24, *SMALLER)
CODE, GAP = 360.0, 60.0
"""Side of the code with the white around it, and room beside it."""


def draw_sources(sheet: StageSheet, body: SourcesBody) -> None:
    """Paragraphs at the left, the code at the right, its address at the foot, where it has room."""
    room = sheet.width - (CODE + GAP if body.address else 0)
    tall = sheet.height - (2 * LETTER if body.address else 0)
    tried = [[block(text, room, size, gap=0.6 * size) for text in body.paragraphs]
             for size in SIZES]  # fmt: skip
    fits = (each for each in tried if sum(item.height for item in each) <= tall)
    y = 0.0
    for item in next(fits, tried[-1]):
        if y + item.height - item.gap > tall:
            break
        y = sheet.block(0, y, item)
    if body.address:
        _code(sheet, body)


def _code(sheet: StageSheet, body: SourcesBody) -> None:
    import segno  # noqa: PLC0415 - only decks need it

    left = sheet.width - CODE
    add(sheet.root, "rect", x=left, y=0, width=CODE, height=CODE, fill="#ffffff")
    svg = BytesIO()
    made = segno.make(body.address, error="l", boost_error=True, micro=False)
    made.save(svg, kind="svg", border=2, xmldecl=False, svgns=False, svgclass=None, lineclass=None)
    (path,) = fromstring(svg.getvalue()).iter("path")  # noqa: S314 - made here
    side = made.symbol_size(border=2)[0]
    group = add(sheet.root, "g", transform=f"translate({left:.1f} 0) scale({CODE / side:.4f})")
    path.set("stroke", "#000000")
    group.append(path)
    short = cut(body.short, sheet.width, LETTER)
    sheet.text(sheet.width, sheet.height - 0.4 * LETTER, short, LETTER, text_anchor="end")
