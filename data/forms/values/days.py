"""Days and years as people write them; the year comes first, or else the day does."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from data.forms.values.spelling import DASHES, Misread, Raw, plain, text_of

YEARS = range(1990, 2101)
"""Years that a form can speak of."""

_YEAR_FIRST = re.compile(r"(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})\.?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_IN_WORDS = re.compile(r"(\d{4}) ?m\.? ?([a-z]+) ?(\d{1,2}) ?d?\.?")
_TIME = re.compile(r"(?<=\d)(?:T|,? )(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?Z?$")
_MONTHS = [
    "sausio", "vasario", "kovo", "balandzio", "geguzes", "birzelio",
    "liepos", "rugpjucio", "rugsejo", "spalio", "lapkricio", "gruodzio",
]  # fmt: skip
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


def read_year(raw: Raw) -> int:
    """Read a year: ``2026``, ``2026 m.``; a date is not a year.

    Raises:
        Misread: ``not_a_year``.
    """
    text = re.sub(r" ?m\.?$", "", text_of(raw))
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise Misread("not_a_year")
    return int(text)


def read_date(raw: Raw) -> date:
    """Read a day.

    Understood are dates of spreadsheets, their serial numbers (days since 1899-12-30), year first
    (``2026-03-01``, ``2026.03.01``, ``20260301``, ``2026 m. kovo 1 d.``) and day first
    (``01/03/2026``, ``1.3.2026``). With the year last the day comes first, as in Lithuania:
    ``01/03/2026`` is 1 March (see `other_reading`); ``03/25/2026`` is refused. Two-digit years are
    refused. A time of the day, which NOW() and exports of programs leave, is left out.

    Raises:
        Misread: ``not_a_date``.
    """
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return _within_reach(raw)
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        if not _SERIALS.start <= raw < _SERIALS.stop:
            raise Misread("not_a_date")
        return _within_reach(_EXCEL_DAY_0 + timedelta(days=int(raw)))
    if not isinstance(raw, str):
        raise Misread("not_a_date")
    try:
        return _within_reach(date(*_day(_plain(raw))))
    except ValueError as error:
        raise Misread("not_a_date") from error


def other_reading(raw: Raw) -> date | None:
    """Return the day that an American would read, where it is another: 3/1/2025 may be 1 March.

    With dots nobody writes the month first.
    """
    found = _DAY_FIRST.fullmatch(_plain(raw)) if isinstance(raw, str) else None
    if not found or found[2] not in "/-" or found[1].zfill(2) == found[3].zfill(2):
        return None
    try:
        return _within_reach(date(int(found[4]), int(found[1]), int(found[3])))
    except ValueError:
        return None


def _plain(raw: str) -> str:
    return _TIME.sub("", text_of(raw)[:60].translate(DASHES))


def _day(text: str) -> tuple[int, int, int]:
    """Split a text into year, month and day."""
    if (found := _YEAR_FIRST.fullmatch(text)) and text.isascii():
        return int(found[1]), int(found[3]), int(found[4])
    if (found := _DAY_FIRST.fullmatch(text)) and text.isascii():
        return int(found[4]), int(found[3]), int(found[1])
    if (found := _COMPACT.fullmatch(text)) and text.isascii():
        return int(found[1]), int(found[2]), int(found[3])
    if (found := _IN_WORDS.fullmatch(plain(text))) and found[2] in _MONTHS:
        return int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    raise Misread("not_a_date")


def _within_reach(day: date) -> date:
    if day.year not in YEARS:
        raise Misread("not_a_date")
    return day
