"""E-mail addresses and telephone numbers in texts: where none are asked for, they are personal."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@(?!example\.(?:org|com|net)\b)[\w-]+(?:\.[\w-]+)+")
"""An e-mail address, other than those that are set apart for examples."""

_NUMBER = r"(?:\d[\s()-]{0,2}){7}\d"
NUMBER = re.compile(
    r"(?<![\w.,+/-])(?:"
    rf"(?:\+|00)?\s?370[\s()-]*{_NUMBER}"  # the country's code, then eight digits
    r"|\+(?:\d[\s()-]{0,2}){8,13}\d"  # another country's
    rf"|(?:\([08][\s-]?|[08][\s-]\(?){_NUMBER}"  # from within the country: (8 5) …, 8 6…, 0 6…
    r")(?!\w|[.,]\d)"
    r"|\b(?:tel|mob|telefon\w*|faks\w*|phone)\b[.:]*\s*(?:nr|no)?[.:]*\s*[(+\d](?:[\s()-]{0,2}\d){4,}",
    re.IGNORECASE,
)
"""A telephone number of Lithuania, one with the plus of another country, one that is called so.

Amounts are no numbers: after the 8 or 0 of a number called from within the country there is a space
or a dash, and no cents follow.
"""

_MOBILE = re.compile(r"(?<![\w.,])[08]6\d{7}(?!\w|[.,]\d)")


def holds_contact(text: str, *, words: bool = False) -> bool:
    """Whether a text holds an e-mail address or a telephone number.

    Args:
        text: what to look at.
        words: whether it stands where words belong, so that nine digits are no amount either.
    """
    if "@" in text and ADDRESS.search(text):
        return True
    return bool(NUMBER.search(text) or (words and _MOBILE.search(text)))


def without_contacts(text: str, mask: str) -> str:
    """Return a text with a mask in the place of addresses and numbers."""
    return NUMBER.sub(mask, ADDRESS.sub(mask, text) if "@" in text else text)


_FREE = re.compile(
    r"@(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|mac|proton|protonmail|pm"
    r"|gmx|aol|mail|yandex|inbox|one|zebra|takas|delfi)\.[a-z.]+$",
    re.IGNORECASE,
)
"""Providers whose addresses anybody can have."""


def is_office_address(text: str) -> bool:
    """Whether a text is one e-mail address that an office can have, and nothing else."""
    return bool(re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text)) and not _FREE.search(text)
