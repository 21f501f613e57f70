"""Whether neighbours are alike: Moran's I of all places and of each, with permutation tests."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from data.statistics.dealing import (
    ROUNDING,
    neighbourhood_of,
    orders_of,
    pseudo_p,
    row_standardised,
)
from data.statistics.known import SEED
from data.statistics.mistakes import false_discovery

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

__all__ = [
    "PERMUTATIONS",
    "GlobalMoran",
    "LocalMoran",
    "false_discovery",
    "local_moran",
    "moran",
    "row_standardised",
]

PERMUTATIONS = 9_999
"""How often figures are dealt out anew for a test."""


@dataclass(frozen=True)
class GlobalMoran:
    """Whether places are like their neighbours.

    Attributes:
        value: Moran's I (1950): above `expected` where alike, below it where unlike.
        expected: -1 / (n - 1), its mean if figures lay by chance.
        z: By how many standard deviations of the permutations the value is above their mean;
            NaN where all permutations give the same.
        p: Pseudo p-value of the nearer end (one-sided), at least 1 / (permutations + 1).
        n: How many places it rests on.
        permutations: How often figures were dealt out anew.
    """

    value: float
    expected: float
    z: float
    p: float
    n: int
    permutations: int


@dataclass(frozen=True)
class LocalMoran:
    """Where places are like their neighbours, an element a place.

    Attributes:
        value: Local Moran's I (Anselin 1995), with z as deviations from the mean and the lag
            as the neighbours' mean (n - 1) · z · lag / Σz²; NaN where a place has no figure or
            no neighbour with one.
        p: Pseudo p-value of the nearer end among conditional permutations; NaN there. It is
            one-sided: who asks for both ends at once, as for a map of clusters, doubles it.
        quadrant: 1 high among high, 2 low among high, 3 low among low, 4 high among low; 0 there.
    """

    value: NDArray[np.float64]
    p: NDArray[np.float64]
    quadrant: NDArray[np.int64]


def moran(
    values: ArrayLike,
    weights: NDArray[np.float64],
    *,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
    orders: NDArray[np.int64] | None = None,
) -> GlobalMoran | None:
    """Moran's I (1950) of all places, tested by dealing out the figures anew.

    Places without a figure are left out, and weights standardised anew among the others.

    Args:
        values: Figures, one a place; NaN where there is none.
        weights: Places × places, as `row_standardised` gives them.
        permutations: How often figures are dealt out anew.
        seed: The same gives the same p-value.
        orders: The permutations themselves, each row the numbers of those with a figure.

    Returns:
        None of fewer than `FEWEST` figures, where they are constant, or nobody has a neighbour.
    """
    known = neighbourhood_of(values, weights)
    if known is None:
        return None
    z, beside, n = known.z, known.weights, known.z.size
    dealt = z[orders_of(n, permutations, seed) if orders is None else orders]
    scale = n / beside.sum() / (z @ z)
    value = float(z @ beside @ z * scale)
    others = np.einsum("pi,pi->p", dealt @ beside.T, dealt) * scale
    spread = float(others.std())
    return GlobalMoran(
        value=value,
        expected=-1 / (n - 1),
        z=(value - float(others.mean())) / spread if spread > ROUNDING else nan,
        p=pseudo_p(value, others),
        n=n,
        permutations=len(others),
    )


def local_moran(
    values: ArrayLike,
    weights: NDArray[np.float64],
    *,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
    orders: NDArray[np.int64] | None = None,
) -> LocalMoran | None:
    """Moran's I of each place (Anselin 1995), tested by dealing out the figures of all others.

    Places without a figure are left out, and weights standardised anew among the others.

    Args:
        values: Figures, one a place; NaN where there is none.
        weights: Places × places, as `row_standardised` gives them.
        permutations: How often figures are dealt out anew.
        seed: The same gives the same p-values.
        orders: Who becomes a neighbour, a row a permutation: distinct numbers among the others
            with a figure, counted without the place, at least as many as anybody has neighbours.

    Returns:
        None of fewer than `FEWEST` figures, where they are constant, or nobody has a neighbour.
    """
    known = neighbourhood_of(values, weights)
    if known is None:
        return None
    z, beside, n = known.z, known.weights, known.z.size
    lag, scale = beside @ z, (n - 1) / (z @ z)
    own, p = z * lag * scale, np.full(n, nan)
    drawn = (orders_of(n - 1, permutations, seed) if orders is None else orders).T
    linked = beside.sum(axis=1) > 0
    for place in np.flatnonzero(linked):
        part = beside[place][beside[place] > 0]
        dealt = np.delete(z, place)[drawn[: part.size]]
        p[place] = pseudo_p(own[place], part @ dealt * (z[place] * scale))
    high, among_high = z > 0, lag > 0
    quadrant = np.select([high & among_high, among_high, ~high], [1, 2, 3], 4)
    count = np.size(values)
    return LocalMoran(
        value=known.among_all(np.where(linked, own, nan), count),
        p=known.among_all(p, count),
        quadrant=np.nan_to_num(known.among_all(np.where(linked, quadrant, 0.0), count)).astype(
            np.int64
        ),
    )
