"""The tables of a finished database, in the dictionary's order, ready to be written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.statements import SQL, statements

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class DatasetTable:
    """One table.

    Attributes:
        name: with its schema where that is not main, parted by a dot.
        columns: its columns as the query `dictionary` describes them.
        relation: its rows, in the table's order.
    """

    name: str
    columns: list[dict[str, Any]]
    relation: duckdb.DuckDBPyRelation

    @property
    def key(self) -> tuple[str, ...]:
        """Columns whose values together are there only once."""
        return tuple(self.columns[0]["key"].split())

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return int(self.columns[0]["rows"])


def tables(connection: duckdb.DuckDBPyConnection) -> list[DatasetTable]:
    """Return every table of the database in use."""
    described: dict[str, list[dict[str, Any]]] = {}
    for column in rows(connection, "dictionary"):
        described.setdefault(column["of_table"], []).append(column)
    return [
        DatasetTable(
            name, columns, connection.sql("FROM query_table($name)", params={"name": name})
        )
        for name, columns in described.items()
    ]


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    """Return what a query of sql/queries selects, each row by the names of its columns."""
    result = connection.execute(statements(SQL / "queries")[query].text)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
