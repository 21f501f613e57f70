"""Collects problems while a form is read and checked, each with its address in the file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.identifiers import MASK, masked
from data.forms.problems import Both, Problem, Word, euros, make
from data.forms.reading.book import address
from data.forms.values import text_of, visible

if TYPE_CHECKING:
    from data.forms.values import Raw

LIMIT = 10_000
"""Problems of a file; a form with more is wrong as a whole."""

_LONGEST = 80


class TooMany(Exception):
    """The file has more problems than anybody would read."""


class Findings:
    """Problems so far, and the cells that hold no usable value because of one."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._bad: set[tuple[str, int, int]] = set()

    def add(
        self,
        code: str,
        sheet: str = "",
        place: tuple[int, int] | str | None = None,
        found: Raw | Decimal = None,
        **details: Word,
    ) -> None:
        """Note a problem.

        Args:
            code: id of its kind.
            sheet: the sheet's name in the file.
            place: row and column from 1, or an address; None for the whole sheet.
            found: what stands there: as the cell has it, or an amount in €.
            details: words for the kind's placeholders.

        Raises:
            TooMany: the limit is reached.
        """
        cell = address(*place) if isinstance(place, tuple) else place or ""
        if len(self.problems) >= LIMIT:
            self.problems.append(make("too_many_problems", limit=str(LIMIT)))
            raise TooMany
        clean = {
            key: masked(word) if isinstance(word, str) else type(word)(*map(masked, word))
            for key, word in details.items()
        }
        self.problems.append(make(code, sheet, cell, shown(found), **clean))

    def spoil(self, sheet: str, place: tuple[int, int]) -> None:
        """Remember that a cell was found bad, so that nothing else is said of it."""
        self._bad.add((sheet, *place))

    def is_bad(self, sheet: str, place: tuple[int, int]) -> bool:
        """Whether a cell was found bad."""
        return (sheet, *place) in self._bad


def shown(raw: Raw | Decimal) -> Word:
    """Return a cell as a report may show it.

    Args:
        raw: what the cell holds, or an amount in € that was read from it.

    Returns:
        A short text, dates as days, numbers as each language writes them; of a cell with a personal
        code only stars, because what stands beside the code may name its owner.
    """
    if isinstance(raw, Decimal):
        return euros(raw)
    said = text_of(raw)
    if isinstance(raw, (date, datetime)):
        return said
    text = visible(masked(said))
    if text != visible(said):
        return MASK
    if isinstance(raw, float):
        return Both(text.replace(".", ","), text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
