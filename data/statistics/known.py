"""Which figures can be reckoned with: those that are there, and that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

FEWEST = 5
"""Fewer figures than these give no statistic."""

SEED = 20250101
"""Where chance begins, so that the same figures always give the same answer."""

ROUNDING = 1e-12
"""Figures that differ by less than this share of the largest are equal, but for rounding."""


def known(values: ArrayLike) -> NDArray[np.float64]:
    """The finite ones of some figures, in their order, as one row."""
    figures = np.asarray(values, dtype=float).ravel()
    finite: NDArray[np.float64] = figures[np.isfinite(figures)]
    return finite


def known_pairs(x: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Those of two equally long rows of figures that are finite in both.

    Raises:
        ValueError: One of the two is longer.
    """
    first, second = (np.asarray(each, dtype=float).ravel() for each in (x, y))
    if first.size != second.size:
        raise ValueError(f"{first.size} figures cannot be paired with {second.size}")
    both = np.isfinite(first) & np.isfinite(second)
    return first[both], second[both]


def all_equal(figures: NDArray[np.float64]) -> bool:
    """Whether finite figures do not differ, but for rounding; so it is with none and with one."""
    if not figures.size:
        return True
    return bool(np.ptp(figures) <= ROUNDING * np.abs(figures).max())
