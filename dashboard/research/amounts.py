"""Writes how far figures of a subject are apart, and what it is called in a sentence."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TYPE_CHECKING

from dashboard.research.subjects import LEVEL, units_of
from dashboard.research.writing import PER_CENT, MeasuredWriter, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured

MOST_DECIMALS = 8


def amount(
    writer: MeasuredWriter, value: float, decimals: int | None = None, *, sign: bool = False
) -> str:
    """A difference of two figures, in points where these are per cent.

    Args:
        writer: That of the figures.
        value: The difference.
        decimals: After the decimal mark; two telling digits where it is left out.
        sign: Whether a plus is seen.
    """
    words, subject = writer.words, writer.subject
    digits = telling_decimals(value) if decimals is None else decimals
    number = words.number(value, digits, sign=sign)
    if subject.measure in PER_CENT:
        return words.t("change.points", number=number)
    if subject.measure not in (LEVEL, "change"):
        return number
    if subject.kind == "count":
        if subject.is_feature:
            return words.t(f"research.amount.{subject.of}", number=number)
        return number
    if subject.kind == "money":
        return words.euros(number)
    return words.t("change.points", number=number)


def called(measured: Measured, words: Language) -> str:
    """What is studied: its name, with unit and measure where the name does not settle these."""
    subject = measured.subject
    if subject.measure == LEVEL and len(units_of(subject.of)) == 1:
        return name_of(subject, words)
    return MeasuredWriter.of(measured, words).title


def telling_decimals(value: float, digits: int = 2) -> int:
    """Decimals with which so many digits of a number are told."""
    if not isfinite(value) or value == 0:
        return 0
    return min(max(digits - 1 - floor(log10(abs(value))), 0), MOST_DECIMALS)


def axis_texts(values: Sequence[float], words: Language, *, apart: bool = False) -> list[str]:
    """Round figures of an axis, with as many decimals as tell all of them to the last digit.

    Args:
        values: The figures.
        words: The language.
        apart: Whether each has the decimals that it needs itself, as on a logarithmic axis.
    """
    if apart:
        return [text for value in values for text in axis_texts([value], words)]
    for decimals in range(MOST_DECIMALS):
        if all(abs(value - round(value, decimals)) <= 1e-9 * abs(value) for value in values):
            return words.numbers(values, decimals)
    return words.numbers(values, MOST_DECIMALS)
