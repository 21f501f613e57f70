"""How unequal figures are among places, each place counting the same.

No measure is given (NaN) of fewer than `FEWEST` known figures, where one is negative, or where
all are 0. All are numbers without a unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.known import FEWEST, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class TheilParts:
    """Theil's T, parted; all NaN where there is none.

    Attributes:
        total: Of all places.
        between: What there would be, had all places of a group the mean of their group.
        within: The rest: inequality inside groups.
    """

    total: float
    between: float
    within: float


def gini(values: ArrayLike) -> float:
    """Gini's coefficient (1912): 0 where all are equal, (n - 1) / n where one has everything."""
    figures = np.sort(known(values))
    if not _measurable(figures):
        return nan
    n = figures.size
    weights = 2 * np.arange(1, n + 1) - n - 1
    return max(float((weights * figures).sum() / (n * figures.sum())), 0.0)


def theil(values: ArrayLike) -> float:
    """Theil's T (1967): 0 where all are equal, log n where one has everything."""
    figures = known(values)
    return _entropy(figures, np.ones_like(figures)) if _measurable(figures) else nan


def theil_parts(values: ArrayLike, groups: Sequence[object]) -> TheilParts:
    """Theil's T, parted into that between groups of places and that within them (Theil 1967).

    Args:
        values: Figures, one a place; NaN where there is none.
        groups: The group of each place, numbers or texts.

    Raises:
        ValueError: There are not as many groups as figures.
    """
    figures = np.asarray(values, dtype=float).ravel()
    if figures.size != len(groups):
        raise ValueError(f"{figures.size} figures cannot lie in {len(groups)} groups")
    finite = np.isfinite(figures)
    figures = figures[finite]
    if not _measurable(figures):
        return TheilParts(nan, nan, nan)
    _, numbers = np.unique(np.asarray(groups)[finite], return_inverse=True)
    total = _entropy(figures, np.ones_like(figures))
    members = np.where(numbers == np.arange(numbers.max() + 1)[:, None], 1.0, 0.0)
    between = _entropy(members @ figures, members.sum(axis=1))
    return TheilParts(total, between, max(total - between, 0.0))


def percentile_ratio(values: ArrayLike) -> float:
    """By how many times the ninth decile is the first (P90/P10); NaN where the first is 0."""
    figures = known(values)
    if not _measurable(figures):
        return nan
    low, high = np.quantile(figures, (0.1, 0.9))
    return float(high / low) if low > 0 else nan


def variation(values: ArrayLike) -> float:
    """Coefficient of variation (Pearson 1896): the population's standard deviation by its mean."""
    figures = known(values)
    return float(figures.std() / figures.mean()) if _measurable(figures) else nan


def _measurable(figures: NDArray[np.float64]) -> bool:
    return figures.size >= FEWEST and bool((figures >= 0).all()) and float(figures.sum()) > 0


def _entropy(sums: NDArray[np.float64], counts: NDArray[np.float64]) -> float:
    """How far shares of a sum lie from shares of places; 0 · log 0 is 0."""
    there = sums > 0
    shares = sums[there] / sums.sum()
    return max(float((shares * np.log(shares * counts.sum() / counts[there])).sum()), 0.0)
