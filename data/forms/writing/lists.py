"""The hidden sheet of the empty form: every code list that a drop-down shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.definition.codes import choices, choices_id
from data.forms.definition.model import LISTS_SHEET

if TYPE_CHECKING:
    from data.forms.definition.model import Form
    from data.forms.writing.workbook import FormWorkbook


def write_lists(book: FormWorkbook, form: Form) -> dict[str, str]:
    """Write every list that drop-downs need on the hidden sheet.

    Returns:
        The range of the labels by the name of the list, as a validation takes it.
    """
    page = book.workbook.add_worksheet(LISTS_SHEET)
    ranges: dict[str, str] = {}
    for column in (column for sheet in form.sheets for column in sheet.columns):
        name = choices_id(column)
        if name is None or name in ranges:
            continue
        place = len(ranges)
        labels = [each.label_lt for each in choices(column)]
        page.write_column(0, place, [name, *labels])
        letter = chr(ord("A") + place)
        ranges[name] = f"='{LISTS_SHEET}'!${letter}$2:${letter}${len(labels) + 1}"
    page.protect()
    page.hide()
    return ranges
