"""What all sheets of the empty form have: title, help, headings, lock and print settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.forms.definition.model import HEADER_ROW, STAMP_CELL, STAMP_SHEET
from data.forms.writing.workbook import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.forms.definition.model import Column, Form, Sheet
    from data.forms.writing.workbook import FormWorkbook

_ALLOWED = {"format_columns": True, "format_rows": True, "insert_rows": True, "sort": True}
"""What a locked sheet lets people do: look at it their way, add rows in between, sort."""


def begin(book: FormWorkbook, form: Form, sheet: Sheet, headings: Sequence[str]) -> Any:
    """Write what all sheets have: title or stamp, help, headings, lock, print settings."""
    page = book.workbook.get_worksheet_by_name(sheet.title)
    for row in range(HEADER_ROW):
        for place in range(len(headings)):
            page.write_blank(row, place, None, book.look("help"))
    top = form.stamp if sheet.id == STAMP_SHEET else f"{sheet.title} ({form.stamp})"
    page.write_string(STAMP_CELL, top, book.look("stamp"))
    page.set_row(0, 22)
    page.merge_range(1, 0, 1, 2, sheet.help_lt, book.look("help"))
    page.set_row(1, 40)
    for place, heading in enumerate(headings):
        page.write_string(HEADER_ROW - 1, place, heading, book.look("heading"))
    page.protect("", _ALLOWED)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer(f"&L{form.stamp}&C&A&R&P / &N")
    return page


def comment(page: Any, row: int, place: int, column: Column) -> None:
    """Attach a column's whole help, in both languages, to its heading."""
    text = f"{column.help_lt}\n\n{column.title_en}. {column.help_en}"
    page.write_comment(row, place, text, {"author": AUTHOR, "x_scale": 2.4, "y_scale": 2.2})
