"""Columns with the same heading: it does not matter which one is read if all say the same."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.findings import Findings
from data.forms.history.applying import trimmed
from data.forms.reading.book import address, column_letters

if TYPE_CHECKING:
    from data.forms.checking.problems import Problem
    from data.forms.history.layout import Doubled, TableLayout
    from data.forms.history.table import HistoryTable


def differing(layout: TableLayout) -> dict[str, duckdb.Expression]:
    """Return for each doubled heading whether its columns differ in a row, under its name."""
    return {
        _name(doubled): reduce(or_, (_differ(doubled.places[0], at) for at in doubled.places[1:]))
        for doubled in layout.doubled
    }


def compare(
    rows: duckdb.DuckDBPyRelation, table: HistoryTable, layout: TableLayout, name: str
) -> list[Problem]:
    """Refuse doubled columns that differ; remark on those that say the same in every row.

    Args:
        rows: the table's, with what `differing` returns.
        table: the file.
        layout: where its columns are.
        name: what to call the sheet.
    """
    findings = Findings()
    for doubled in layout.doubled:
        first = rows.filter(duckdb.ColumnExpression(_name(doubled))).aggregate("min(row)")
        ((row,),) = first.fetchall()
        letters = ", ".join(map(column_letters, doubled.places))
        words = {"heading": doubled.heading, "letters": letters}
        if row is None:
            at = (table.top, doubled.places[1])
            findings.add("doubled_alike", name, at, None, **words, first=letters.split(",")[0])
        else:
            cells = ", ".join(address(row, at) for at in doubled.places)
            findings.add(
                "doubled_column", name, (row, doubled.places[1]), None, **words, cells=cells
            )
    return findings.problems


def _name(doubled: Doubled) -> str:
    return f"doubled {doubled.places[0]}"


def _differ(first: int, other: int) -> duckdb.Expression:
    """Whether two cells differ; empty and nothing are the same."""
    return trimmed(f"c{first}") != trimmed(f"c{other}")
