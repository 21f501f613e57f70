"""A table that a room can read: columns as wide as their texts need, marks with signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.lettering import cut, width
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.slides.content import Cell, TableBody
    from dashboard.slides.drawing.sheet import StageSheet

TALLEST = 66.0
GAP = 26.0
MARK = 1.15
"""Width of a mark, in the size of the letters."""


def draw_table(sheet: StageSheet, body: TableBody) -> None:
    """Heads, a line, then the rows."""
    rows, foot = len(body.rows) + 1, 1.4 * LETTER if body.rest else 0.0
    row = min(TALLEST, (sheet.height - foot) / rows)
    size = max(LETTER, min(0.6 * row, 36.0))
    lefts, rooms = _columns(sheet, body, size)
    for left, room, head in zip(lefts, rooms, body.head, strict=True):
        text = cut(head, room, LETTER, bold=True)
        sheet.text(left, row - 0.35 * LETTER, text, LETTER, fill=ink.MUTED, font_weight="bold")
    for number, cells in enumerate(body.rows, 1):
        top = number * row
        add(sheet.root, "path", fill="none", stroke=ink.TEXT if number == 1 else ink.LINE,
            stroke_width=3 if number == 1 else 1.5,
            d=f"M0 {top:.1f}H{sheet.width:.1f}")  # fmt: skip
        for left, room, cell in zip(lefts, rooms, cells, strict=True):
            _cell(sheet, cell, (left, top + row / 2), room, size)
    if body.rest:
        rest = cut(body.rest, sheet.width, LETTER)
        sheet.text(0, sheet.height - 0.3 * LETTER, rest, LETTER, fill=ink.MUTED)


def _columns(sheet: StageSheet, body: TableBody, size: float) -> tuple[list[float], list[float]]:
    """Lefts and widths: the first column gives way where there is too little room."""
    wanted = [
        max([width(head, LETTER, bold=True), *(_wide(cells[at], size) for cells in body.rows)])
        for at, head in enumerate(body.head)
    ]
    free = sheet.width - sum(wanted) - GAP * (len(wanted) - 1)
    wanted[0] = max(0.3 * sheet.width, wanted[0] + min(free, 0)) if free < 0 else wanted[0] + free
    over = sum(wanted) + GAP * (len(wanted) - 1) - sheet.width
    if over > 0:
        others = sum(wanted[1:])
        wanted[1:] = [each - over * each / others for each in wanted[1:]]
    lefts = [sum(wanted[:at]) + GAP * at for at in range(len(wanted))]
    return lefts, wanted


def _wide(cell: Cell, size: float) -> float:
    return width(cell.text, size) + ((MARK + 0.4) * size if cell.colour else 0)


def _cell(sheet: StageSheet, cell: Cell, at: tuple[float, float], room: float, size: float) -> None:
    (x, middle), beside = at, 0.0
    base = middle + 0.36 * size
    if cell.colour:
        beside = (MARK + 0.4) * size
        side = MARK * size
        add(sheet.root, "rect", x=x, y=middle - side / 2, width=side, height=side, rx=0.2 * size,
            fill=cell.colour)  # fmt: skip
        look = {"fill": ink.GROUND, "text_anchor": "middle", "font_weight": "bold"}
        sheet.text(x + side / 2, middle + 0.33 * size, cell.glyph, 0.9 * size, **look)
    sheet.text(x + beside, base, cut(cell.text, room - beside, size), size)
