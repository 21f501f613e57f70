"""How unequal municipalities are in each year, and among those that count in all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.writing import SIGNED
from data.statistics.inequality import gini, percentile_ratio, theil_parts, variation
from data.statistics.known import FEWEST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.research.measured import Measured

NOTHING = 1e-12
"""Less inequality than this is none, but for rounding."""

PARTED_BY = ("county", "group")
"""By what Theil's index is split into what lies between and what lies within."""

StatisticKey = tuple[str, str]
"""Id of a statistic and of its group, which is empty for most."""

ByYear = Mapping[StatisticKey, tuple[float, ...]]
"""A figure a year of each statistic."""

N: StatisticKey = ("n", "")
RATIOS: tuple[StatisticKey, ...] = (
    ("gini", ""),
    ("theil", ""),
    *((f"theil_{side}", by) for by in PARTED_BY for side in ("between", "within")),
    ("p90_p10", ""),
    ("variation", ""),
)
"""Of figures from nought: how many times, and what share."""

GAPS: tuple[StatisticKey, ...] = (("p90_p10_gap", ""), ("deviation", ""))
"""Of figures that may lie below nought: how far apart, in their own unit."""


def keys_of(measure: str) -> tuple[StatisticKey, ...]:
    """The statistics that tell something of a measure: places from the largest have none.

    Z-scores deviate by one in any year, however unequal figures are.
    """
    if measure == "rank":
        return ()
    if measure == "z":
        return GAPS[:1]
    return GAPS if measure in SIGNED else RATIOS


@dataclass(frozen=True)
class InequalityYears:
    """Statistics of all years.

    Attributes:
        measured: What is studied.
        keys: Which statistics there are, the one that is told first.
        values: By statistic, one a year; NaN where there is none.
        same: The same among the municipalities that count in all years; empty where these are
            too few or are all that count in any.
        common: Which municipalities count in all years that have enough of them.
    """

    measured: Measured
    keys: tuple[StatisticKey, ...]
    values: ByYear
    same: ByYear
    common: NDArray[np.bool_]

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many municipalities count in each year."""
        counts: NDArray[np.int64] = self.measured.taken.sum(axis=1)
        return counts

    @property
    def enough(self) -> NDArray[np.bool_]:
        """Which years have enough of them."""
        return self.counts >= FEWEST

    @property
    def changes(self) -> bool:
        """Whether not the same municipalities count in all years that have enough."""
        return bool((self.measured.taken[self.enough] != self.common).any())

    @property
    def all_equal(self) -> bool:
        """Whether figures do not differ in any year that has enough of them."""
        known = [value for value in self.values[self.keys[0]] if not isnan(value)]
        return bool(known) and max(known) <= NOTHING

    @cached_property
    def has_negative(self) -> bool:
        """Whether a figure that counts is below nought, so that there is no share of a sum."""
        return bool((self.measured.counted[self.enough] < 0).any())

    def ends(self, key: StatisticKey, *, same: bool = False) -> tuple[int, int] | None:
        """Numbers of the first and the last year that have a statistic; None with fewer than two.

        Of an index the base year is left aside, as all figures are the same in it.
        """
        values = (self.same if same else self.values).get(key, ())
        known = [row for row, value in enumerate(values) if not isnan(value)]
        if self.measured.subject.measure == "index":
            known = [row for row in known if self.measured.years[row] != self.measured.since]
        return (known[0], known[-1]) if len(known) > 1 else None


def inequality_years(measured: Measured, atlas: Atlas, choice: Hashable) -> InequalityYears:
    """Statistics of all years of what is studied, reckoned once.

    Args:
        measured: What is studied.
        atlas: Remembers what was reckoned.
        choice: What tells this measure and set from others.
    """
    kept = atlas.once(("inequality", choice), lambda: _reckoned(measured))
    return InequalityYears(measured, keys_of(measured.subject.measure), *kept)


def _reckoned(measured: Measured) -> tuple[ByYear, ByYear, NDArray[np.bool_]]:
    """Statistics of all, of those that count in all years, and which these are."""
    keys = keys_of(measured.subject.measure)
    enough = measured.taken.sum(axis=1) >= FEWEST
    common = measured.taken[enough].all(axis=0) & enough.any()
    values = [of_figures(row, keys) for row in measured.counted]
    same = list[dict[StatisticKey, float]]()
    if (measured.taken[enough] != common).any() and int(common.sum()) >= FEWEST:
        same = [of_figures(row, keys) for row in np.where(common, measured.counted, np.nan)]
    return _by_key(values, keys), _by_key(same, keys), common


def of_figures(
    figures: NDArray[np.float64], keys: tuple[StatisticKey, ...]
) -> dict[StatisticKey, float]:
    """Statistics of the figures of a year, NaN for who does not count."""
    known = figures[~np.isnan(figures)]
    found = dict.fromkeys(keys, nan)
    if known.size < FEWEST or not keys:
        return found
    if keys[0] in GAPS:
        low, high = np.quantile(known, (0.1, 0.9))
        gaps = {GAPS[0]: float(high - low), GAPS[1]: float(known.std())}
        return {key: gaps[key] for key in keys}
    for by in PARTED_BY:
        parts = theil_parts(figures, [getattr(place, by) for place in municipalities()])
        found |= {("theil", ""): parts.total, ("theil_between", by): parts.between}
        found[("theil_within", by)] = parts.within
    ratio, spread = percentile_ratio(figures), variation(figures)
    return found | {("gini", ""): gini(figures), ("p90_p10", ""): ratio, ("variation", ""): spread}


def _by_key(
    rows: list[dict[StatisticKey, float]], keys: tuple[StatisticKey, ...]
) -> dict[StatisticKey, tuple[float, ...]]:
    return {key: tuple(row[key] for row in rows) for key in keys} if rows else {}


def is_parted(measured: Measured, row: int, by: str) -> bool:
    """Whether those that count in a year lie in several counties or groups, not each in its own."""
    counted = np.flatnonzero(measured.taken[row]).tolist()
    return 1 < len({getattr(municipalities()[at], by) for at in counted}) < len(counted)
