"""A table of the document in Word: figures to the right, a head on each page, widths by texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.analysis.docx_look import element, small

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisTable

STYLE = "Light Shading"
LONGEST = 42
"""Letters that a column makes room for in one line, if there is room."""


def add_table(file: Any, table: AnalysisTable, wide_mm: float) -> None:
    """Adds a table to the end of a document."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    made = file.add_table(rows=1 + len(table.rows), cols=len(table.head))
    made.style, made.autofit = STYLE, False
    widths = [Mm(wide_mm * share) for share in shares(table)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, (line, texts) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
        for cell, text, numeric, width in zip(
            line.cells, texts, table.numeric, widths, strict=True
        ):
            cell.width = width
            holder = cell.paragraphs[0]
            small(holder, text, bold=number == 0)
            holder.paragraph_format.space_after = 0
            if numeric:
                holder.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        element(line._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
    element(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001


def shares(table: AnalysisTable) -> list[float]:
    """What part of the width each column gets: its longest word, and as far as can be its texts."""
    wanted = []
    for head, *texts in zip(table.head, *table.rows, strict=True):
        word = max(len(word) for text in (head, *texts) for word in text.split(" ") or [""])
        line = max((len(text) for text in texts), default=0)
        wanted.append(max(word + 2, min(line, LONGEST)))
    return [each / sum(wanted) for each in wanted]
