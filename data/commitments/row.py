"""A row of the form of statuses, as its rules ask it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.commitments.known import When, Whose
    from data.forms.checking.filled import FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.checking.problems import Word
    from data.forms.reading.book import CellPlace

WHOSE = ("commitment", "assessor", "scale")
"""Columns that say whose word on what a status is."""


def when(entry: FilledRow) -> When | None:
    """Return when a row's status was said, None where the row does not tell it.

    A status without a date stands after the day that it is known to follow, or before all others.
    """
    if day := entry.get("observed_on", date):
        return day, False
    if entry.get("undated", bool):
        return entry.get("known_after", date) or date.min, True
    return None


def place_of(entry: FilledRow, column: str) -> CellPlace:
    """Return a column's cell; the status stands for a column that was left out of the file."""
    places = entry.places
    return places.get(column) or places.get("status") or next(iter(places.values()))


class StatusRow:
    """A row, and where to note what is wrong with it.

    Attributes:
        has: whether columns hold usable values, as `FilledRow.has`.
        undated: whether it says that its source gives no date.
        when: when its status was said.
    """

    def __init__(self, part: FilledSheet, entry: FilledRow, findings: Findings) -> None:
        self._part, self._entry, self._findings = part, entry, findings
        self.has = entry.has
        self.undated = entry.get("undated", bool) or False
        self.when = when(entry)

    def text(self, column: str) -> str:
        """Return a text or code, empty if there is none that could be read."""
        return self._entry.get(column, str) or ""

    def day(self, column: str) -> date | None:
        """Return a day if there is one that could be read."""
        return self._entry.get(column, date)

    def silent(self, column: str) -> bool:
        """Whether nothing stands there; of a cell that could not be read enough is said."""
        values = self._entry.values
        unread = column in self._entry.places and column not in values
        return not unread and values.get(column) is None

    def whose(self) -> Whose:
        """Return the row's WHOSE."""
        return self.text("commitment"), self.text("assessor"), self.text("scale")

    def note(self, code: str, column: str, found: str | date, **words: Word) -> None:
        """Note a problem at a column's cell."""
        self._findings.add(code, self._part.name, place_of(self._entry, column), found, **words)
