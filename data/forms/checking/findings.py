"""Collects problems while a form is read and checked, each with its address in the file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both, Problem, Word, euros, make
from data.forms.reading.book import address
from data.forms.values.identifiers import MASK, masked
from data.forms.values.texts import text_of, visible

if TYPE_CHECKING:
    from data.forms.values.texts import Raw

LIMIT = 10_000
"""Problems of a file; a form with more is wrong as a whole."""

_LONGEST = 80


class TooMany(Exception):
    """The file has more problems than anybody would read."""


class Findings:
    """Problems so far, and the cells that hold no usable value because of one.

    Args:
        limit: how many there can be.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.problems: list[Problem] = []
        self._limit = limit
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
        if len(self.problems) >= self._limit:
            self.problems.append(make("too_many_problems", limit=str(self._limit)))
            raise TooMany
        clean = {
            key: masked(word) if isinstance(word, str) else type(word)(*map(masked, word))
            for key, word in details.items()
        }
        self.problems.append(make(code, sheet, cell, _found(found), **clean))

    def spoil(self, sheet: str, place: tuple[int, int]) -> None:
        """Remember that a cell was found bad, so that nothing else is said of it."""
        self._bad.add((sheet, *place))

    def is_bad(self, sheet: str, place: tuple[int, int]) -> bool:
        """Whether a cell was found bad."""
        return (sheet, *place) in self._bad


def shown(raw: Raw) -> str:
    """Return a text as a report may show it: short, dates as days, personal codes starred out."""
    if isinstance(raw, (date, datetime)):
        return text_of(raw)
    text = visible(masked(text_of(raw)))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _found(raw: Raw | Decimal) -> Word:
    """Return what stands in a cell as a report may show it, numbers as each language writes them.

    Beside a personal code may stand whose it is: of such a cell only stars are shown.
    """
    if isinstance(raw, Decimal):
        return euros(raw)
    text = shown(raw)
    if isinstance(raw, float):
        return Both(text.replace(".", ","), text)
    if isinstance(raw, str) and masked(said := text_of(raw)) != said:
        return MASK
    return text
