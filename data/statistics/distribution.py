"""How figures lie: quartiles, whiskers, and which lie far out (Tukey 1977)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.known import FEWEST, known

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

FAR = 1.5
"""By how many interquartile ranges beyond the quartiles a figure lies far out."""


@dataclass(frozen=True)
class FiveNumbers:
    """What a box shows, in the unit of the figures.

    Attributes:
        n: How many figures are known.
        low: The smallest that is no outlier: the end of the lower whisker.
        lower: The lower quartile.
        median: Half of the figures lie below it.
        upper: The upper quartile.
        high: The largest that is no outlier. Of very uneven figures it can lie within the box,
            as quartiles may lie between two figures; so can `low`.
        mean: The arithmetic mean of all that are known.
        outliers: Numbers of the elements that lie beyond `FAR` interquartile ranges, rising.
    """

    n: int
    low: float
    lower: float
    median: float
    upper: float
    high: float
    mean: float
    outliers: tuple[int, ...]


def five_numbers(values: ArrayLike) -> FiveNumbers | None:
    """The box of some figures; quartiles lie between two figures where need be (linear).

    Args:
        values: Figures, NaN where unknown.

    Returns:
        None of fewer than `FEWEST` finite ones.
    """
    figures = np.asarray(values, dtype=float).ravel()
    finite = np.isfinite(figures)
    rest = figures[finite]
    if rest.size < FEWEST:
        return None
    lower, median, upper = (float(each) for each in np.quantile(rest, (0.25, 0.5, 0.75)))
    reach = FAR * (upper - lower)
    with np.errstate(invalid="ignore"):
        out = finite & ((figures < lower - reach) | (figures > upper + reach))
    inner = figures[finite & ~out]
    return FiveNumbers(
        n=rest.size,
        low=float(inner.min()),
        lower=lower,
        median=median,
        upper=upper,
        high=float(inner.max()),
        mean=float(rest.mean()),
        outliers=tuple(np.flatnonzero(out).tolist()),
    )


def quantiles(values: ArrayLike, shares: ArrayLike) -> NDArray[np.float64]:
    """The figures below which given shares (0–1) of the known ones lie, linear between two.

    Returns:
        As many as there are shares, in the unit of the figures; NaN where none is known.
    """
    rest, wanted = known(values), np.asarray(shares, dtype=float)
    if not rest.size:
        return np.full(wanted.shape, np.nan)
    found: NDArray[np.float64] = np.quantile(rest, wanted)
    return found
