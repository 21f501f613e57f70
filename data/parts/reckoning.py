"""Figures of indicators from their rows: of a whole database, or of parts of one by a worker.

The queries are the same files, sql/indicators and sql/figures. A worker has only the tables that
the catalogue names; a query that reads another one fails there, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from data.catalog import INDICATORS, TABLES
from data.errors import BuildError
from data.parts.place import connect, rows_of
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTED = tuple(sorted({*TABLES.values()}))
"""The tables whose rows indicators count or add up, each of a municipality and year."""

_KEPT = """
    INSERT INTO indicator_value BY NAME
    WITH counted AS ({counted})
    SELECT $indicator AS indicator, municipality, year, area, numerator, denominator
    FROM ({summed})
"""
_OTHERS = """
    SELECT table_name
    FROM duckdb_tables()
    WHERE schema_name = 'main' AND NOT temporary AND NOT list_contains($kept, table_name)
"""


def reckon(connection: duckdb.DuckDBPyConnection) -> None:
    """Sum the rows of every indicator's query and keep what they come to.

    Raises:
        BuildError: an indicator has no query, or it asks for what is not there.
    """
    queries, summed = statements(SQL / "indicators"), statements(SQL / "figures")["summed"]
    for indicator in INDICATORS.values():
        if indicator.id not in queries:
            raise BuildError(f"indicator {indicator.id!r} has no sql/indicators/{indicator.id}.sql")
        kept = _KEPT.format(counted=queries[indicator.id].body, summed=summed.body)
        try:
            connection.execute(kept, {"indicator": indicator.id})
        except duckdb.CatalogException as error:
            raise BuildError(f"sql/indicators/{indicator.id}.sql: {error}") from error


@dataclass(frozen=True)
class Reckoning:
    """A task: parts of a database to reckon, and where the figures go.

    Attributes:
        tables: Parquet files by table.
        target: address of the Parquet file to write.
        config: settings of the database that does it.
    """

    tables: Mapping[str, tuple[str, ...]]
    target: str
    config: Mapping[str, str | int]


def reckon_parts(task: Reckoning) -> str:
    """Reckon the figures of parts; return where they are.

    Raises:
        BuildError: an indicator's query reads another table.
    """
    files = [file for each in task.tables.values() for file in each]
    with connect([*files, task.target], **task.config) as connection:
        for statement in statements(SQL / "schema").values():
            connection.execute(statement.text)
        for (table,) in connection.execute(_OTHERS, {"kept": [*COUNTED]}).fetchall():
            connection.execute(f'DROP TABLE "{table}"')
        for table, parts in task.tables.items():
            rows = rows_of(connection, parts)
            names = ", ".join(f'"{name}"' for name in connection.table(table).columns)
            rows.select(names).insert_into(table)
        reckon(connection)
        connection.table("indicator_value").to_parquet(task.target)
    return task.target
