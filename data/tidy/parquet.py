"""Rows as a Parquet file, each column with the type that its description says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb
from duckdb import ColumnExpression

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from data.tidy.described import TidyColumn

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMP",
}


def parquet_bytes(frame: pd.DataFrame, columns: Iterable[TidyColumn]) -> bytes:
    """Return rows as a Parquet file.

    Args:
        frame: the rows.
        columns: its columns, described; types stay the same where a column is all empty.
    """
    with duckdb.connect(":memory:", config={"threads": 1}) as own, TemporaryDirectory() as folder:
        file = Path(folder) / "rows.parquet"
        typed = (
            ColumnExpression(column.name).cast(_TYPES[column.type]).alias(column.name)
            for column in columns
        )
        own.from_df(frame).select(*typed).write_parquet(str(file), compression="zstd")
        return file.read_bytes()
