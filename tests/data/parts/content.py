"""What a database holds, told so that two of them can be compared to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from pathlib import Path


def content(path: Path) -> dict[str, list[str]]:
    """Every row of every table, as it lies there."""
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY ALL"
        ).fetchall()
        return {
            f"{schema}.{table}": sorted(
                repr(row) for row in connection.execute(f'FROM "{schema}"."{table}"').fetchall()
            )
            for schema, table in tables
        }
