"""CSV files go into their tables with the tables' own column types; nothing is guessed."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import duckdb

from data.errors import SourceError, suggestion

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = """
    SELECT schema_name, column_name, data_type, column_default IS NOT NULL
    FROM duckdb_columns()
    WHERE database_name = current_database() AND table_name = $table
    ORDER BY schema_name = 'raw' DESC, column_index
"""
_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
_READ = "FROM read_csv($path, columns = $types, header = true, auto_detect = false, quote = '\"')"


def load(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, list[str]]:
    """Append a CSV file to the table of its name, in schema raw if that has one.

    Args:
        connection: a database with its schema made.
        path: UTF-8, comma, a header with exactly the table's columns, in any order, of which
            those with a default may be left out; empty cells are NULL.

    Returns:
        The table's name, with its schema where that is not main, and its columns.

    Raises:
        SourceError: no such table, other columns, or a value that does not fit its column.
    """
    schema, types, optional = _table(connection, path)
    header = header_of(path)
    if sorted({*header, *optional}) != sorted(types) or len(set(header)) < len(header):
        missing = ", ".join(sorted(types.keys() - set(header) - optional)) or "none"
        unknown = ", ".join(sorted(set(header) - types.keys())) or "none"
        raise SourceError(f"{path}: missing columns: {missing}; unknown columns: {unknown}")
    values = {"path": str(path), "types": {name: types[name] for name in header}}
    try:
        rows = connection.sql(_READ, params=values)
        empty = duckdb.ConstantExpression(None)
        there = (duckdb.ColumnExpression(name) if name in header else empty for name in types)
        rows.select(*there).insert_into(f"{schema}.{path.stem}")
    except duckdb.Error as error:
        raise SourceError(f"{path} cannot be loaded: {error}") from error
    return f"{schema}.{path.stem}".removeprefix("main."), [*types]


def _table(
    connection: duckdb.DuckDBPyConnection, path: Path
) -> tuple[str, dict[str, str], set[str]]:
    """Return the schema of the file's table, its column types, and the columns with a default."""
    found = connection.execute(_COLUMNS, {"table": path.stem}).fetchall()
    if not found:
        known = [name for (name,) in connection.execute(_TABLES).fetchall()]
        raise SourceError(f"{path}: no table {path.stem!r}{suggestion(path.stem, known)}")
    schema = found[0][0]
    own = [(column, kind, default) for owner, column, kind, default in found if owner == schema]
    types = {column: kind for column, kind, _ in own}
    return schema, types, {column for column, _, default in own if default}


def header_of(path: Path) -> list[str]:
    """Return the headings of a CSV file; none if it is empty."""
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])
