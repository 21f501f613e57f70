"""Rows of accepted forms go into their tables: one query a table, over the files of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.building.load import header_of
from data.errors import SourceError, plainly
from data.forms.definition import read as definition
from data.parts.place import reach
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

SHEETS = {
    "entity": "allocations",
    "allocation": "allocations",
    "competition": "competitions",
    "service": "services",
    "openness": "openness",
    "award": "awards",
    "award_competition": "awards",
    "award_recipient": "awards",
    "provider": "services",
}
"""The sheet that each query of sql/forms reads, in their order."""

FILLS = {
    "award_competition": "competition",
    "award_recipient": "entity",
    "provider": "entity",
}
"""The table that a query fills where that is not the one of its name."""

TYPES = {
    "amount": "DECIMAL(14, 2)",
    "share": "DECIMAL(5, 2)",
    "whole": "INTEGER",
    "year": "INTEGER",
    "date": "DATE",
    "yesno": "BOOLEAN",
}
"""How columns of the form are stored; every other type is text."""

_READ = "FROM read_csv($files, columns = $types, header = true, auto_detect = false, quote = '\"')"


def load_forms(
    connection: duckdb.DuckDBPyConnection,
    sheets: Mapping[str, Sequence[Path]],
    transfers: Sequence[str] = (),
) -> None:
    """Append the rows of accepted forms to their tables.

    Args:
        connection: a database with its schema made.
        sheets: CSV files by sheet id, as data.forms.archive.accepted keeps them.
        transfers: addresses of Parquet files with further rows of sheet allocations.

    Raises:
        SourceError: a file holds what does not fit its columns.
    """
    queries = statements(SQL / "forms")
    reach(connection, transfers)
    for query, sheet in SHEETS.items():
        added = transfers if sheet == "allocations" else ()
        if not sheets.get(sheet) and not added:
            continue
        try:
            rows = read_sheets(connection, sheet, sheets.get(sheet, ()), added)
            filled = rows.query("sheet", queries[query].text)
            assert filled is not None  # noqa: S101 (a query has rows)
            filled.insert_into(FILLS.get(query, query))
        except duckdb.Error as error:
            raise SourceError(
                f"accepted forms, {sheet}: cannot be loaded: {plainly(error)}"
            ) from error


def read_sheets(
    connection: duckdb.DuckDBPyConnection,
    sheet: str,
    files: Iterable[Path],
    added: Sequence[str] = (),
) -> duckdb.DuckDBPyRelation:
    """Return the rows of a sheet's files; a column that an older form had not is empty.

    Args:
        connection: a database.
        sheet: the sheet's id.
        files: CSV files.
        added: addresses of Parquet files with all of its columns.
    """
    types = sheet_types(sheet)
    found = [_read(connection, alike, types) for alike in _alike(files)]
    if added:
        columns = map(duckdb.ColumnExpression, types)
        found.append(connection.read_parquet([*added]).select(*columns))
    whole, *others = found
    for other in others:
        whole = whole.union(other)
    return whole


def sheet_types(sheet: str) -> dict[str, str]:
    """Return the columns of a sheet's CSV with the types that the database keeps them in."""
    columns = definition.sheet(sheet).columns
    own = {column.id: TYPES.get(column.type, "VARCHAR") for column in columns}
    origin = {"from_file": "VARCHAR", "from_rows": "VARCHAR"}
    return {"municipality": "VARCHAR", "year": "INTEGER"} | own | origin


def _alike(files: Iterable[Path]) -> list[list[Path]]:
    """Group files by their headings."""
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in files:
        groups.setdefault(tuple(header_of(path)), []).append(path)
    return list(groups.values())


def _read(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], types: Mapping[str, str]
) -> duckdb.DuckDBPyRelation:
    """Return the rows of files with the same headings, in the order of the types."""
    header = header_of(files[0])
    known = {name: types.get(name, "VARCHAR") for name in header}
    rows = connection.sql(_READ, params={"files": [str(path) for path in files], "types": known})
    empty = duckdb.ConstantExpression(None)
    return rows.select(
        *(
            duckdb.ColumnExpression(name) if name in known else empty.cast(kind).alias(name)
            for name, kind in types.items()
        )
    )
