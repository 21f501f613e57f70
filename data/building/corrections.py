"""Corrections made by hand are data: what, why, and what the source must say for them to apply.

A correction whose expectation no longer holds stops the build: the source was changed, so someone
has to look again. None is silently lost, none is applied to something else.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from pathlib import Path

from data.errors import SourceError, suggestion

CORRECTIONS = Path(__file__).parents[1] / "corrections.csv"

STATUSES = ("applies", "withdrawn")
OF_FORMS = ("allocation", "competition", "service", "openness", "award")
TABLES = (*OF_FORMS, "entity", "population", "prices")
"""What can be corrected: what was loaded, not what is reckoned from it."""


@dataclass(frozen=True)
class Correction:
    """A line of corrections.csv.

    Attributes:
        correction: its name, for messages.
        table: one of TABLES.
        key: the row: "municipality=13; year=2020; …", columns and their values.
        column: what is wrong there.
        expected: what the source says; empty for nothing.
        value: what is right; empty for nothing.
        reason: why, and who says so.
        status: "applies", or "withdrawn" to leave it out and remember it.
        kind: "real", or "demo" for a correction of the demonstration set, which makes its own.
    """

    correction: str
    table: str
    key: str
    column: str
    expected: str
    value: str
    reason: str
    status: str
    kind: str

    @property
    def row(self) -> dict[str, str]:
        """The key as columns and values."""
        parts = (part.partition("=") for part in self.key.split(";"))
        return {column.strip(): value.strip() for column, _, value in parts}


def read_corrections(path: Path, kind: str = "real") -> list[Correction]:
    """Read a file of corrections: UTF-8, comma, a header with the attributes of Correction.

    Args:
        path: the file.
        kind: of all its corrections. Those of invented figures come from their generator, because
            what they expect changes with the residents that set the size of the amounts.

    Raises:
        SourceError: the file is missing or not like that; names the line.
    """
    columns = [field.name for field in fields(Correction)]
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
            header = [*rows[0]] if rows else next(csv.reader([path.read_text("utf-8")]), [])
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error
    if header != columns:
        raise SourceError(f"{path} must have the columns {', '.join(columns)}")
    found = [Correction(**{column: row[column] or "" for column in columns}) for row in rows]
    names = [each.correction for each in found]
    for line, each in enumerate(found, start=2):
        where = f"{path}, line {line}"
        if not each.correction or names.count(each.correction) > 1:
            raise SourceError(f"{where}: a correction has a name of its own: {each.correction!r}")
        if not each.reason:
            raise SourceError(f"{where}: {each.correction!r} gives no reason")
        _one_of(where, each.table, TABLES)
        _one_of(where, each.status, STATUSES)
        if each.kind != kind:
            raise SourceError(f"{where}: {each.correction!r} is {each.kind!r}, not {kind!r}{_MADE}")
    return found


_MADE = "; corrections of invented figures are made with them, in data/demo/slip.py"


def _one_of(where: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise SourceError(f"{where}: unknown {value!r}{suggestion(value, known)}")
