"""Counts what a workbook mentions and stops reading it when it is more than a form can be."""

from __future__ import annotations

from dataclasses import dataclass

from data.forms.reading import limits
from data.forms.reading.refusal import Unreadable


@dataclass
class Tally:
    """What was met so far, in all sheets of a workbook."""

    marks: int = 0
    values: int = 0
    text: int = 0
    merged: int = 0

    def mark(self) -> None:
        """Count a row or a cell, empty or not."""
        self.marks += 1
        if self.marks > limits.MARKED_CELLS:
            raise Unreadable("too_many_cells", limit=str(limits.MARKED_CELLS))

    def value(self, row: int, column: int, count: int = 1) -> None:
        """Count cells with a value; the place is that of the last one, from 1."""
        self.values += count
        if row > limits.ROWS:
            raise Unreadable("too_many_rows", found=str(row), limit=str(limits.ROWS))
        if column > limits.COLUMNS:
            raise Unreadable("too_many_columns", found=str(column), limit=str(limits.COLUMNS))
        if self.values > limits.CELLS:
            raise Unreadable("too_many_cells", limit=str(limits.CELLS))

    def characters(self, count: int) -> None:
        """Count characters of cells."""
        self.text += count
        if self.text > limits.TEXT:
            raise Unreadable("too_much_text", limit=str(limits.TEXT))

    def merge(self) -> None:
        """Count a merged area."""
        self.merged += 1
        if self.merged > limits.MERGED:
            raise Unreadable("too_many_cells", limit=str(limits.MERGED))
