"""Rules that a finished database keeps; each is a query that returns the rows that break it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.errors import BuildError, CheckFailed, StoreError
from data.statements import CHECKS, Statement, statements

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 10
"""How many bad rows an error shows."""


def failures(connection: duckdb.DuckDBPyConnection) -> list[CheckFailed]:
    """Run every check of data/checks, in the order of their names.

    Args:
        connection: a database with all its tables.

    Returns:
        The failed ones, as errors that were not raised.

    Raises:
        BuildError: a check cannot be run.
    """
    return [
        failure
        for check in statements(CHECKS).values()
        if (failure := _failure(connection, check)) is not None
    ]


def require(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Run every check and return their names.

    Raises:
        CheckFailed: the first one that failed; the others are in its notes.
    """
    failed = failures(connection)
    if failed:
        first, *others = failed
        for other in others:
            first.add_note(f"also failed: {other.check}, rows: {other.count}. {other.meaning}")
        raise first
    return tuple(statements(CHECKS))


def check_file(path: Path) -> list[CheckFailed]:
    """Run every check on a published database, read-only; see failures.

    Raises:
        StoreError: there is no such database.
    """
    if not path.is_file():
        raise StoreError(f"no database at {path}: run `savivalda build` to make it")
    with duckdb.connect(":memory:") as connection:
        try:
            connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(path)})
            connection.execute("USE atlas")
        except duckdb.Error as error:
            raise StoreError(f"{path} is not a published database: {error}") from error
        return failures(connection)


def _failure(connection: duckdb.DuckDBPyConnection, check: Statement) -> CheckFailed | None:
    try:
        result = connection.execute(check.text)
        columns = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    except duckdb.Error as error:
        raise BuildError(f"check {check.name!r} cannot be run: {error}") from error
    if not rows:
        return None
    shown = [dict(zip(columns, row, strict=True)) for row in rows[:SHOWN]]
    return CheckFailed(check.name, shown, len(rows), " ".join(check.about.split()))
