"""A table sheet: where its columns are, which rows are data, what blocks reading them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from data.forms.checking.advice import value_words, what
from data.forms.checking.cells import CellReader
from data.forms.checking.filled import FilledRow, FilledSheet
from data.forms.checking.headings import (
    heading_row,
    heading_text,
    named_place,
    nearest_column,
    nearest_title,
    title,
    titles,
    wanted,
)
from data.forms.checking.rows import data_rows
from data.forms.checking.units import other_unit, without_unit
from data.forms.reading.book import address
from data.forms.values.texts import fold, is_empty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.forms.checking.context import Context
    from data.forms.checking.findings import Findings
    from data.forms.checking.mapping import ColumnMap
    from data.forms.checking.problems import Word
    from data.forms.definition.model import Sheet
    from data.forms.reading.book import CellPlace, RawSheet

_SPOILED = 1_000_000
_SAID = 200
"""Characters of a text above the headings that are looked at."""


def read_table(
    sheet: Sheet, raw: RawSheet, context: Context, mapped: ColumnMap, findings: Findings
) -> FilledSheet | None:
    """Read a table sheet; None where its headings cannot be found."""
    keys = wanted(sheet, mapped)
    header = heading_row(raw, keys)
    if header is None:
        findings.add("no_header", raw.name, columns=titles(sheet.columns))
        return None
    columns = _columns(sheet, raw, header, keys, findings)
    _note_units_above(sheet, raw, header, findings)
    rows = data_rows(sheet, raw, header, columns, findings)
    _note_hidden(raw, rows, findings)
    _note_merged(raw, header, rows, columns, findings)
    reader = CellReader(sheet, raw, context, findings)
    reader.plan(columns)
    entries = [
        FilledRow(reader.read_row(row), {name: (row, at) for name, at in columns.items()})
        for row in rows
    ]
    part = FilledSheet(sheet, raw.name, tuple(entries))
    for entry in part.entries:
        check_conditions(part, entry, findings)
    return part


def check_conditions(part: FilledSheet, entry: FilledRow, findings: Findings) -> None:
    """Note what must be filled in because of another cell, and is not."""
    for column in part.sheet.columns:
        needed = column.required_when
        if needed is None or column.id not in entry.values or entry.values[column.id] is not None:
            continue
        said = entry.values.get(needed.column)
        if (("no", "yes")[said] if isinstance(said, bool) else said) == needed.value:
            other = part.sheet.column(needed.column)
            findings.add(
                "required_when", part.name, entry.places[column.id], column=title(column),
                what=what(column), other=title(other), value=value_words(other, needed.value),
            )  # fmt: skip


def _columns(
    sheet: Sheet, raw: RawSheet, header: int, keys: Mapping[str, str], findings: Findings
) -> dict[str, int]:
    """Return where each column is, from 1; note those missing, doubled or unknown."""
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for place, cell in enumerate(raw.rows[header - 1], start=1):
        heading = heading_text(cell)
        name = keys.get(fold(heading)) if heading else ""
        if name is None:
            name = _in_other_unit(sheet, raw, (header, place), keys, findings)
        if name is None:
            unknown[place] = heading
        elif name in columns:
            first = address(header, columns[name])
            named = title(sheet.column(name))
            findings.add(
                "duplicate_column", raw.name, (header, place), cell, column=named, first=first
            )
        elif name:
            columns[name] = place
    _note_missing(sheet, raw, header, columns, unknown, findings)
    return columns


def _in_other_unit(
    sheet: Sheet, raw: RawSheet, place: CellPlace, keys: Mapping[str, str], findings: Findings
) -> str | None:
    """Return the column that a heading means but for its unit of money, which is noted."""
    heading = heading_text(raw.raw(*place))
    name = keys.get(without_unit(heading)) if other_unit(heading) else None
    if name and sheet.column(name).type == "amount":
        findings.add("other_unit", raw.name, place, heading, column=title(sheet.column(name)))
    return name or None


def _note_units_above(sheet: Sheet, raw: RawSheet, header: int, findings: Findings) -> None:
    """Note a text above the headings that tells another unit than euros for the whole table."""
    amounts = [title(column) for column in sheet.columns if column.type == "amount"]
    for row, cells in enumerate(raw.rows[: header - 1] if amounts else (), start=1):
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, str) and other_unit(cell[:_SAID]):
                findings.add("other_unit", raw.name, (row, column), cell, column=amounts[0])


def _note_missing(
    sheet: Sheet,
    raw: RawSheet,
    header: int,
    columns: Mapping[str, int],
    unknown: dict[int, str],
    findings: Findings,
) -> None:
    absent = [column for column in sheet.columns if column.id not in columns]
    for column in absent:
        if column.required or column.required_when:
            near = nearest_title(column, unknown.values())
            at = next((at for at, text in unknown.items() if near and text == near), None)
            words: dict[str, Word] = {"column": title(column)}
            if at:
                words["near"] = named_place(address(header, at), unknown.pop(at))
            findings.add("missing_column", raw.name, None, None, **words)
    for at, text in unknown.items():
        if any(not is_empty(raw.raw(row, at)) for row in range(header + 1, len(raw.rows) + 1)):
            meant = nearest_column(text, absent)
            hint = {"near": meant} if meant else {}
            findings.add("unknown_column", raw.name, (header, at), text, **hint)


def _note_hidden(raw: RawSheet, rows: list[int], findings: Findings) -> None:
    """Note hidden rows with data, neighbours together."""
    hidden = [row for row in rows if row in raw.hidden_rows]
    for _, group in groupby(enumerate(hidden), key=lambda pair: pair[1] - pair[0]):
        block = [row for _, row in group]
        span = str(block[0]) if len(block) == 1 else f"{block[0]}–{block[-1]}"
        findings.add("hidden_row", raw.name, (block[0], 1), span)


def _note_merged(
    raw: RawSheet, header: int, rows: list[int], columns: Mapping[str, int], findings: Findings
) -> None:
    """Note merged areas among headings and data; of the cells that they swallow nothing is said."""
    last = rows[-1] if rows else header
    left, right = min(columns.values(), default=1), max(columns.values(), default=1)
    spoiled = 0
    for area in raw.merged:
        if area.bottom < header or area.top > last or area.right < left or area.left > right:
            continue
        span = f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"
        findings.add("merged_cells", raw.name, span, span)
        for row in range(area.top, min(area.bottom, last) + 1):
            for column in range(area.left, min(area.right, right) + 1):
                if (row, column) != (area.top, area.left):
                    findings.spoil(raw.name, (row, column))
        spoiled += (min(area.bottom, last) - area.top + 1) * (right - area.left + 1)
        if spoiled > _SPOILED:  # areas cannot overlap, unless somebody wants to keep us busy
            break
