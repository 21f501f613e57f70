"""One cell of the form: what its column's type makes of it, or what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from data.forms.checking.advice import (
    bound_details,
    letter_details,
    limit_words,
    lookalike_details,
    near_details,
    plain_details,
    value_words,
    what,
)
from data.forms.checking.headings import title
from data.forms.checking.lookup import read_code
from data.forms.checking.problems import Both, Word, both
from data.forms.definition.codes import choices
from data.forms.values import texts as values
from data.forms.values.identifiers import (
    ENTITY_LENGTH,
    PERSON_LENGTH,
    is_demo_code,
    is_entity_code,
    resembles_personal_code,
    written_code,
)
from data.forms.values.letters import lookalikes
from data.forms.values.texts import Misread, is_empty, other_reading, text_of
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from data.forms.checking.context import Context
    from data.forms.checking.filled import Value
    from data.forms.checking.findings import Findings
    from data.forms.definition.model import Column, Sheet
    from data.forms.reading.book import CellPlace, RawSheet

__all__ = ["CellReader", "value_words", "what"]

_OLD_LENGTH = 7
_DUST = Decimal("0.000001")
_HINTS = 200
"""Problems of a sheet for which something similar is looked for: with more, all is wrong."""

_READERS: dict[str, Callable[[values.Raw], Value]] = {
    "text": values.read_text,
    "amount": values.read_amount,
    "whole": values.read_whole,
    "date": values.read_date,
    "year": values.read_year,
    "yesno": values.read_yes,
    "url": values.read_url,
}


_REPEATING = frozenset({"text", "code", "yesno", "municipality", "url"})
"""Types whose texts say the same in every row, so that each is read once."""


class CellReader:
    """Reads cells of one sheet of the file and notes what is wrong with them."""

    def __init__(self, sheet: Sheet, raw: RawSheet, context: Context, findings: Findings) -> None:
        self._sheet = sheet
        self._raw = raw
        self._context = context
        self._findings = findings
        self._hints = _HINTS
        self._plan: list[tuple[Column, int, dict[str, Value]]] = []

    def plan(self, places: Mapping[str, int]) -> None:
        """Get ready to read rows.

        Args:
            places: each column's number, from 1, by id.
        """
        # Where no formula failed, an empty cell of an optional column says nothing in every row.
        empty: dict[str, Value] = {} if self._raw.errors else {"": None}
        self._plan = [
            (column, places[column.id], {} if column.required else dict(empty))
            for column in self._sheet.columns
            if column.id in places
        ]

    def read_row(self, row: int) -> dict[str, Value]:
        """Read the planned cells of a row.

        Args:
            row: its number, from 1.

        Returns:
            Values by column id, without those that are missing or wrong.
        """
        found: dict[str, Value] = {}
        cells = self._raw.rows[row - 1]
        width = len(cells)
        for column, at, known in self._plan:
            cell = cells[at - 1] if at <= width else None
            if isinstance(cell, str) and cell in known:
                found[column.id] = known[cell]
                continue
            self.read(column, (row, at), found)
            plainly = isinstance(cell, str) and column.type in _REPEATING and not lookalikes(cell)
            if plainly and column.id in found:
                known[cell] = found[column.id]  # type: ignore[index]
        return found

    def read(self, column: Column, place: CellPlace, found: dict[str, Value]) -> None:
        """Put a cell's value into `found` under the column's id, None where it may be empty."""
        raw = self._raw.raw(*place)
        if self._findings.is_bad(self._raw.name, place):
            return
        if place in self._raw.errors:
            self._note("formula_error", place, self._raw.errors[place])
        elif is_empty(raw):
            self._leave_empty(column, place, found)
        else:
            self._interpret(column, place, raw, found)

    def _leave_empty(self, column: Column, place: CellPlace, found: dict[str, Value]) -> None:
        if not column.required:
            found[column.id] = None
            return
        words: dict[str, Word] = {"column": title(column), "what": what(column)}
        if self._sheet.layout == "table":
            words["advice"] = both("advice", "clear_row")
        self._note("required", place, None, **words)

    def _interpret(
        self, column: Column, place: CellPlace, raw: values.Raw, found: dict[str, Value]
    ) -> None:
        try:
            value = self._value(column, place, raw)
        except Misread as error:
            self._refuse(error.reason, column, place, raw)
            return
        self._remark(column, place, raw, value)
        if self._within(column, place, raw, value):
            found[column.id] = value

    def _value(self, column: Column, place: CellPlace, raw: values.Raw) -> Value:
        if reader := _READERS.get(column.type):
            return reader(raw)
        if column.type == "share":
            return self._share(column, place, raw)
        if column.type == "code":
            return read_code(text_of(raw), choices(column))
        if column.type == "entity":
            return self._entity(place, raw)
        return self._municipality(raw)

    def _share(self, column: Column, place: CellPlace, raw: values.Raw) -> Decimal:
        """Read per cent; more than two decimals are rounded with a remark."""
        if self._shows_percent(place, raw):
            raw = raw * 100  # type: ignore[operator]  # a number, or it would show no sign
        share = values.read_share(raw)
        rounded = share.quantize(values.CENT, ROUND_HALF_UP) + 0
        if abs(share - rounded) > _DUST:
            text = f"{rounded:f}"
            words = {"column": title(column), "rounded": Both(text.replace(".", ","), text)}
            self._note("share_rounded", place, raw, **words)
        return rounded

    def _shows_percent(self, place: CellPlace, raw: values.Raw) -> bool:
        """Whether a number is shown times hundred, as a spreadsheet does with 55,56 %."""
        number = isinstance(raw, (int, float)) and not isinstance(raw, bool)
        return number and place in self._raw.percents

    def _remark(self, column: Column, place: CellPlace, raw: values.Raw, value: Value) -> None:
        """Remark on what was read, but may have been meant otherwise."""
        if not isinstance(raw, str):
            return
        if column.type == "date" and isinstance(value, date) and (other := other_reading(raw)):
            words = {"read": value.isoformat(), "other": other.isoformat()}
            self._note("date_two_ways", place, raw, column=title(column), **words)
        elif column.type == "text" and (letters := lookalikes(raw)):
            self._note("lookalike_text", place, raw, **letter_details(column, letters))

    def _entity(self, place: CellPlace, raw: values.Raw) -> str:
        code = text_of(raw)
        if is_demo_code(code.upper()):
            if not self._context.demo:
                raise Misread("entity_demo")
            return code.upper()
        written, code = code, re.sub(r"[ .-]", "", code)
        if len(code) == PERSON_LENGTH and resembles_personal_code(code):
            raise Misread("personal_code")
        if code and not code.strip("0"):
            raise Misread("entity_zero")
        if re.fullmatch(rf"[0-9]{{{_OLD_LENGTH}}}", code):
            self._note("entity_old", place, raw)
            return code
        if not re.fullmatch(rf"[0-9]{{{ENTITY_LENGTH}}}", code):
            raise Misread("entity_written" if written_code(written) else "entity_length")
        if not is_entity_code(code) and code not in self._context.known_codes:
            raise Misread("entity_check_digit")
        return code

    def _municipality(self, raw: values.Raw) -> str:
        text = text_of(raw)
        try:
            return find_municipality(text).code
        except AmbiguousPlace as error:
            raise Misread("ambiguous_municipality") from error
        except UnknownPlace as error:
            raise Misread("unknown_municipality") from error

    def _within(self, column: Column, place: CellPlace, raw: values.Raw, value: Value) -> bool:
        """Whether a number is within its column's bounds; odd shares are only remarked on."""
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            return True
        low, high = column.minimum, column.maximum
        if low is not None and value < low:
            kind = "negative" if low == 0 else "below_minimum"
            self._note(kind, place, raw, **bound_details(kind, column, limit_words(column, low)))
            return False
        if high is not None and value > high:
            words = bound_details("above_maximum", column, limit_words(column, high))
            self._note("above_maximum", place, raw, **words)
            return False
        if column.type == "share" and 0 < value < 1 and not self._said_percent(place, raw):
            near = values.text_of(float(value * 100))
            words = {"near": Both(near.replace(".", ","), near)}
            self._note("share_fraction", place, raw, **words)
        return True

    def _said_percent(self, place: CellPlace, raw: values.Raw) -> bool:
        """Whether somebody who wrote so little wrote a per cent sign too."""
        return self._shows_percent(place, raw) or (isinstance(raw, str) and "%" in raw)

    def _refuse(self, reason: str, column: Column, place: CellPlace, raw: values.Raw) -> None:
        if letters := lookalike_details(reason, column, raw):
            self._note("lookalike_letters", place, raw, **letters)
            return
        details = plain_details(reason, column, self._sheet, raw)
        if self._hints:
            self._hints -= 1
            details |= near_details(reason, column, self._sheet, raw, self._context.entities)
        self._note(reason, place, raw, **details)

    def _note(self, code: str, place: CellPlace, found: values.Raw = None, **details: Word) -> None:
        self._findings.add(code, self._raw.name, place, found, **details)
