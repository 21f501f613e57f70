"""Which heading in a file is which column of the form: case, units, marks and language aside."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both
from data.forms.values.texts import fold, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.forms.checking.mapping import ColumnMap
    from data.forms.definition.model import Column, Sheet
    from data.forms.reading.book import RawSheet

_SEARCHED = 30
"""Rows from the top among which the headings are looked for."""

_LONGEST = 100
"""Characters of a heading; help above it is longer."""

_UNITS = {"€": ("€", "eur", "eurai", "eurais"), "%": ("%", "proc", "procentais")}


def wanted(sheet: Sheet, mapped: ColumnMap | None = None) -> Mapping[str, str]:
    """Return folded headings and the ids of the columns that they mean, "" to leave out."""
    own = _wanted(sheet)
    more = (mapped or {}).get(sheet.id)
    return {**own, **more} if more else own


def heading_row(raw: RawSheet, keys: Mapping[str, str]) -> int | None:
    """Return the number of the row that holds most of the wanted headings, at least two."""
    best, most = None, 1
    for number, row in enumerate(raw.rows[:_SEARCHED], start=1):
        texts = (cell for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST)
        known = {keys[key] for text in texts if (key := fold(text)) in keys}
        if len(known) > most:
            best, most = number, len(known)
    return best


def title(column: Column) -> Both:
    """Return a column's heading as it is named in messages, without the mark."""
    unit = f", {column.unit}" if column.unit else ""
    return Both(f"{column.title_lt}{unit}", f"{column.title_en}{unit}")


def titles(columns: Iterable[Column]) -> Both:
    """Return the headings of columns, joined."""
    named = [title(column) for column in columns]
    return Both(", ".join(each.lt for each in named), ", ".join(each.en for each in named))


def nearest_title(column: Column, texts: Iterable[str]) -> str | None:
    """Return the text that is spelled most like a column's heading in either language."""
    spelled = {fold(text): text for text in texts}
    for name in title(column):
        if near := get_close_matches(fold(name), spelled, n=1):
            return spelled[near[0]]
    return None


def nearest_column(text: str, columns: Iterable[Column]) -> Both | None:
    """Return the heading, of these columns, that is spelled most like a text."""
    spelled = {fold(name): title(column) for column in columns for name in title(column)}
    near = get_close_matches(fold(text), spelled, n=1)
    return spelled[near[0]] if near else None


def named_place(cell: str, text: str) -> Both:
    """Return a cell's address with what stands there, quoted as each language does."""
    return Both(f"{cell} „{text}“", f"{cell} “{text}”")


def heading_text(raw: object) -> str:
    """Return a heading without its mark and extra spaces."""
    return text_of(raw[: 2 * _LONGEST]).rstrip(" *") if isinstance(raw, str) else ""


@cache
def _wanted(sheet: Sheet) -> dict[str, str]:
    """Return every spelling of a sheet's headings; a title beats another column's id."""
    columns = sheet.columns
    ids = {fold(column.id): column.id for column in columns}
    return ids | {key: column.id for column in columns for key in _spellings(column)}


def _spellings(column: Column) -> set[str]:
    names = {fold(name) for name in (column.title_lt, column.title_en, *column.also)}
    units = _UNITS.get(column.unit or "", ())
    return names | {f"{name} {unit}" for name in names for unit in units} | {fold(column.heading)}
