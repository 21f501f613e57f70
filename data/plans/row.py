"""A row of the form of statuses, as its rules ask it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.forms.filled import Entry, Part
    from data.forms.findings import Findings
    from data.forms.problems import Word
    from data.plans.known import Whose

WHOSE = ("commitment", "assessor", "scale")
"""Columns that say whose word on what a status is."""


class StatusRow:
    """A row, and where to note what is wrong with it."""

    def __init__(self, part: Part, entry: Entry, findings: Findings) -> None:
        self._part, self._entry, self._findings = part, entry, findings
        self.has = entry.has

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
        # A column that may be left out of the file has no place: the status stands for it.
        places = self._entry.places
        place = places.get(column) or places["status"]
        self._findings.add(code, self._part.name, place, found, **words)
