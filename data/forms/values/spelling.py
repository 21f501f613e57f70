"""What a cell holds, as text that can be compared: spaces, case, accents and dashes made alike."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

Raw = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell of a file can hold; None and "" are empty."""

DASHES = str.maketrans({**dict.fromkeys("−–—‒‑﹣－", "-"), "’": "'", "‘": "'"})
"""Makes minus signs of every kind plain, and apostrophes too."""

_WORDS = re.compile(r"[^\W_]+|[€%+✓✔]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\ufeff]+")
_NOTHING = frozenset({"", "-", "--", "---"})
_REMEMBERED = 100
"""Characters of the longest text that is folded once for all times that it stands somewhere."""


class Misread(ValueError):
    """A cell does not say what its column needs.

    Attributes:
        reason: id of the problem kind, for example ``"not_a_number"``.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def fold(text: str) -> str:
    """Reduce a text to what compares equal: no case, diacritics, punctuation or extra spaces."""
    return _remembered(text) if len(text) <= _REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(plain(text)))


_remembered = lru_cache(maxsize=4096)(_folded)


def plain(text: str) -> str:
    """Lower case without diacritics, punctuation kept."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def visible(text: str) -> str:
    """Return a text without signs that command a terminal or turn the writing around."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def text_of(raw: Raw) -> str:
    """Return a cell as text: spaces of every kind made plain, numbers without a useless ``.0``."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        text = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        return _SPACES.sub(" ", text).strip()
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, (int, float)):
        number = exact(raw)
        return format(number.normalize() + 0 if number else Decimal(0), "f")
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ")
    return str(raw)


def is_empty(raw: Raw) -> bool:
    """Whether a cell says nothing; a lone dash, which bookkeepers write for nothing, says so."""
    if isinstance(raw, str):
        return not raw[:1].isalnum() and _SPACES.sub("", raw).translate(DASHES) in _NOTHING
    return raw is None


def exact(raw: float) -> Decimal:
    """Turn a spreadsheet's number into the decimal that the spreadsheet shows.

    A spreadsheet keeps binary fractions and shows at most 15 significant digits, so the dust that
    sums leave behind (0.30000000000000004) is not part of the number; nothing else is rounded.

    Raises:
        Misread: it is infinite or not a number.
    """
    said = repr(raw)
    if len(said) <= 16 and said[-1].isdigit():
        return Decimal(said)
    number = Decimal(said)
    if not number.is_finite():
        raise Misread("not_a_number")
    return number if len(number.as_tuple().digits) <= 15 else Decimal(f"{raw:.15g}")
