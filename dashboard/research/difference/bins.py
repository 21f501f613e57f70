"""Classes around nought: symmetric, with round limits, the same whatever years are chosen."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.palette import diverging

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.language.i18n import Language

CLASSES = len(diverging())
MIDDLE = CLASSES // 2
"""The class around nought."""

SHARES = (0.25, 0.6, 0.88)
"""Shares of all differences, however large, that lie below each of the three limits."""

ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
"""Limits are these times a power of ten."""


def limits_around(differences: NDArray[np.float64], decimals: int) -> tuple[float, float, float]:
    """Where the classes of larger differences begin, above nought and below it alike.

    Args:
        differences: All that could ever be shown; NaN are left out.
        decimals: Digits that are shown; no limit is finer.
    """
    sizes = np.abs(differences[~np.isnan(differences)])
    sizes = sizes[sizes > 0]
    wanted = np.quantile(sizes, SHARES).tolist() if len(sizes) else [1.0, 2.0, 3.0]
    numbers: list[float] = []
    number = None
    for figure in wanted:
        nearest = _number(max(figure, 10.0**-decimals))
        number = nearest if number is None else max(nearest, number + 1)
        while numbers and round(_limit(number), decimals) <= round(numbers[-1], decimals):
            number += 1
        numbers.append(_limit(number))
    first, second, third = (round(number, decimals) for number in numbers)
    return first, second, third


def _number(figure: float) -> int:
    """Number of the round limit next to a figure, counted through all powers of ten."""
    power = floor(log10(figure) + 1e-9)
    around = [*range(len(ROUND) * power, len(ROUND) * (power + 1) + 1)]
    found: int = min(around, key=lambda number: abs(_limit(number) - figure))
    return found


def _limit(number: int) -> float:
    power, at = divmod(number, len(ROUND))
    return float(ROUND[at] * 10.0**power)


def class_decimals(first: float, decimals: int) -> int:
    """Digits that classes are told with: cents say nothing where they begin at tens of euros."""
    return max(0, min(decimals, 1 - floor(log10(first) + 1e-9)))


def classes_around(
    values: NDArray[np.float64], limits: tuple[float, float, float], decimals: int
) -> NDArray[np.int64]:
    """The class of each difference as it is shown, 0 for the largest falls; -1 where NaN."""
    shown = np.nan_to_num(values).round(decimals)
    far = sum((np.abs(shown) > limit - 0.1 * 10.0**-decimals).astype(int) for limit in limits)
    found = MIDDLE + np.sign(shown).astype(int) * far
    classes: NDArray[np.int64] = np.where(np.isnan(values), -1, found)
    return classes


def spans_around(limits: tuple[float, float, float], decimals: int, words: Language) -> list[str]:
    """The ranges of the classes as they are shown, the largest falls first."""
    step = 10.0**-decimals

    def written(value: float) -> str:
        return words.number(value, decimals, sign=True)

    first, second, third = limits
    most = [(first, second - step), (second, third - step)]
    rises = [_span(written(low), written(high), words) for low, high in most]
    falls = [_span(written(-high), written(-low), words) for low, high in reversed(most)]
    inner = first - step
    nought = _span(written(-inner), written(inner), words) if inner > step / 2 else written(0)
    return [
        words.t("research.difference.span.below", limit=written(-third)),
        *falls,
        nought,
        *rises,
        words.t("research.difference.span.above", limit=written(third)),
    ]


def _span(low: str, high: str, words: Language) -> str:
    return low if low == high else words.t("research.difference.span", low=low, high=high)
