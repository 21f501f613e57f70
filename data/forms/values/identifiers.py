"""Codes of legal entities and of people, told apart by their digits alone.

Both kinds end in a check digit made in the same way. A personal code must never be stored or
shown, so everything that repeats what a form says goes through `masked`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from data.forms.values.contacts import holds_contact, without_contacts

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTITY_LENGTH = 9
PERSON_LENGTH = 11
MASK = "*" * PERSON_LENGTH

DEMO_CODE = re.compile(r"D\d{2}-\d{4}")
"""Codes of the demonstration set, as in D13-0007; no real code has a letter."""

_PARTED = re.compile(
    r"(?<!\d)(?<!\d[.,])\d(?:[\s\u00ad\u200b\u2060\ufeff./\\_·–—-]{0,3}\d){10}(?!\d)(?![.,]\d)"
)
"""Eleven digits, perhaps parted by spaces, line breaks, dots or dashes; no digits of a fraction."""


_AROUND = {
    "fraction": re.compile(r"([0-9]{9}|[0-9]{7})[.,]0+"),
    "power": re.compile(r"([0-9][.,][0-9]{8})E\+?0?8", re.IGNORECASE),
    "vat": re.compile(r"LT[ -]?([0-9]{9}|[0-9]{12})", re.IGNORECASE),
    "quotes": re.compile(r"['\"`´’‘„“”]*([0-9]{9})['\"`´’‘“”]*"),
    "signs": re.compile(r"[^0-9]*(?<![0-9])([0-9]{3} ?[0-9]{3} ?[0-9]{3})(?![0-9])[^0-9]*"),
}
"""How a code of nine digits is found with something about it; the first that fits."""


def check_digit(digits: str) -> int:
    """The digit that must follow, by the rule of Lithuanian registers.

    Digits are multiplied by the weights 1, 2, …, 9, 1, 2, … and the sum is taken modulo 11. If
    that is 10, the weights 3, 4, …, 9, 1, 2, … are used instead; if it is 10 again, the digit is 0.

    The rule for a legal entity's nine digits is the one that python-stdnum (`lt.pvm`) and jsvat
    apply to the VAT codes of legal entities; the one for personal codes is in
    https://en.wikipedia.org/wiki/National_identification_number#Lithuania (python-stdnum
    `lt.asmens`). Codes published by their owners agree with it, among them 124110246 (Registrų
    centras), 188659752 (Valstybinė mokesčių inspekcija) and 111109233 (Vilniaus miesto
    savivaldybės administracija).

    Args:
        digits: the code without its last digit.
    """
    for shift in (0, 2):
        total = sum(int(digit) * ((place + shift) % 9 + 1) for place, digit in enumerate(digits))
        if total % 11 != 10:
            return total % 11
    return 0


def is_entity_code(text: str) -> bool:
    """Whether nine digits end in the check digit of the Register of Legal Entities."""
    if not re.fullmatch(r"[0-9]{9}", text):
        return False
    return check_digit(text[:-1]) == int(text[-1])


def written_code(text: str) -> tuple[str, str] | None:
    """Tell a legal entity's code from what programs and people write around it.

    Args:
        text: what stands in a cell, and is no plain code.

    Returns:
        Why it is no plain code, "fraction" (``190003513.0``), "power" (``1.90003513E+08``), "vat"
        (``LT190003513``), "quotes" (``'190003513``) or "signs" (``kodas 190003513``), and the code
        if its check digit is right, else ""; None if it is nothing of the kind.
    """
    for why, pattern in _AROUND.items():
        if found := pattern.fullmatch(text):
            code = re.sub(r"\D", "", found[1])
            return why, code if is_entity_code(code) else ""
    return None


def is_demo_code(text: str) -> bool:
    """Whether it is a code of the demonstration set, such as ``D13-0007``."""
    return DEMO_CODE.fullmatch(text) is not None


def is_personal_code(text: str) -> bool:
    """Whether eleven digits are valid as a personal code: sex, birthday, check digit."""
    return resembles_personal_code(text) and check_digit(text[:-1]) == int(text[-1])


def resembles_personal_code(text: str) -> bool:
    """Whether eleven digits begin as a personal code does; a mistyped one has a wrong end.

    The month and the day may be 00, as in codes of people who do not know their birthday.
    """
    if not re.fullmatch(r"[1-6][0-9]{10}", text):
        return False
    year, month, day = int(text[1:3]), int(text[3:5]), int(text[5:7])
    if month == 0 or day == 0:
        return month <= 12 and day <= 31
    century = 1800 + 100 * ((int(text[0]) - 1) // 2)
    return month <= 12 and day <= monthrange(century + year, month)[1]


def holds_personal_code(text: str) -> bool:
    """Whether a valid personal code stands anywhere in a text, also with spaces or dots in it."""
    return any(is_personal_code(_digits(found[0])) for found in _parted(text))


def private_kind(text: str, *, words: bool = False) -> str | None:
    """Return the problem's kind of a text with personal data that can be told by their signs.

    Where something was starred out before, more of it may stand beside the stars.

    Args:
        text: what to look at.
        words: whether it stands where words belong; see `holds_contact`.
    """
    if MASK in text or holds_personal_code(text):
        return "personal_code"
    return "contact_data" if holds_contact(text, words=words) else None


def masked(text: str) -> str:
    """The text with all that resembles a personal code starred out, and addresses and numbers."""
    begin, parts = 0, []
    for found in _parted(text):
        if found.start() >= begin and resembles_personal_code(_digits(found[0])):
            parts += [text[begin : found.start()], MASK]
            begin = found.end()
    return without_contacts("".join([*parts, text[begin:]]), MASK)


def _parted(text: str) -> Iterator[re.Match[str]]:
    """Yield every run of eleven digits, those that overlap too."""
    begin = 0
    while found := _PARTED.search(text, begin):
        yield found
        begin = found.start() + 1


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
