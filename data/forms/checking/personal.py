"""Looks for personal data in every cell and comment of a file, wherever they may have got to.

What can be told by its signs is a personal code, an e-mail address, a telephone number. The form
asks for one address, the office's shared one, which is kept with the form and never published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.headings import heading_text, wanted
from data.forms.definition.model import LABEL_COLUMN, VALUE_COLUMN
from data.forms.definition.read import load_form
from data.forms.reading.book import column_number
from data.forms.values.identifiers import MASK, holds_personal_code, private_kind
from data.forms.values.texts import fold, text_of

if TYPE_CHECKING:
    from data.forms.checking.findings import Findings
    from data.forms.checking.mapping import ColumnMap
    from data.forms.reading.book import RawBook, RawSheet
    from data.forms.values.texts import Raw

CONTACT = "contact"
"""The field of sheet form that an e-mail address belongs in."""

_SHORTER = 6
_LABEL, _VALUE = column_number(LABEL_COLUMN), column_number(VALUE_COLUMN)


def note_personal_data(book: RawBook, mapped: ColumnMap, findings: Findings) -> None:
    """Note each cell and comment that holds personal data; nothing more is said of such a cell."""
    for raw in book.sheets:
        asked = _asked(raw, mapped)
        for row, cells in enumerate(raw.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, str) and len(cell) <= _SHORTER:
                    continue
                if (
                    cell
                    and (kind := _kind(cell))
                    and not (kind == "contact_data" and (row, column) in asked)
                ):
                    findings.add(kind, raw.name, (row, column), MASK)
                    findings.spoil(raw.name, (row, column))
        for place, said in raw.comments.items():
            if private_kind(said, words=True):
                findings.add("comment_personal", raw.name, place, MASK)


def _kind(cell: Raw) -> str | None:
    if isinstance(cell, str):
        return private_kind(cell)
    if isinstance(cell, (int, float)):
        code = 10**10 <= cell < 10**11 and holds_personal_code(text_of(cell))
        return "personal_code" if code else None
    return None


def _asked(raw: RawSheet, mapped: ColumnMap) -> set[tuple[int, int]]:
    """Return the cells beside the label of the field that an address belongs in."""
    form = load_form().sheet("form")
    if fold(raw.name) not in {fold(name) for name in (form.id, form.title, form.title_en)}:
        return set()
    keys = wanted(form, mapped)
    return {
        (row, _VALUE)
        for row in range(1, len(raw.rows) + 1)
        if keys.get(fold(heading_text(raw.raw(row, _LABEL)))) == CONTACT
    }
