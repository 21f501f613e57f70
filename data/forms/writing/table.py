"""A table sheet of the empty form: headings in a row, as many rows below as a clerk needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.errors import suggestion
from data.forms.definition.codes import choices
from data.forms.definition.errors import FormError
from data.forms.definition.model import FIRST_DATA_ROW, HEADER_ROW, HELP_ROW
from data.forms.writing.entry_rules import LAST_ROW, entry_rule, letters, missing_rule
from data.forms.writing.page import begin, comment
from data.forms.writing.workbook import width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.forms.definition.model import Column, Form, Sheet
    from data.forms.writing.recipients import Recipient
    from data.forms.writing.workbook import FormWorkbook

_MARKED_ROWS = 5_000
"""Rows in which missing cells are marked; beyond them only the check tells."""


def write_table(
    book: FormWorkbook,
    form: Form,
    sheet: Sheet,
    lists: Mapping[str, str],
    recipients: Sequence[Recipient],
) -> None:
    """Write a sheet with headings in a row: help above them, data below.

    Args:
        book: the workbook, with the sheet added.
        form: the form.
        sheet: the table sheet.
        lists: ranges of the hidden sheet by list.
        recipients: to fill in, one a row.
    """
    page = begin(book, form, sheet, [column.heading for column in sheet.columns])
    page.set_row(HELP_ROW - 1, 84)
    page.set_row(HEADER_ROW - 1, 34)
    for place, column in enumerate(sheet.columns):
        # The column's format reaches down to the last row, so a long table needs no other form.
        page.set_column(place, place, width(column), book.cell(column))
        page.write_string(HELP_ROW - 1, place, column.help_lt, book.look("column help"))
        page.write_string(HEADER_ROW - 1, place, column.heading, book.heading(column))
        comment(page, HEADER_ROW - 1, place, column)
        _guard(book, page, form, sheet, column, lists)
    for row, recipient in enumerate(recipients, start=FIRST_DATA_ROW - 1):
        _fill_in(book, page, row, sheet, recipient)
    page.freeze_panes(FIRST_DATA_ROW - 1, 2 if sheet.id == "allocations" else 1)
    page.repeat_rows(HEADER_ROW - 1)


def _guard(
    book: FormWorkbook,
    page: Any,
    form: Form,
    sheet: Sheet,
    column: Column,
    lists: Mapping[str, str],
) -> None:
    """Put a column's rules on all its cells: what may be typed, what is still missing."""
    letter = letters(sheet, column)
    rule, missing = entry_rule(sheet, column, form, lists), missing_rule(sheet, column)
    if rule:
        page.data_validation(f"{letter}{FIRST_DATA_ROW}:{letter}{LAST_ROW}", rule)
    if missing:
        marked = f"{letter}{FIRST_DATA_ROW}:{letter}{FIRST_DATA_ROW + _MARKED_ROWS - 1}"
        page.conditional_format(marked, book.mark(missing))


def _fill_in(book: FormWorkbook, page: Any, row: int, sheet: Sheet, recipient: Recipient) -> None:
    """Write what is known of a recipient; codes as the words that the drop-downs show."""
    for place, column in enumerate(sheet.columns):
        value = getattr(recipient, column.id, None)
        if value is None:
            continue
        labels = {each.code: each.label_lt for each in choices(column)}
        if labels and value not in labels:
            near = suggestion(value, labels)
            raise FormError(f"{recipient.code}: unknown {column.id} {value!r}{near}")
        page.write_string(row, place, labels.get(value, value), book.cell(column))
