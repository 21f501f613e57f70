"""Which rows under the headings are data, and which are blank, notes or sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.forms.checking.problems import both
from data.forms.values.texts import fold, is_empty, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.forms.checking.findings import Findings
    from data.forms.definition.model import Sheet
    from data.forms.reading.book import RawSheet

_TOTALS = (
    "is viso ", "viso ", "suma ", "bendra suma ", "is ju ", "tarpine suma ", "total ",
    "grand total ", "subtotal ", "sum ",
)  # fmt: skip
_NOTE_CELLS = 2
_AMOUNT = re.compile(
    r"(?<![\w.,-])(?:"
    r"\d[\d\s]*(?:[.,]\d+)?\s*(?:€|eur|tūkst|mln)"  # whatever is called money
    r"|\d{1,3}(?:\s\d{3})+(?!\d)|\d{5,}(?!\w)|\d+[.,]\d{2}(?![\w.,-]))",
    re.IGNORECASE,
)
"""An amount in a sentence; years, days and short numbers are none."""

_NUMBERS = frozenset({"amount", "whole", "share", "date", "year"})


def data_rows(
    sheet: Sheet, raw: RawSheet, header: int, columns: Mapping[str, int], findings: Findings
) -> list[int]:
    """Return the numbers of the rows that hold data.

    Blank rows are passed over, and rows of sums with a remark, wherever they stand. At the end of
    the table notes are passed over too.

    Args:
        sheet: the form's sheet.
        raw: the file's sheet.
        header: number of the row of headings.
        columns: where each column is, from 1.
        findings: told of rows of sums.
    """
    failed = {row for row, _ in raw.errors}
    places = sorted(columns.values())
    rows = [
        number
        for number in range(header + 1, len(raw.rows) + 1)
        if number in failed or any(not is_empty(raw.raw(number, at)) for at in places)
    ]
    totals = [
        (row, total)
        for row in rows
        if (total := _total(sheet, raw, row, columns)) and _only_sums(sheet, raw, row, columns)
    ]
    rows = [row for row in rows if row not in dict(totals)]
    while rows:
        last = rows[-1]
        apart = (len(rows) > 1 and rows[-2] < last - 1) or rows == [last]
        if total := _total(sheet, raw, last, columns):
            totals.append((last, total))
        elif last in failed or not _is_note(sheet, raw, last, columns, apart=apart):
            break
        rows.pop()
    for place in sorted(totals):
        sums = both("advice", "sums")
        findings.add("total_row", raw.name, place, raw.raw(*place), advice=sums)
    _note_amounts(raw, rows[-1] if rows else header, {row for row, _ in totals}, findings)
    return rows


def says_total(text: str) -> bool:
    """Whether a text begins as the words do that stand beside sums."""
    return f"{fold(text)} ".startswith(_TOTALS)


def _note_amounts(raw: RawSheet, last: int, totals: set[int], findings: Findings) -> None:
    """Note text with an amount below the table: it may be a row that was not read."""
    for row in range(last + 1, len(raw.rows) + 1):
        for column, cell in enumerate(raw.rows[row - 1], start=1):
            if isinstance(cell, str) and row not in totals and _AMOUNT.search(cell):
                findings.add("note_with_amount", raw.name, (row, column), cell)


def _total(sheet: Sheet, raw: RawSheet, row: int, columns: Mapping[str, int]) -> int | None:
    """Return the column of the words that make a row one of sums."""
    key = columns.get(sheet.key[0])
    for place in columns.values():
        said = text_of(raw.raw(row, place))
        alone = key is None or key == place or is_empty(raw.raw(row, key))
        if alone and says_total(said):
            return place
    return None


def _only_sums(sheet: Sheet, raw: RawSheet, row: int, columns: Mapping[str, int]) -> bool:
    """Whether a row has nothing but numbers beside one text, as no row of data has."""
    texts = [
        at
        for name, at in columns.items()
        if sheet.column(name).type not in _NUMBERS and not is_empty(raw.raw(row, at))
    ]
    return len(texts) == 1


def _is_note(
    sheet: Sheet, raw: RawSheet, row: int, columns: Mapping[str, int], *, apart: bool
) -> bool:
    """Whether a row says something below the table rather than in it.

    A note is a text or two where no number belongs. Directly under the data it must be a phrase in
    the first column; after a blank row it may stand anywhere.
    """
    filled = {name: at for name, at in columns.items() if not is_empty(raw.raw(row, at))}
    if not filled or len(filled) > _NOTE_CELLS:
        return False
    if any(sheet.column(name).type in _NUMBERS for name in filled):
        return False
    first = text_of(raw.raw(row, columns.get(sheet.key[0], 1)))
    if any(sign.isdigit() for sign in first[:3]):
        return False
    return apart or (len(filled) == 1 and " " in first)
