"""CSV files go into their tables with the tables' own column types; nothing is guessed.

Several sources may fill one table, each with rows of its own. A row that two of them have is an
error that names both files, unless one of the two is there to fill the other's gaps.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from data.building.describe import source_of
from data.errors import SourceError, plainly, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_COLUMNS = """
    SELECT table_name, schema_name, column_name, data_type, column_default IS NOT NULL
    FROM duckdb_columns()
    WHERE database_name = current_database()
    ORDER BY schema_name = 'raw' DESC, column_index
"""
_RULE = """
    SELECT string_split(key, ' '), (SELECT yields_to FROM source WHERE source = $source)
    FROM dictionary_table
    WHERE name = $table
"""

# Whole statements: each step of a relation costs as much as reading a small table.
_READ = "FROM read_csv($path, columns = $types, header = true, auto_detect = false, quote = '\"')"
_YEARS = f"{_READ} SELECT DISTINCT year"
_ALL = "INSERT INTO {table} ({columns}) {read} SELECT {columns}"

_Rows = tuple["Path", duckdb.DuckDBPyRelation]
"""A file and what stands in it."""


class TableShape(NamedTuple):
    """What a table takes: its schema, its columns' types, and the columns with a default."""

    schema: str
    types: dict[str, str]
    optional: set[str]


def shapes(connection: duckdb.DuckDBPyConnection) -> dict[str, TableShape]:
    """Return the tables that can be filled, by name; of two of one name, that of schema raw."""
    found: dict[str, TableShape] = {}
    for table, schema, column, kind, default in connection.execute(_COLUMNS).fetchall():
        shape = found.setdefault(table, TableShape(schema, {}, set()))
        if shape.schema == schema:
            shape.types[column] = kind
            if default:
                shape.optional.add(column)
    return found


def load(
    connection: duckdb.DuckDBPyConnection,
    known: Mapping[str, TableShape],
    path: Path,
    beside: Sequence[Path] = (),
) -> list[int]:
    """Append a CSV file to the table of its name, in schema raw if that has one.

    Args:
        connection: a database with its schema made.
        known: its tables, see shapes.
        path: UTF-8, comma, a header with exactly the table's columns, in any order, of which
            those with a default may be left out; empty cells are NULL.
        beside: files that this table was loaded from before; of one whose source this file's
            yields to, rows that are there already are left out.

    Returns:
        The years of the rows that went in.

    Raises:
        SourceError: no such table, other columns, a value that does not fit its column, or a row
            that a file beside it has too.
    """
    if path.stem not in known:
        raise SourceError(f"{path}: no table {path.stem!r}{suggestion(path.stem, known)}")
    schema, types, optional = known[path.stem]
    header = header_of(path)
    if sorted({*header, *optional}) != sorted(types) or len(set(header)) < len(header):
        missing = ", ".join(sorted(types.keys() - set(header) - optional)) or "none"
        unknown = ", ".join(sorted(set(header) - types.keys())) or "none"
        raise SourceError(f"{path}: missing columns: {missing}; unknown columns: {unknown}")
    table = f"{schema}.{path.stem}"
    try:
        if beside:
            return _load_apart(connection, table, types, path, beside)
        asked = {"path": str(path), "types": {name: types[name] for name in header}}
        years = connection.execute(_YEARS, asked).fetchall() if "year" in header else []
        columns = ", ".join(f'"{name}"' for name in header)
        connection.execute(_ALL.format(table=table, columns=columns, read=_READ), asked)
    except duckdb.Error as error:
        raise SourceError(f"{path} cannot be loaded: {plainly(error)}") from error
    return [year for (year,) in years]


def _load_apart(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    types: dict[str, str],
    path: Path,
    beside: Sequence[Path],
) -> list[int]:
    """Append the rows of a file to a table that has those of others; return their years."""
    header, rows = header_of(path), _read(connection, path, types)
    for other in beside:
        theirs = _read(connection, other, types)
        rows = _apart(connection, table.removeprefix("main."), (path, rows), (other, theirs))
    years = rows.select("year").distinct().fetchall() if "year" in header else []
    empty = duckdb.ConstantExpression(None)
    there = (duckdb.ColumnExpression(name) if name in header else empty for name in types)
    rows.select(*there).insert_into(table)
    return [year for (year,) in years]


def _read(
    connection: duckdb.DuckDBPyConnection, path: Path, types: dict[str, str]
) -> duckdb.DuckDBPyRelation:
    columns = {name: types[name] for name in header_of(path)}
    return connection.read_csv(
        str(path), columns=columns, header=True, auto_detect=False, quotechar='"'
    )


def _apart(
    connection: duckdb.DuckDBPyConnection, table: str, rows: _Rows, beside: _Rows
) -> duckdb.DuckDBPyRelation:
    """Return the rows of a file without those that it yields to the one beside it.

    Raises:
        SourceError: the file beside has a row too, and there is nothing to yield.
    """
    (path, ours), (other, theirs) = rows, beside
    asked = {"table": table, "source": source_of(path)}
    ((key, yields_to),) = connection.execute(_RULE, asked).fetchall() or [([], None)]
    same = duckdb.ConstantExpression(True)
    for name in key:
        same = same & (duckdb.ColumnExpression("a", name) == duckdb.ColumnExpression("b", name))
    ours, theirs = ours.set_alias("a"), theirs.set_alias("b")
    if yields_to and yields_to == source_of(other):
        return ours.join(theirs, same, how="anti")
    both = ours.join(theirs, same, how="semi").select(*map(duckdb.ColumnExpression, key))
    for double in both.limit(1).fetchall():
        said = ", ".join(f"{name}={value}" for name, value in zip(key, double, strict=True))
        raise SourceError(f"{path} and {other} both have the row {said} of table {table!r}")
    return ours


def header_of(path: Path) -> list[str]:
    """Return the headings of a CSV file; none if it is empty."""
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])
