"""A record sheet: one field a row, its label in the first column and its value in the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.cells import CellReader
from data.forms.checking.filled import FilledRow, FilledSheet
from data.forms.checking.headings import (
    heading_text,
    named_place,
    nearest_title,
    title,
    wanted,
)
from data.forms.checking.tables import check_conditions
from data.forms.checking.units import other_unit, without_unit
from data.forms.definition.model import LABEL_COLUMN, VALUE_COLUMN
from data.forms.reading.book import address, column_number
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Value
    from data.forms.checking.findings import Findings
    from data.forms.checking.mapping import ColumnMap
    from data.forms.checking.problems import Word
    from data.forms.definition.model import Sheet
    from data.forms.reading.book import CellPlace, RawSheet

_LABEL, _VALUE = column_number(LABEL_COLUMN), column_number(VALUE_COLUMN)
_SEARCHED = 200


def read_record(
    sheet: Sheet, raw: RawSheet, context: Context, mapped: ColumnMap, findings: Findings
) -> FilledSheet:
    """Read a record sheet."""
    places, labels = _places(sheet, raw, mapped, findings)
    _note_missing(sheet, raw, places, labels, findings)
    _note_merged(raw, places, findings)
    reader = CellReader(sheet, raw, context, findings)
    found: dict[str, Value] = {}
    for column in sheet.columns:
        if column.id in places:
            reader.read(column, places[column.id], found)
    entry = FilledRow(found, places)
    part = FilledSheet(sheet, raw.name, (entry,))
    check_conditions(part, entry, findings)
    return part


def _places(
    sheet: Sheet, raw: RawSheet, mapped: ColumnMap, findings: Findings
) -> tuple[dict[str, CellPlace], dict[str, CellPlace]]:
    """Return where each field's value is, and labels that are no field's."""
    keys = wanted(sheet, mapped)
    places: dict[str, CellPlace] = {}
    unknown: dict[str, CellPlace] = {}
    for row in range(1, min(len(raw.rows), _SEARCHED) + 1):
        label = heading_text(raw.raw(row, _LABEL))
        name = keys.get(fold(label)) if label else ""
        if name is None and other_unit(label) and (name := keys.get(without_unit(label))):
            named = title(sheet.column(name))
            findings.add("other_unit", raw.name, (row, _LABEL), label, column=named)
        if name is None:
            unknown[label] = (row, _LABEL)
        elif name in places:
            first = address(*places[name])
            named = title(sheet.column(name))
            findings.add(
                "duplicate_field", raw.name, (row, _LABEL), label, column=named, first=first
            )
        elif name:
            places[name] = (row, _VALUE)
    return places, unknown


def _note_missing(
    sheet: Sheet,
    raw: RawSheet,
    places: dict[str, CellPlace],
    labels: dict[str, CellPlace],
    findings: Findings,
) -> None:
    for column in sheet.columns:
        if column.id in places or not (column.required or column.required_when):
            continue
        words: dict[str, Word] = {"column": title(column)}
        if near := nearest_title(column, labels):
            words["near"] = named_place(address(*labels[near]), near)
        findings.add("missing_field", raw.name, None, None, **words)


def _note_merged(raw: RawSheet, places: dict[str, CellPlace], findings: Findings) -> None:
    """Note areas that swallow fields: merged over rows, or over a label and its value."""
    rows = {row for row, _ in places.values()}
    for area in raw.merged:
        touched = [row for row in range(area.top, min(area.bottom, _SEARCHED) + 1) if row in rows]
        over_both = area.left <= _LABEL and area.right >= _VALUE
        if area.left <= _VALUE and touched and (len(touched) > 1 or over_both):
            span = f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"
            findings.add("merged_cells", raw.name, span, span)
            for row in touched:
                findings.spoil(raw.name, (row, _VALUE))
