"""Puts a field's name beside every problem of a cell: rules know cells, people know headings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.forms.checking.headings import title
from data.forms.reading.book import column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.forms.checking.filled import FilledSheet
    from data.forms.checking.problems import Both, Problem

Fields = dict[tuple[str, int], "Both"]
"""Headings by sheet and number: of the column, or of the row on a record sheet."""

_OF_ROWS = frozenset({"hidden_row", "total_row", "note_row", "note_with_amount", "cut_row"})
"""Kinds that speak of a whole row, whatever cell they name."""

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def name_fields(problems: Iterable[Problem], parts: Mapping[str, FilledSheet]) -> list[Problem]:
    """Return a form's problems with the fields that they speak of."""
    tables, records = _fields(parts, "table", 1), _fields(parts, "record", 0)
    return [_named(problem, tables, records) for problem in problems]


def name_columns(
    problems: Iterable[Problem], sheet: str, columns: Mapping[int, Both]
) -> list[Problem]:
    """Return a table's problems with the columns that they speak of.

    Args:
        problems: all of them.
        sheet: the table's name.
        columns: headings by the columns' numbers.
    """
    tables = {(sheet, number): heading for number, heading in columns.items()}
    return [_named(problem, tables, {}) for problem in problems]


def _named(problem: Problem, tables: Fields, records: Fields) -> Problem:
    found = _CELL.match(problem.cell)
    if not found or problem.code in _OF_ROWS or "column" in problem.details:
        return problem
    heading = tables.get((problem.sheet, column_number(found[1])))
    heading = heading or records.get((problem.sheet, int(found[2])))
    return replace(problem, details={**problem.details, "column": heading}) if heading else problem


def _fields(parts: Mapping[str, FilledSheet], layout: str, axis: int) -> Fields:
    """Return the headings of sheets of a layout; cells are told by their column or their row."""
    found: Fields = {}
    for part in parts.values():
        if part.sheet.layout == layout and part.entries:
            for name, place in part.entries[0].places.items():
                found[part.name, place[axis]] = title(part.sheet.column(name))
    return found
