"""The log of forms that came: one line each, never changed."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from data.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Result = Literal["accepted", "unchanged", "refused", "skipped"]

MunicipalityYear = tuple[str, int]
"""A municipality's code and a year."""

HISTORY = "history"
"""The form's version of what was imported from a historical table."""


@dataclass(frozen=True)
class LogLine:
    """A line of the log: one form that came.

    Attributes:
        at: when, UTC.
        result: what was done with it: accepted; unchanged: the same form counts already; refused;
            skipped: a marked copy in which nothing was mended.
        municipality: code; empty where the file does not say.
        year: of the figures; None where the file does not say.
        checksum: first 16 hexadecimal digits of the SHA-256 of its content.
        state: what the submission is thereby: accepted, declared_zero, or received.
        form_version: "1.0", or HISTORY.
        errors: how many problems blocked it.
        warnings: how many other problems it has.
        file: its name, with the two folders that it came in.
    """

    at: datetime
    result: Result
    municipality: str
    year: int | None
    checksum: str
    state: str
    form_version: str
    errors: int
    warnings: int
    file: str


HEADER = tuple(field.name for field in fields(LogLine))


def read_log(path: Path) -> list[LogLine]:
    """Read a log; there are no entries if it is not there.

    Raises:
        ArchiveError: a line of it cannot be read.
    """
    return [entry_of(path, row) for row in read_rows(path)]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file with a header; it has no rows if it is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(entry: LogLine) -> bytes:
    """Return an entry as a line."""
    return line((asdict(entry) | {"at": entry.at.isoformat(timespec="seconds")}).values())


def entry_of(path: Path, row: dict[str, Any]) -> LogLine:
    """Read a row of a log.

    Raises:
        ArchiveError: it cannot be read.
    """
    try:
        return LogLine(
            **row
            | {
                "at": datetime.fromisoformat(row["at"]),
                "year": int(row["year"]) if row["year"] else None,
                "errors": int(row["errors"]),
                "warnings": int(row["warnings"]),
            }
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ArchiveError(f"{path}: a line cannot be read: {row}") from error


def line(values: Iterable[object]) -> bytes:
    """Return a line of CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(values)
    return text.getvalue().encode()
