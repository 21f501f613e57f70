"""How closely two indicators go together: three coefficients, and how sure each is.

Pearson's r tells of a straight line, Spearman's rank correlation and Kendall's tau of any rising
or falling one. None tells a cause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from data.statistics.known import FEWEST, SEED, all_equal, known_pairs
from data.statistics.resampling import Resamples, draws

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

__all__ = ["FEWEST", "RESAMPLES", "SEED", "Association", "associations"]

RESAMPLES = 2000
"""How often pairs are drawn anew for an interval."""

SURE = (0.025, 0.975)
"""The ends of an interval of 95 %."""


Coefficient = Literal["pearson", "spearman", "kendall"]

KINDS: tuple[Coefficient, ...] = ("pearson", "spearman", "kendall")


@dataclass(frozen=True)
class Association:
    """A coefficient with its interval.

    Attributes:
        kind: Pearson's r (1895), Spearman's rank correlation (1904) or Kendall's tau-b (1945).
        value: From -1 to 1.
        low: Lower end of the 95 % percentile bootstrap interval (Efron 1979).
        high: Its upper end.
        n: How many pairs it rests on.
    """

    kind: Coefficient
    value: float
    low: float
    high: float
    n: int


def associations(
    x: ArrayLike, y: ArrayLike, *, seed: int = SEED, resamples: int = RESAMPLES
) -> tuple[Association, ...]:
    """Pearson, Spearman and Kendall of two indicators, each with a 95 % interval.

    For the intervals pairs are drawn anew with replacement; draws in which one of the two is
    constant are left out. All three are measured on the same draws.

    Args:
        x: Figures, one a place; NaN where there is none.
        y: As many; only pairs that are finite in both count.
        seed: The same gives the same interval.
        resamples: How often pairs are drawn.

    Returns:
        The three in this order; none of fewer than `FEWEST` pairs, or where x or y is constant.
        An end of an interval is NaN only where no draw is left.

    Raises:
        ValueError: x and y are not equally long.
    """
    first, second = known_pairs(x, y)
    n = first.size
    if n < FEWEST or all_equal(first) or all_equal(second):
        return ()
    own = _coefficients(Resamples(np.ones((1, n)), first, second))[:, 0]
    drawn = Resamples(draws(n, resamples, seed), first, second)
    ends = _ends(_coefficients(drawn)[:, drawn.varied])
    return tuple(
        Association(kind, float(value), float(low), float(high), n)
        for kind, value, (low, high) in zip(KINDS, own, ends, strict=True)
    )


def _coefficients(drawn: Resamples) -> NDArray[np.float64]:
    return np.array([drawn.pearson(), drawn.spearman(), drawn.kendall()])


def _ends(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not values.shape[1]:
        return np.full((len(values), 2), np.nan)
    ends: NDArray[np.float64] = np.quantile(values, SURE, axis=1).T
    return ends
