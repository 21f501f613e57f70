"""Which municipalities are like their neighbours, in the year that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.inequality.choice import choice_of
from data.statistics.neighbourhood import neighbour_weights
from data.statistics.place import false_discovery, local_moran, moran
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.bench import Bench
    from data.statistics.place import GlobalMoran, LocalMoran

CLEAR = 0.05
"""A p-value up to this tells a municipality from what would be by chance."""

KINDS = {1: "high_high", 3: "low_low", 4: "high_low", 2: "low_high"}
"""Names of the quadrants of `LocalMoran`, in the order in which they are told."""


@dataclass(frozen=True)
class Clusters:
    """Whether neighbours are alike, and where.

    Attributes:
        whole: Of all together; None where that cannot be said.
        local: Of each; None likewise.
        counted: The figures that are taken, NaN for the others.
        neighbours: Mean figure of the neighbours that count; NaN where there is none.
    """

    whole: GlobalMoran | None
    local: LocalMoran | None
    counted: NDArray[np.float64]
    neighbours: NDArray[np.float64]

    @property
    def clear(self) -> NDArray[np.bool_]:
        """Which stand out: their p-value is low enough."""
        if self.local is None:
            return np.zeros(self.counted.shape, dtype=bool)
        clear: NDArray[np.bool_] = self.local.p <= CLEAR
        return clear

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Which still do when it is heeded that many are tested at once."""
        if self.local is None:
            return np.zeros(self.counted.shape, bool)
        return false_discovery(self.local.p, CLEAR)

    @property
    def lonely(self) -> NDArray[np.bool_]:
        """Which count and have no neighbour that does."""
        lonely: NDArray[np.bool_] = ~np.isnan(self.counted) & np.isnan(self.neighbours)
        return lonely

    @property
    def tested(self) -> int:
        """How many have a p-value."""
        return 0 if self.local is None else int((~np.isnan(self.local.p)).sum())

    def of_kind(self, quadrant: int) -> NDArray[np.bool_]:
        """Which stand out in a way, as `KINDS`."""
        if self.local is None:
            return np.zeros(self.counted.shape, bool)
        those: NDArray[np.bool_] = self.clear & (self.local.quadrant == quadrant)
        return those

    @property
    def z(self) -> NDArray[np.float64]:
        """Figures in standard deviations from the mean of those that count."""
        return self._deviations(self.counted)

    @property
    def neighbours_z(self) -> NDArray[np.float64]:
        """The same of the neighbours' mean."""
        return self._deviations(self.neighbours)

    def _deviations(self, figures: NDArray[np.float64]) -> NDArray[np.float64]:
        mean, deviation = np.nanmean(self.counted), np.nanstd(self.counted)
        found: NDArray[np.float64] = (figures - mean) / deviation
        return found


@cache
def all_weights() -> NDArray[np.float64]:
    """Of the neighbours among all municipalities, in their order."""
    return neighbour_weights([place.code for place in municipalities()])


def clusters_of(bench: Bench) -> Clusters:
    """Of the year that is looked at, reckoned once; only among those that count."""
    measured = bench.subject
    counted = measured.counted[measured.row(bench.year)]
    key = ("clusters", choice_of(bench), bench.year)
    found: Clusters = bench.atlas.once(key, lambda: _reckoned(counted))
    return found


def _reckoned(counted: NDArray[np.float64]) -> Clusters:
    weights = all_weights()
    known = ~np.isnan(counted)
    beside = np.where(known, weights, 0)
    sums = beside.sum(axis=1)
    means = beside @ np.where(known, counted, 0) / np.where(sums > 0, sums, np.nan)
    return Clusters(
        moran(counted, weights),
        local_moran(counted, weights),
        counted,
        np.where(known, means, np.nan),
    )
