"""Looks for personal codes in every cell of a file, wherever they may have got to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.forms.values.identifiers import MASK, holds_personal_code
from data.forms.values.texts import text_of

if TYPE_CHECKING:
    from data.forms.checking.findings import Findings
    from data.forms.reading.book import Book
    from data.forms.values.texts import Raw

_SHORTER = 10
_PERHAPS = re.compile(r"[0-9](?:[ \u00a0\u202f/-]?[0-9]){10}")


def note_personal_codes(book: Book, findings: Findings) -> None:
    """Note each cell that holds a valid personal code; nothing more is said of such a cell."""
    for raw in book.sheets:
        for row, cells in enumerate(raw.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, str) and len(cell) <= _SHORTER:
                    continue
                if cell and _holds(cell):
                    findings.add("personal_code", raw.name, (row, column), MASK)
                    findings.spoil(raw.name, (row, column))


def _holds(cell: Raw) -> bool:
    if isinstance(cell, str):
        return bool(_PERHAPS.search(cell)) and holds_personal_code(cell)
    if isinstance(cell, (int, float)):
        return 10**10 <= cell < 10**11 and holds_personal_code(text_of(cell))
    return False
