"""A table of a web page laid out as rows and columns, with cells that span several of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.forms.reading.tally import Tally


@dataclass
class Grid:
    """A table that is being read, cell by cell.

    Attributes:
        tally: counts what the page has.
        rows: what was read; each row as long as its last cell.
        filled: how many cells say something.
        cell: pieces of the cell that is open; None between cells.
    """

    tally: Tally
    rows: list[list[str]] = field(default_factory=list)
    filled: int = 0
    cell: list[str] | None = None
    _column: int = 0
    _spans: tuple[int, int] = (1, 1)
    _below: dict[int, tuple[int, str]] = field(default_factory=dict)
    """By column, cells that go on in rows to come: how many, and the text."""

    def begin_row(self) -> None:
        """Begin a row."""
        self.end_row()
        self.tally.mark()
        self.rows.append([])
        self._column = 0

    def end_row(self) -> None:
        """End the row that is open, with what earlier rows say of its rest."""
        self.end_cell()
        for column in sorted(each for each in self._below if each >= self._column and self.rows):
            self._column = column
            self._pass_spanned()

    def begin_cell(self, rows: int, columns: int) -> None:
        """Begin a cell that spans so many rows and columns."""
        self.end_cell()
        self.tally.mark()
        if not self.rows:
            self.rows.append([])
        self.cell, self._spans = [], (max(1, rows), max(1, columns))

    def end_cell(self) -> None:
        """End the cell that is open, if one is."""
        if self.cell is None:
            return
        text, self.cell = " ".join("".join(self.cell).split()), None
        self._pass_spanned()
        rows, columns = self._spans
        self._put(text, rows)
        self._column += columns

    def _pass_spanned(self) -> None:
        """Go on to the next column that no cell of an earlier row reaches into."""
        while self._column in self._below:
            rows, text = self._below.pop(self._column)
            self._put(text, rows)
            self._column += 1

    def _put(self, text: str, rows: int) -> None:
        """Write a text here, and remember it for further rows."""
        self.tally.value(len(self.rows), self._column + 1, 1 if text else 0)
        row = self.rows[-1]
        row += [""] * (self._column + 1 - len(row))
        row[self._column] = text
        self.filled += bool(text)
        if rows > 1:
            self._below[self._column] = rows - 1, text
