"""A record sheet of the empty form: one row a field, with its help beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.definition.model import FIRST_DATA_ROW, HELP_ROW
from data.forms.writing.entry_rules import entry_rule, missing_rule
from data.forms.writing.page import begin, comment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.forms.definition.model import Form, Sheet
    from data.forms.writing.workbook import FormWorkbook


def write_record(
    book: FormWorkbook,
    form: Form,
    sheet: Sheet,
    lists: Mapping[str, str],
    known: Mapping[str, object],
) -> None:
    """Write a sheet with one row a field: label, value, help.

    Args:
        book: the workbook, with the sheet added.
        form: the form.
        sheet: the record sheet.
        lists: ranges of the hidden sheet by list.
        known: values to fill in, by column id.
    """
    page = begin(book, form, sheet, ["Laukas", "Įrašykite", "Paaiškinimas"])
    for place, characters in enumerate((36, 44, 90)):
        page.set_column(place, place, characters)
    page.set_row(HELP_ROW - 1, 6)
    for index, column in enumerate(sheet.columns):
        row = FIRST_DATA_ROW - 1 + index
        page.set_row(row, 34)
        page.write_string(row, 0, column.heading, book.heading(column))
        comment(page, row, 0, column)
        page.write(row, 1, known.get(column.id), book.cell(column, framed=True))
        page.write_string(row, 2, column.help_lt, book.look("field help"))
        rule, missing = entry_rule(sheet, column, form, lists), missing_rule(sheet, column)
        if rule:
            page.data_validation(row, 1, row, 1, rule)
        if missing:
            page.conditional_format(row, 1, row, 1, book.mark(missing))
    page.freeze_panes(FIRST_DATA_ROW - 1, 1)
