"""Rows with the same key are added up, where the map says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.findings import Findings, TooMany
from data.forms.checking.headings import title
from data.forms.history.cells import PLAIN, TYPES
from data.forms.reading.book import address

if TYPE_CHECKING:
    from data.forms.checking.problems import Problem
    from data.forms.history.layout import TableLayout


_ALL_ROWS = "string_agg(row, ' ' ORDER BY row)"


def add_up(rows: duckdb.DuckDBPyRelation, layout: TableLayout) -> duckdb.DuckDBPyRelation:
    """Return one row for each key.

    Amounts and whole numbers are added; where one of them is not told, nor is the sum. Of texts
    that are no part of the key, as the recipient's name, the last one by rows stands. Everything
    else must agree (`disagreements`).

    Args:
        rows: values by the form's columns, with row.
        layout: where the columns are.

    Returns:
        The same columns; row is the first one of each key; and from_rows, all of them as text.
    """
    columns = layout.columns()
    key = [name for name in layout.key if name in rows.columns]
    chosen = [_called("min", "row"), duckdb.SQLExpression(_ALL_ROWS).alias("from_rows")]
    for name in rows.columns:
        if name in key:
            chosen.append(duckdb.ColumnExpression(name))
        elif name in columns and columns[name].type in PLAIN:
            chosen.append(_sum(name, TYPES[columns[name].type]))
        elif name != "row":
            chosen.append(_called("arg_max", name, "row"))
    return rows.aggregate(chosen, ", ".join(f'"{name}"' for name in key))


def disagreements(rows: duckdb.DuckDBPyRelation, layout: TableLayout, name: str) -> list[Problem]:
    """Note rows of the same key that tell different things which cannot be added.

    Args:
        rows: as of `add_up`.
        layout: where the columns are.
        name: what to call the sheet.
    """
    findings = Findings()
    columns = layout.columns()
    key = ", ".join(f'"{each}"' for each in layout.key if each in rows.columns)
    try:
        for column in columns.values():
            told = column.id in rows.columns and column.id not in layout.key
            if not told or column.type in {"text", *PLAIN}:
                continue
            said = f'"{column.id}"'
            groups = rows.aggregate(
                f"min(row) AS first, max(row) AS last, count(DISTINCT {said}) AS n", key
            )
            place = layout.cell_of(column.id) or 1
            for first, last in groups.filter("n > 1").select("first", "last").fetchall():
                cell = address(first, place)
                findings.add(
                    "sum_disagrees", name, (last, place), None, column=title(column), first=cell
                )
    except TooMany:
        pass
    return findings.problems


def _sum(name: str, kind: str) -> duckdb.Expression:
    """Add up a column; unknown if a part is."""
    total = duckdb.FunctionExpression("sum", duckdb.ColumnExpression(name)).cast(kind)
    rows = duckdb.FunctionExpression("count")
    known = duckdb.FunctionExpression("count", duckdb.ColumnExpression(name))
    return duckdb.CaseExpression(known == rows, total).alias(name)


def _called(function: str, *names: str) -> duckdb.Expression:
    columns = map(duckdb.ColumnExpression, names)
    return duckdb.FunctionExpression(function, *columns).alias(names[0])
