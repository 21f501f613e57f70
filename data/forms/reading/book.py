"""What a file holds, whatever kind it is: sheets of cells, and what may hide data in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.forms.values.texts import Raw

FileKind = Literal["xlsx", "xlsm", "ods", "xls", "csv"]
_AREA = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")

CellPlace = tuple[int, int]
"""Row and column, both from 1."""


class Merged(NamedTuple):
    """Cells merged into one, from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class RawSheet:
    """A sheet as it stands in the file.

    Attributes:
        name: as in the file.
        rows: from row 1 and column A on; rows may be of different lengths.
        hidden_rows: numbers of rows that are hidden or filtered out.
        merged: merged areas.
        errors: what stands in cells whose formula failed, such as ``#REF!``.
        percents: cells that show their number times hundred with a per cent sign.
        comments: what is said of cells beside them.
    """

    name: str
    rows: list[list[Raw]]
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    errors: Mapping[CellPlace, str] = field(default_factory=dict)
    percents: frozenset[CellPlace] = frozenset()
    comments: Mapping[CellPlace, str] = field(default_factory=dict)

    def raw(self, row: int, column: int) -> Raw:
        """Return what stands in a cell, None outside of what is filled."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column - 1]


@dataclass(frozen=True)
class RawBook:
    """A file that could be read."""

    kind: FileKind
    sheets: tuple[RawSheet, ...]


def column_letters(column: int) -> str:
    """Return a column's letters: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return a column's number: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_area(text: str) -> Merged | None:
    """Read the address of an area, ``B2:C4``, or of a single cell; None if it is neither."""
    found = _AREA.fullmatch(text)
    if not found:
        return None
    left, top, right, bottom = found.groups()
    first = (int(top), column_number(left))
    last = (int(bottom), column_number(right)) if right else first
    return Merged(*first, *last)


def address(row: int, column: int) -> str:
    """Return a cell's address within its sheet: ``H14``."""
    return f"{column_letters(column)}{row}"
