"""Numbers as people write them, exact to the digit; what can be read in two ways is refused."""

from __future__ import annotations

import re
from decimal import Decimal

from data.forms.values.spelling import DASHES, Misread, Raw, exact, text_of

CENT = Decimal("0.01")
_DUST = Decimal("0.000001")
BEYOND = Decimal(10) ** 15
"""From here on spreadsheets no longer keep cents."""

_CENTS = re.compile(r"[0-9]{1,13}\.[0-9]{1,2}")
"""How most amounts of spreadsheets are written out; they need no closer look."""

_LONGEST = 60
"""Characters of a number; more is no number, and would take long to read."""

_EURO = r"(?:€|eur\.?|euro|eurai|eurų)"
_EUROS = re.compile(rf"^{_EURO}\s*|\s*{_EURO}$", re.IGNORECASE)
_PER_CENT = re.compile(r"\s*(?:%|proc\.?)$", re.IGNORECASE)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(\d+)(?:[.,](\d+))?",
        r"()[.,](\d+)",
        r"(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?",
        r"(\d{1,3}(?:'\d{3})+)(?:[.,](\d+))?",
        r"(\d{1,3}(?:\.\d{3})+),(\d+)",
        r"(\d{1,3}(?:,\d{3})+)\.(\d+)",
        r"(\d{1,3}(?:\.\d{3}){2,})()",
        r"(\d{1,3}(?:,\d{3}){2,})()",
    )
)
"""How a number without its sign looks: whole part with or without groups, decimal part."""


def read_number(raw: Raw) -> Decimal:
    """Read a number as people write it.

    Understood are ``1234.5``, ``1 234,50``, ``1.234,50 €``, ``1'234.50``, ``EUR 5``, ``(12,00)``,
    ``−3``, ``3-``. Of a comma and a dot the last is the decimal mark. ``1.234`` and ``1,234`` can
    be read in two ways and are refused.

    Raises:
        Misread: ``not_a_number`` or ``ambiguous_number``.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return exact(raw)
    if not isinstance(raw, str):
        raise Misread("not_a_number")
    text = text_of(raw)
    if len(text) > _LONGEST:
        raise Misread("not_a_number")
    text = _EUROS.sub("", text.translate(DASHES)).strip()
    sign, digits = _signed(text)
    return sign * _digits(digits)


def _signed(text: str) -> tuple[int, str]:
    """Split off a minus in front, a minus behind or bookkeepers' brackets."""
    if text.startswith("(") and text.endswith(")"):
        return -1, _EUROS.sub("", text[1:-1].strip()).strip()
    if text.startswith(("-", "+")):
        return (-1 if text[0] == "-" else 1), _EUROS.sub("", text[1:].strip()).strip()
    if text.endswith("-"):
        return -1, text[:-1].strip()
    return 1, text


def _digits(text: str) -> Decimal:
    if _TWO_WAYS.fullmatch(text):
        raise Misread("ambiguous_number")
    if text.isascii():
        for shape in _SHAPES:
            if found := shape.fullmatch(text):
                whole = re.sub(r"\D", "", found[1]) or "0"
                return Decimal(f"{whole}.{found[2] or '0'}")
    raise Misread("not_a_number")


def read_amount(raw: Raw) -> Decimal:
    """Read euros, exact to the cent.

    A spreadsheet's number that is off a whole cent by less than a millionth is that many cents:
    sums of many binary fractions end so. Text is taken as it is written.

    Raises:
        Misread: ``not_a_number``, ``ambiguous_number``, ``finer_than_cents`` or
            ``above_maximum``.
    """
    if isinstance(raw, float) and _CENTS.fullmatch(said := repr(raw)):
        return Decimal(said).quantize(CENT)
    number = read_number(raw)
    if abs(number) >= BEYOND:
        raise Misread("above_maximum")
    cents = number.quantize(CENT)
    if number != cents and not (isinstance(raw, float) and abs(number - cents) < _DUST):
        raise Misread("finer_than_cents")
    return cents + 0  # -0.00 becomes 0.00


def read_share(raw: Raw) -> Decimal:
    """Read per cent, with all decimals: ``12,5``, ``12.5 %``, ``12,5 proc.``, ``55,5556``.

    A share has no thousands, so ``12,345`` is read in one way.

    Raises:
        Misread: ``not_a_number`` or ``above_maximum``.
    """
    text = _PER_CENT.sub("", text_of(raw)) if isinstance(raw, str) else ""
    if _TWO_WAYS.fullmatch(text):
        return Decimal(text.replace(",", "."))
    number = read_number(text or raw)
    if abs(number) >= BEYOND:
        raise Misread("above_maximum")
    return number


def read_whole(raw: Raw) -> int:
    """Read a whole number: ``12``, ``1 234``, ``12.0``; three digits after a dot are thousands.

    Raises:
        Misread: ``not_a_number`` or ``not_whole``.
    """
    if isinstance(raw, str) and _TWO_WAYS.fullmatch(text_of(raw)):
        return int(re.sub(r"\D", "", raw))
    number = read_number(raw)
    if number != number.to_integral_value():
        raise Misread("not_whole")
    return int(number)
