"""A line through points that a few far ones do not turn: Theil (1950) and Sen (1968)."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan, sqrt
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.known import FEWEST, all_equal, known_pairs

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

NORMAL_975 = 1.959963984540054
"""Below it lie 97.5 % of what is normally spread."""


@dataclass(frozen=True)
class RobustLine:
    """y = intercept + slope · x.

    Attributes:
        slope: Median of the slopes of all pairs of points, in units of y by one of x.
        intercept: The median of y less slope times the median of x, in units of y.
        low: Lower end of the slope's 95 % interval; NaN where so much is tied that it has none.
        high: Its upper end.
        n: How many points it rests on.
    """

    slope: float
    intercept: float
    low: float
    high: float
    n: int


def theil_sen(x: ArrayLike, y: ArrayLike) -> RobustLine | None:
    """The Theil–Sen line of points, with the interval of its slope (Sen 1968, formula 2.6).

    Args:
        x: Figures, one a place; NaN where there is none.
        y: As many; only pairs that are finite in both count.

    Returns:
        None of fewer than `FEWEST` pairs, or where x is constant.

    Raises:
        ValueError: x and y are not equally long.
    """
    first, second = known_pairs(x, y)
    if first.size < FEWEST or all_equal(first):
        return None
    across, up = (each[:, None] - each[None, :] for each in (first, second))
    rising = across > 0
    slopes = np.sort(up[rising] / across[rising])
    slope = float(np.median(slopes))
    intercept = float(np.median(second) - slope * np.median(first))
    low, high = _interval(slopes, first, second)
    return RobustLine(slope, intercept, low, high, first.size)


def _interval(
    slopes: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[float, float]:
    variance = (_term(np.array([x.size])) - _ties(x) - _ties(y)) / 18
    if variance < 0:
        return nan, nan
    half = NORMAL_975 * sqrt(variance)
    upper = min(round((slopes.size + half) / 2), slopes.size - 1)
    lower = max(round((slopes.size - half) / 2) - 1, 0)
    return float(slopes[lower]), float(slopes[upper])


def _ties(figures: NDArray[np.float64]) -> float:
    return _term(np.unique(figures, return_counts=True)[1])


def _term(counts: NDArray[np.int64]) -> float:
    """Nought for figures that stand alone."""
    return float((counts * (counts - 1) * (2 * counts + 5)).sum())
