"""Rules that a finished database keeps; each is a query that returns the rows that break it.

The header of a check's file says what a row would be (`A row:`, for whoever must mend it) and what
the check makes sure of, in both languages (`LT:`, `EN:`, for the readers of the atlas). A check of
what the dictionary says of every table names a view of the schema (`For each:`): it is run for each
row of that, whose columns are its parameters. So a new table is checked once it is described.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb

from data.asking.refused import cannot_open, require_file
from data.building.persons import teach
from data.errors import BuildError, CheckFailed, plainly
from data.statements import CHECKS, Statement, statements

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 10
"""How many bad rows an error shows."""

_PASSED = "INSERT INTO check_result SELECT unnest($checks), unnest($lt), unnest($en), 0"
_WORDS = re.compile(
    r"A row: (?P<row>.+) LT: (?P<lt>.+) EN: (?P<en>.+?)(?: For each: (?P<each>[a-z_]+))?"
)


def failures(connection: duckdb.DuckDBPyConnection) -> list[CheckFailed]:
    """Run every check of data/checks, in the order of their names.

    Args:
        connection: a database with all its tables.

    Returns:
        The failed ones, as errors that were not raised.

    Raises:
        BuildError: a check cannot be run.
    """
    teach(connection)
    return [
        failure
        for check in statements(CHECKS).values()
        if (failure := _failure(connection, check)) is not None
    ]


def require(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Run every check, record in table check_result that none found a row, return their names.

    Raises:
        CheckFailed: the first one that failed; the others are in its notes.
        BuildError: a check cannot be run, or its header lacks words.
    """
    failed = failures(connection)
    if failed:
        first, *others = failed
        for other in others:
            first.add_note(f"also failed: {other.check}, rows: {other.count}. {other.meaning}")
        raise first
    passed = statements(CHECKS)
    said = [words(check) for check in passed.values()]
    told = {"lt": [each["lt"] for each in said], "en": [each["en"] for each in said]}
    connection.execute(_PASSED, {"checks": [*passed], **told})
    return tuple(passed)


def words(check: Statement) -> dict[str, str]:
    """Return what the header of a check says: `row`, `lt`, `en`, and `each` where it is run so.

    Raises:
        BuildError: it does not say all three.
    """
    found = _WORDS.fullmatch(" ".join(check.about.split()))
    if not found:
        raise BuildError(f"the header of check {check.name!r} must say: A row: … LT: … EN: …")
    return {name: said for name, said in found.groupdict().items() if said}


def check_file(path: Path) -> list[CheckFailed]:
    """Run every check on a published database, read-only; see failures.

    Raises:
        StoreError: there is no such database.
    """
    require_file(path)
    with duckdb.connect(":memory:") as connection:
        try:
            connection.execute(
                "ATTACH $path AS atlas (READ_ONLY, TYPE duckdb)", {"path": str(path)}
            )
            connection.execute("USE atlas")
            connection.execute("FROM build")
        except duckdb.Error as error:
            raise cannot_open(path, error) from error
        return failures(connection)


def _failure(connection: duckdb.DuckDBPyConnection, check: Statement) -> CheckFailed | None:
    said = words(check)
    try:
        subjects = _rows(connection.table(said["each"])) if "each" in said else [{}]
        rows = [
            row for subject in subjects for row in _rows(connection.execute(check.text, subject))
        ]
    except duckdb.Error as error:
        raise BuildError(f"check {check.name!r} cannot be run: {plainly(error)}") from error
    if not rows:
        return None
    return CheckFailed(check.name, rows[:SHOWN], len(rows), f"A row: {said['row']}")


def _rows(
    result: duckdb.DuckDBPyConnection | duckdb.DuckDBPyRelation,
) -> list[dict[str, object]]:
    columns = [column[0] for column in result.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
