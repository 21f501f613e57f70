"""The texts of a historical table go into the database; rows keep the numbers of the file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import duckdb

from data.forms.checking.findings import Findings, TooMany
from data.forms.checking.rows import says_total
from data.forms.history.applying import cell_name, trimmed
from data.forms.history.cells import PLAIN, plain_name
from data.forms.history.doubling import compare, differing
from data.forms.history.map_file import KEY
from data.forms.history.table import rewritten
from data.forms.values.identifiers import MASK, private_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from data.forms.checking.problems import Problem
    from data.forms.history.layout import TableLayout
    from data.forms.history.table import HistoryTable

# Rows keep their order, so a row's id tells its number. Several threads cannot read a file whose
# cells may hold line breaks.
_READ = """
    FROM read_csv(
        $path, columns = $columns, delim = $delimiter, skip = $skip, header = true,
        auto_detect = false, quote = '"', escape = '"', null_padding = true, parallel = $parallel
    )
"""
_BEYOND, _FILLED = "beyond", "filled"
_NAMED = 100
"""How many rows a remark on whole rows names."""


def load_texts(
    connection: duckdb.DuckDBPyConnection,
    table: HistoryTable,
    layout: TableLayout,
    name: str,
    work: Path,
) -> list[Problem]:
    """Load a table, without blank rows and without notes and sums below it.

    Afterwards there is the view ``listed``: row, the form's columns as texts, empty as NULL, under
    plain_name what was plainly written, and under cell_name what rules look at, empty as "".

    Args:
        connection: where to; with the macros of sql/history.
        table: the file.
        layout: where its columns are.
        name: what to call the sheet in problems.
        work: a folder for a copy, where one is needed.

    Returns:
        What is wrong with whole rows.
    """
    try:
        _read(connection, table, layout)
    except duckdb.Error:  # it is not written as the database expects
        _read(connection, rewritten(table, work), layout)
    row = duckdb.ColumnExpression("rowid") + duckdb.ConstantExpression(table.top + 1)
    rows = connection.table("texts").select(row.alias("row"), duckdb.StarExpression())
    rows = rows.filter(f"{_FILLED} > 0")
    findings = Findings()
    with suppress(TooMany):
        for number, place, kind in (*table.personal, *_personal(rows, layout, table)):
            findings.add(kind, name, (number, place), MASK)
    for (number,) in rows.filter(f"{_BEYOND} IS NOT NULL").select("row").limit(_NAMED).fetchall():
        findings.add("long_row", name, (number, len(table.header) + 1))
    last = _last_row(rows, layout) or table.top
    below = rows.filter(duckdb.ColumnExpression("row") > duckdb.ConstantExpression(last))
    names = [duckdb.ColumnExpression(column) for column in ("row", *layout.places)]
    for number, *cells in below.select(*names).order("row").limit(_NAMED).fetchall():
        kind, text = _below(dict(zip(layout.places, cells, strict=True)))
        findings.add(kind, name, (number, 1), text)
    rows.filter(duckdb.ColumnExpression("row") <= duckdb.ConstantExpression(last)).create_view(
        "listed"
    )
    return [*findings.problems, *compare(connection.table("listed"), table, layout, name)]


def _below(said: Mapping[str, str | None]) -> tuple[str, str]:
    """Return what a row under the last whole one is, and what of it may be shown.

    Args:
        said: its texts by the form's columns.
    """
    texts = [text for text in said.values() if text]
    for private in filter(None, map(private_kind, texts)):
        return private, MASK
    if any(map(says_total, texts)):
        kind = "total_row"
    else:
        kind = "cut_row" if all(said.get(column) for column in KEY) else "note_row"
    return kind, next(iter(texts), "")


def _personal(
    rows: duckdb.DuckDBPyRelation, layout: TableLayout, table: HistoryTable
) -> Iterator[tuple[int, int, str]]:
    """Yield cells with personal data in columns that nobody asked for; the file is kept whole."""
    for place in _spare(layout, table):
        cell = duckdb.ColumnExpression(_spare_name(place))
        for number, text in rows.filter(cell.isnotnull()).select("row", cell).fetchall():
            if kind := private_kind(text):
                yield number, place, kind


def _spare(layout: TableLayout, table: HistoryTable) -> list[int]:
    """Return the numbers of the file's columns that are not read, and of what is beyond them."""
    return [
        place for place in range(1, len(table.header) + 2) if place not in layout.places.values()
    ]


def _spare_name(place: int) -> str:
    return f"digits {place}"


def _last_row(rows: duckdb.DuckDBPyRelation, layout: TableLayout) -> int | None:
    """Return the last row of the table itself: notes and sums fill fewer than half its columns."""
    wide = duckdb.ConstantExpression(
        len(layout.places) + len({*layout.looked_at()} - {*layout.places.values()})
    )
    whole = duckdb.ColumnExpression(_FILLED) * duckdb.ConstantExpression(2) >= wide
    ((last,),) = rows.filter(whole).aggregate("max(row)").fetchall()
    return None if last is None else int(last)


def _read(connection: duckdb.DuckDBPyConnection, table: HistoryTable, layout: TableLayout) -> None:
    """Make the table ``texts``, one row a record."""
    given = {
        "path": str(table.path),
        "columns": {f"c{place}": "VARCHAR" for place in range(1, len(table.header) + 2)},
        "delimiter": table.delimiter,
        "skip": table.top - 1,
        "parallel": not table.quoted,
    }
    empty = duckdb.ConstantExpression("")
    cells = {
        name: duckdb.FunctionExpression("nullif", duckdb.ColumnExpression(f"c{place}"), empty)
        for name, place in {**layout.places, _BEYOND: len(table.header) + 1}.items()
    }
    looked_at = {cell_name(place): trimmed(f"c{place}") for place in layout.looked_at()}
    filled = duckdb.ConstantExpression(0)
    for cell in cells.values():
        filled = filled + cell.isnotnull().cast("INTEGER")
    for place in {*layout.looked_at()} - {*layout.places.values()}:
        filled = filled + (looked_at[cell_name(place)] != empty).cast("INTEGER")
    values = {name: duckdb.ConstantExpression(value) for name, value in layout.values.items()}
    texts = {**cells, **values}
    plain = {
        plain_name(column): duckdb.FunctionExpression(PLAIN[column.type], texts[name])
        for name, column in layout.columns().items()
        if name in texts and column.type in PLAIN
    }
    digits = {
        _spare_name(place): duckdb.FunctionExpression(
            "perhaps_personal", duckdb.ColumnExpression(f"c{place}")
        )
        for place in _spare(layout, table)
    }
    chosen = {**texts, **plain, **digits, **looked_at, **differing(layout), _FILLED: filled}
    named = (each.alias(name) for name, each in chosen.items())
    connection.execute("DROP TABLE IF EXISTS texts")
    connection.sql(_READ, params=given).select(*named).create("texts")
