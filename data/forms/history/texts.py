"""Texts that the program knows become rows that the database can join."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb


def rows_of_texts(
    connection: duckdb.DuckDBPyConnection,
    rows: Sequence[Sequence[str | None]],
    columns: Sequence[str],
) -> duckdb.DuckDBPyRelation:
    """Return rows of texts as a relation; there may be none of them.

    Args:
        connection: where the relation is asked.
        rows: texts in the order of the columns, None where there is none.
        columns: their names.
    """
    # Most builds read no table, and importing this takes half of the time that a build imports.
    import pandas as pd  # noqa: PLC0415

    return connection.from_df(pd.DataFrame(rows, columns=[*columns], dtype="str"))
