"""Finds the form's sheets in a file, whatever case, order or copies they come in."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from data.forms.checking.headings import wanted
from data.forms.definition.model import LISTS_SHEET, STAMP_SHEET
from data.forms.values.texts import fold, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.checking.findings import Findings
    from data.forms.checking.mapping import ColumnMap
    from data.forms.definition.model import Form, Sheet
    from data.forms.reading.book import RawBook, RawSheet

_COPY = re.compile(r"( \d+| kopija| copy)+$|^(kopija|copy of) ")
_ENOUGH = 3


def locate(book: RawBook, form: Form, mapped: ColumnMap, findings: Findings) -> dict[str, RawSheet]:
    """Return the file's sheets by the form's sheet ids; missing and doubled ones are noted."""
    if book.kind == "csv":
        found = _of_tables(book, form, mapped)
    else:
        found = {sheet.id: _candidates(sheet, book) for sheet in form.sheets}
        if not any(found.values()) and len(book.sheets) == 1:
            name = _by_headings(book.sheets[0], form, mapped)
            found |= {name: [book.sheets[0]]} if name else {}
    if not any(found.values()):
        titles = ", ".join(sheet.title for sheet in form.sheets)
        findings.add("not_the_form", sheets=titles)
        return {}
    taken = {raw.name for candidates in found.values() for raw in candidates}
    spare = [raw.name for raw in book.sheets if raw.name not in taken and raw.name != LISTS_SHEET]
    for sheet in form.sheets:
        _judge(sheet, found[sheet.id], spare, findings)
    return {name: candidates[0] for name, candidates in found.items() if candidates}


def check_stamp(book: RawBook, form: Form, found: dict[str, RawSheet], findings: Findings) -> None:
    """Note a version stamp that is missing or another version's.

    It stands in A1 of the first sheet, but is accepted anywhere in the first rows, as people insert
    rows; CSV files have none.
    """
    raw = found.get(STAMP_SHEET)
    if raw is None or book.kind == "csv":
        return
    wanted_stamp = re.compile(rf"{re.escape(form.name)} (\S+)")
    for number, row in enumerate(raw.rows[:10], start=1):
        for column, cell in enumerate(row, start=1):
            if stamp := wanted_stamp.fullmatch(text_of(cell)):
                if stamp[1] != form.version:
                    findings.add(
                        "other_version", raw.name, (number, column), cell, stamp=form.stamp
                    )
                return
    findings.add("no_stamp", raw.name, (1, 1), stamp=form.stamp)


def _candidates(sheet: Sheet, book: RawBook) -> list[RawSheet]:
    """List the sheets that carry a name of the form's sheet, exact ones first."""
    names = _names(sheet)
    exact = [raw for raw in book.sheets if fold(raw.name) in names]
    copies = [
        raw
        for raw in book.sheets
        if fold(raw.name) not in names and _COPY.sub("", fold(raw.name)) in names
    ]
    return [*exact, *copies]


def _names(sheet: Sheet) -> set[str]:
    return {fold(name) for name in (sheet.title, sheet.title_en, sheet.id)}


def _of_tables(book: RawBook, form: Form, mapped: ColumnMap) -> dict[str, list[RawSheet]]:
    """Tell which sheets CSV files are, the best named first.

    Headings tell more than names: Excel saves the sheet that is open under the workbook's name.
    """
    found: dict[str, list[RawSheet]] = {sheet.id: [] for sheet in form.sheets}
    for raw in book.sheets:
        if name := _by_headings(raw, form, mapped) or _by_name(raw, form):
            found[name].append(raw)
    for sheet in form.sheets:
        names = _names(sheet)
        found[sheet.id].sort(key=lambda raw: fold(raw.name) not in names)
    return found


def _by_name(raw: RawSheet, form: Form) -> str | None:
    """Tell the sheet that a file's name ends in, as programs call what they export.

    LibreOffice writes ``forma-Asignavimai.csv``, Google ``forma - Asignavimai.csv``, Numbers
    ``Asignavimai-Table 1.csv``: of sheets that are named it is the last.
    """
    known = {name: sheet.id for sheet in form.sheets for name in _names(sheet)}
    named = [known[word] for word in fold(raw.name).split() if word in known]
    return named[-1] if named else None


def _by_headings(raw: RawSheet, form: Form, mapped: ColumnMap) -> str | None:
    """Tell which sheet a table is by its headings, None where they are no sheet's."""
    texts = {fold(cell) for row in raw.rows[:30] for cell in row if isinstance(cell, str)}
    known = {sheet.id: len(texts & wanted(sheet, mapped).keys()) for sheet in form.sheets}
    best = max(known, key=lambda name: known[name])
    return best if known[best] >= _ENOUGH else None


def _judge(
    sheet: Sheet, candidates: list[RawSheet], spare: Iterable[str], findings: Findings
) -> None:
    if not candidates:
        near = get_close_matches(sheet.title, spare, n=1)
        hint = {"near": near[0]} if near else {}
        findings.add("missing_sheet", title=sheet.title, **hint)
    for again in candidates[1:]:
        first = candidates[0].name
        findings.add(
            "duplicate_sheet", again.name, found=again.name, first=first, title=sheet.title
        )
