"""Measures made of figures of several places and years: arrays years × places, NaN unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Figures = NDArray[np.float64]


def change(values: Figures, base: int) -> Figures:
    """The figure less that of row `base`; NaN up to that row."""
    return _after(values - values[base], base)


def growth(values: Figures, base: int) -> Figures:
    """Change since row `base`, per cent; NaN up to that row and where its figure is nought."""
    return _after(100 * (values / _divisor(values[base]) - 1), base)


def yearly(values: Figures, years: Sequence[int], base: int) -> Figures:
    """Average yearly change since row `base`, per cent, compounded.

    NaN up to that row, where its figure is not above nought, and where a figure is below nought.
    """
    since = np.array(years, dtype=float)[:, None] - years[base]
    first = np.where(values[base] > 0, values[base], np.nan)
    ratios = np.where(values >= 0, values, np.nan) / first
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 100 * (ratios ** (1 / since) - 1)
    return _after(found, base)


def index(values: Figures, base: int) -> Figures:
    """The figure where that of row `base` is 100; NaN where that is nought."""
    found: Figures = 100 * values / _divisor(values[base])
    return found


def share(values: Figures, counted: NDArray[np.bool_]) -> Figures:
    """Per cent of the sum of the counted of each year; NaN where that sum is nought."""
    sums = np.where(counted, values, 0.0).sum(axis=1, keepdims=True)
    found: Figures = 100 * values / _divisor(sums)
    return found


def z_scores(values: Figures, taken: NDArray[np.bool_]) -> Figures:
    """By year, standard deviations (of the population, ddof 0) from the mean of the taken.

    NaN in years where fewer than two are taken or all are equal.
    """
    kept = np.where(taken, values, 0.0)
    counts = taken.sum(axis=1, keepdims=True)
    means = kept.sum(axis=1, keepdims=True) / _divisor(counts)
    squares = np.where(taken, (values - means) ** 2, 0.0).sum(axis=1, keepdims=True)
    found: Figures = (values - means) / _divisor(np.sqrt(squares / _divisor(counts)))
    return found


def ranks(values: Figures, taken: NDArray[np.bool_]) -> Figures:
    """By year, the place among the taken from the largest, from 1; equal ones share the smaller."""
    figures = np.where(taken, values, -np.inf)
    larger = (figures[:, None, :] > figures[:, :, None]).sum(axis=2)
    return np.where(taken, larger + 1.0, np.nan)


def _after(values: Figures, base: int) -> Figures:
    found = values.copy()
    found[: base + 1] = np.nan
    return found


def _divisor(values: NDArray[np.generic]) -> Figures:
    """The values, NaN instead of nought."""
    figures = values.astype(float)
    return np.where(figures == 0, np.nan, figures)
