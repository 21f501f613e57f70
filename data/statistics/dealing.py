"""Figures dealt out anew among places, thousands of times: what permutation tests share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.known import FEWEST, all_equal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

ROUNDING = 1e-10
"""Statistics of standardised figures that differ by less are equal, but for rounding."""


@dataclass(frozen=True)
class Neighbourhood:
    """The places that have a figure.

    Attributes:
        numbers: Their numbers among all places.
        z: Their figures in standard deviations from their mean.
        weights: Of the neighbours among them: rows with the sum 1, or of zeros.
    """

    numbers: NDArray[np.intp]
    z: NDArray[np.float64]
    weights: NDArray[np.float64]

    def among_all(self, values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        """Values of these places as ones of all `count` places, NaN for the others."""
        found = np.full(count, np.nan)
        found[self.numbers] = values
        return found


def neighbourhood_of(values: ArrayLike, weights: NDArray[np.float64]) -> Neighbourhood | None:
    """Those with a finite figure, and their neighbours among themselves.

    Returns:
        None of fewer than `FEWEST`, of constant figures, or where nobody has a neighbour.

    Raises:
        ValueError: There are not as many rows or columns of weights as figures.
    """
    figures = np.asarray(values, dtype=float).ravel()
    if weights.shape != (figures.size, figures.size):
        raise ValueError(f"weights {weights.shape} are not those of {figures.size} places")
    numbers = np.flatnonzero(np.isfinite(figures))
    figures, beside = figures[numbers], standardised(weights[np.ix_(numbers, numbers)])
    if figures.size < FEWEST or all_equal(figures) or not beside.any():
        return None
    return Neighbourhood(numbers, (figures - figures.mean()) / figures.std(), beside)


def row_standardised(neighbours: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """Weights of neighbours, equal and with the sum 1 in each row.

    Args:
        neighbours: Numbers of the neighbours of each place.

    Returns:
        Places × places; a row of zeros for a place with no neighbour.

    Raises:
        IndexError: A number is not that of a place.
    """
    weights = np.zeros((len(neighbours), len(neighbours)))
    for place, beside in enumerate(neighbours):
        weights[place, list(beside)] = 1
    return standardised(weights)


def standardised(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights with the sum 1 in each row; rows of zeros stay."""
    sums = weights.sum(axis=1, keepdims=True)
    found: NDArray[np.float64] = weights / np.where(sums == 0, 1, sums)
    return found


@lru_cache(maxsize=4)
def orders_of(n: int, permutations: int, seed: int) -> NDArray[np.intp]:
    """Random orders of n places.

    Returns:
        Numbers, permutations × n, each row every number once; not to be written to.
    """
    rows = np.broadcast_to(np.arange(n), (permutations, n))
    orders = np.random.default_rng(seed).permuted(rows, axis=1)
    orders.flags.writeable = False
    return orders


def pseudo_p(value: float, others: NDArray[np.float64]) -> float:
    """The share of permutations at least as extreme, at the nearer end, the value among them.

    It is one-sided, as `p_sim` of the library esda, but that equal values count at both ends:
    esda leaves them out at the lower one. A place with one neighbour among 59 others could not
    have a p-value below 1 / 60, and among many noughts a nought is not rare.

    Args:
        value: The statistic of what is, of standardised figures.
        others: Those of the permutations.
    """
    above = int(np.count_nonzero(others >= value - ROUNDING))
    below = int(np.count_nonzero(others <= value + ROUNDING))
    return (min(above, below) + 1) / (others.size + 1)
