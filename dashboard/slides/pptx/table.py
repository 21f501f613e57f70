"""Tables as native ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.text import MSO_ANCHOR

from dashboard.charts.lettering import width
from dashboard.slides import ink
from dashboard.slides.pptx.page import emu
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from dashboard.charts.framing import Area
    from dashboard.slides.content import Cell, TableBody
    from dashboard.slides.pptx.page import PptxPage

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Of a table without fills and lines, by its name among PowerPoint's styles."""

MARK = "■"
TALLEST = 66.0


def add_table(page: PptxPage, body: TableBody, area: Area) -> Any:
    """Heads in bold, marks in their colours."""
    rows = len(body.rows) + 1
    row = min(TALLEST, area.height / rows)
    frame = page.shapes.add_table(
        rows, len(body.head), emu(area.left), emu(area.top), emu(area.width), emu(row * rows)
    )
    table = frame.table
    table._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE  # noqa: SLF001 - it has no other way
    for number, share in enumerate(_shares(body)):
        table.columns[number].width = emu(area.width * share)
    for number in range(rows):
        table.rows[number].height = emu(row)
    for column, head in enumerate(body.head):
        _write(page, table.cell(0, column), [(head, ink.MUTED, True)])
    for line, cells in enumerate(body.rows, 1):
        for column, cell in enumerate(cells):
            _write(page, table.cell(line, column), _parts(cell))
    return frame


def _parts(cell: Cell) -> list[tuple[str, str, bool]]:
    mark = [(f"{cell.glyph or MARK} ", cell.colour, True)] if cell.colour else []
    return [*mark, (cell.text, ink.TEXT, False)]


def _write(page: PptxPage, cell: Any, parts: list[tuple[str, str, bool]]) -> None:
    cell.margin_left = cell.margin_right = emu(6)
    cell.margin_top = cell.margin_bottom = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for text, fill, bold in parts:
        page.run(cell.text_frame.paragraphs[0], text, LETTER, fill=fill, bold=bold)


def _shares(body: TableBody) -> list[float]:
    """Of the width, by the longest text of each column."""
    longest = [
        max(width(text, 1) for text in (head, *(row[at].text for row in body.rows))) + 1
        for at, head in enumerate(body.head)
    ]
    return [each / sum(longest) for each in longest]
