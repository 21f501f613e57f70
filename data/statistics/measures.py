"""In which measure figures are looked at: by how much they rose, as an index, a share, a place.

All take figures as an array years × places, NaN where unknown, and give one of the same shape.
`base` is the number of the row that others are compared with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from data.statistics.known import ROUNDING

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def change(values: NDArray[np.float64], base: int) -> NDArray[np.float64]:
    """By how much figures rose since the base, in their own unit; NaN up to the base itself."""
    return _after(values - values[base], base)


def growth(values: NDArray[np.float64], base: int) -> NDArray[np.float64]:
    """By how many per cent figures rose since the base; NaN up to the base itself.

    NaN where the base is 0. Of a base below 0 its size is taken, so that what rises is above 0.
    """
    first = np.abs(values[base])
    return _after(100 * (values - values[base]) / np.where(first > 0, first, np.nan), base)


def yearly(values: NDArray[np.float64], years: ArrayLike, base: int) -> NDArray[np.float64]:
    """By how many per cent a year figures rose since the base, compounded; NaN up to the base.

    Args:
        values: Years × places.
        years: The year of each row, rising.
        base: Number of the row compared with.

    Returns:
        Per cent a year; NaN where the base is not above 0, or the figure is below 0.
    """
    passed = np.asarray(years, dtype=float) - np.asarray(years, dtype=float)[base]
    exponents = 1 / np.where(passed > 0, passed, np.nan)
    times = values / np.where(values[base] > 0, values[base], np.nan)
    grown = np.where(times >= 0, times, np.nan) ** exponents[:, None]
    return _after(100 * (grown - 1), base)


def index(values: NDArray[np.float64], base: int) -> NDArray[np.float64]:
    """Figures with 100 in the base row, earlier rows too; NaN where the base is 0."""
    first = values[base]
    found: NDArray[np.float64] = 100 * (values / np.where(first == 0, np.nan, first))
    return found


def share(values: NDArray[np.float64], counted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Per cent of the sum of the counted known figures of each year.

    Figures that are not counted are told as a share of the same sum.

    Args:
        values: Years × places.
        counted: Which make the sum, years × places.

    Returns:
        Per cent; NaN where nothing is counted, or the sum is 0.
    """
    sums = np.where(counted & np.isfinite(values), values, 0).sum(axis=1, keepdims=True)
    found: NDArray[np.float64] = 100 * values / np.where(sums == 0, np.nan, sums)
    return found


def z_scores(values: NDArray[np.float64], taken: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How many standard deviations figures lie from the mean of those taken, year by year.

    Figures that are not taken are measured by the mean and the deviation of those that are.

    Args:
        values: Years × places.
        taken: Which make mean and deviation (of a whole population), years × places.

    Returns:
        Deviations; NaN in years where nothing is taken or all taken figures are equal.
    """
    mask = taken & np.isfinite(values)
    count = mask.sum(axis=1, keepdims=True)
    count = np.where(count > 0, count, np.nan)
    mean = np.where(mask, values, 0).sum(axis=1, keepdims=True) / count
    away = values - mean
    deviation = np.sqrt(np.where(mask, away**2, 0).sum(axis=1, keepdims=True) / count)
    low = np.where(mask, values, np.inf).min(axis=1, keepdims=True, initial=np.inf)
    high = np.where(mask, values, -np.inf).max(axis=1, keepdims=True, initial=-np.inf)
    apart = high - low > ROUNDING * np.maximum(np.abs(high), np.abs(low))
    found: NDArray[np.float64] = away / np.where(apart, deviation, np.nan)
    return found


def ranks(values: NDArray[np.float64], taken: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Places among those taken, year by year: 1 is the largest, ties share the smaller number.

    Args:
        values: Years × places.
        taken: Which have a place, years × places.

    Returns:
        Whole numbers as floats; NaN where a figure is not taken or not known.
    """
    mask = taken & np.isfinite(values)
    figures = np.where(mask, values, np.nan)
    larger = (figures[:, None, :] > figures[:, :, None]).sum(axis=2)
    return np.where(mask, larger + 1.0, np.nan)


def _after(values: NDArray[np.float64], base: int) -> NDArray[np.float64]:
    """Without the rows up to the base, also where the base is counted from the end."""
    later = np.arange(len(values)) > range(len(values))[base]
    return np.where(later[:, None], values, np.nan)
