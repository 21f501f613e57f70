"""Discrete classes of a map: where one colour ends and the next begins, the same for all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jenkspy
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

METHODS = ("quantile", "natural", "equal")
"""Quantile (as many municipalities in each class in the newest year), natural breaks (Jenks), equal
steps."""

CLASSES = 5
"""Five can still be told apart on a pale projector."""


def edges(values: NDArray[np.float64], method: str, decimals: int) -> list[float]:
    """Rounded class limits, rising, both ends included.

    Args:
        values: Figures, a row a year, the newest last, or those of one year; NaN are left out.
        method: One of `METHODS`.
        decimals: Decimals shown on screen; limits are rounded to them, so that the legend and
            the colours agree to the last digit.

    Returns:
        `k + 1` limits of `k ≤ CLASSES` classes; fewer where figures repeat; none for no figures.

    Raises:
        ValueError: An unknown method.
    """
    if method not in METHODS:
        raise ValueError(f"unknown classes {method!r}: expected one of {', '.join(METHODS)}")
    figures = values[~np.isnan(values)]
    if figures.size == 0:
        return []
    low, high = figures.min(), figures.max()
    count = min(CLASSES, len(np.unique(figures)))
    if count < 2:
        return _rounded([low, high], decimals)
    if method == "quantile":
        # Of all years, most of the newest would fall into the top class wherever figures grow.
        limits = np.quantile(_newest(np.atleast_2d(values)), np.linspace(0, 1, count + 1))
        limits[0], limits[-1] = low, high
    elif method == "natural":
        limits = np.array(jenkspy.jenks_breaks(figures, n_classes=count))
    else:
        limits = np.linspace(low, high, count + 1)
    return _rounded(limits, decimals)


def classify(values: NDArray[np.float64], limits: list[float]) -> NDArray[np.int64]:
    """The class of each figure: 0 is the lowest; -1 where there is no figure.

    A class holds its lower limit and not its upper one; the last holds both.
    """
    if not limits:
        return np.full(values.shape, -1)
    inner = np.array(limits[1:-1])
    found = np.searchsorted(inner, np.nan_to_num(values), side="right")
    return np.where(np.isnan(values), -1, found)


def _newest(years: NDArray[np.float64]) -> NDArray[np.float64]:
    """The figures of the last year that has any."""
    known = ~np.isnan(years)
    last = np.flatnonzero(known.any(axis=1))[-1]
    newest: NDArray[np.float64] = years[last, known[last]]
    return newest


def _rounded(limits: NDArray[np.float64] | list[float], decimals: int) -> list[float]:
    """Ends rounded outwards, so that no figure falls out; equal neighbours become one."""
    step = 10.0**-decimals
    inner = [round(float(limit), decimals) for limit in limits[1:-1]]
    first = round(float(np.floor(limits[0] / step + 1e-9)) * step, decimals)
    last = round(float(np.ceil(limits[-1] / step - 1e-9)) * step, decimals)
    middle = sorted({limit for limit in inner if first < limit < last})
    return [first, *middle, last]
