"""What people mean when they write something into a cell.

Each reader takes what a file holds (text, or what a spreadsheet says is a number, date or truth
value) and returns the value that was meant, or raises `Misread`, whose `reason` is the id of a
problem kind. Nothing is guessed: what can be read in two ways is refused.
"""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

from data.forms.values.days import YEARS, other_reading, read_date, read_year
from data.forms.values.numbers import BEYOND, CENT, read_amount, read_number, read_share, read_whole
from data.forms.values.spelling import Misread, Raw, exact, fold, is_empty, text_of, visible

__all__ = [
    "BEYOND", "CENT", "YEARS", "Misread", "Raw", "exact", "fold", "is_empty", "other_reading",
    "read_amount", "read_date", "read_number", "read_share", "read_text", "read_url", "read_whole",
    "read_year", "read_yes", "text_of", "visible",
]  # fmt: skip

LONGEST_TEXT = 500
"""Characters of a text, or of a link."""

_YES = frozenset({"taip", "t", "yes", "y", "x", "yra", "true", "1", "+", "✓", "✔"})
_NO = frozenset({"ne", "n", "no", "nera", "false", "0"})


def read_yes(raw: Raw) -> bool:
    """Read yes or no: taip/ne, yes/no, yra/nėra, t/n, y/n, x or + for yes, 1/0, TRUE/FALSE.

    Raises:
        Misread: ``not_yes_or_no``.
    """
    said = fold(text_of(raw))
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise Misread("not_yes_or_no")


def read_url(raw: Raw) -> str:
    """Read a web address; a leading ``www.`` is completed to ``https://www.``.

    Raises:
        Misread: ``not_a_link``.
    """
    text = text_of(raw)
    text = f"https://{text}" if text.casefold().startswith("www.") else text
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise Misread("not_a_link") from error
    host = parts.hostname or ""
    if (
        parts.scheme not in {"http", "https"}
        or "." not in host
        or " " in text
        or len(text) > LONGEST_TEXT
    ):
        raise Misread("not_a_link")
    return text


def read_text(raw: Raw) -> str:
    """Read a text without control characters, at most 500 characters long.

    Raises:
        Misread: ``text_too_long``.
    """
    text = text_of(raw)
    if not text.isprintable():
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cc")
    if len(text) > LONGEST_TEXT:
        raise Misread("text_too_long")
    return text
