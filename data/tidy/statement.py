"""A statement of somebody else, asked of the published tables in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.errors import StoreError, TooLong
from data.tidy.allowed import NotAllowed
from data.tidy.sandbox import columns_of, opened

ROOT = Path(__file__).parents[2]

SECONDS = 5.0
"""A statement that takes longer is stopped."""

MOST_ROWS = 1_000
MOST_BYTES = 400_000
LONGEST = 20_000
"""Characters of a statement."""


@dataclass(frozen=True)
class SelectedRows:
    """What a statement selects.

    Attributes:
        tables: those that it asks.
        sources: ids of the sources that rows of these name.
        columns: their names.
        rows: values as JSON has them.
        cut: whether there are more rows than these.
        version: of the data.
        built_at: when the database was made, UTC.
    """

    tables: tuple[str, ...]
    sources: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool
    version: str
    built_at: datetime


def select(
    database: Path,
    statement: str,
    *,
    invented: bool = False,
    seconds: float = SECONDS,
    most_rows: int = MOST_ROWS,
) -> SelectedRows:
    """Return what one SELECT of somebody else finds in the tables of schema `tidy`.

    Real and invented rows are never there together, so no statement can sum or rank them together.

    Args:
        database: the published file.
        statement: one SELECT.
        invented: whether it is asked of the invented rows, not of the real ones; tables that have
            no rows of either kind are whole.
        seconds: the longest that it may take.
        most_rows: as many rows are told.

    Raises:
        NotAllowed: the statement may not be asked; says why, and what may.
        TooLong: it took longer, and was stopped.
        StoreError: it cannot be answered, or not within the memory that it may take.
    """
    if not statement.strip() or len(statement) > LONGEST or "\0" in statement:
        raise NotAllowed(f"one SELECT of at most {LONGEST} characters is expected")
    asked = {
        "path": str(database.resolve()), "statement": statement, "invented": invented,
        "seconds": seconds, "most_rows": most_rows, "most_bytes": MOST_BYTES,
    }  # fmt: skip
    told = _told(json.dumps(asked), seconds)
    if "refused" in told:
        raise NotAllowed(told["refused"])
    if "failed" in told:
        raise StoreError(told["failed"])
    return SelectedRows(
        tables=tuple(told["tables"]),
        sources=tuple(told["sources"]),
        columns=tuple(told["columns"]),
        rows=tuple(map(tuple, told["rows"])),
        cut=told["cut"],
        version=told["version"],
        built_at=datetime.fromisoformat(told["built_at"]).replace(tzinfo=UTC),
    )


def askable(database: Path) -> dict[str, list[str]]:
    """Return the columns of each table that a statement may ask."""
    with opened(str(database), invented=False) as tables:
        return columns_of(tables)


def _told(asked: str, seconds: float) -> dict[str, Any]:
    """What the process says; it knows nothing of our environment and dies with its time."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "data.tidy.sandbox"],
            input=asked.encode(),
            capture_output=True,
            timeout=seconds,
            env={"PYTHONPATH": str(ROOT)},
            start_new_session=True,  # Ctrl-C is not for it
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TooLong(seconds) from error
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        told = {"memory": True}
    if "memory" in told:
        raise StoreError("the answer takes more memory than it may")
    return told
