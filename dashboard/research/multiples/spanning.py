"""All years of what is studied: which are shown, from which to which they are compared, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.difference.differing import EXACT
from dashboard.research.measured import TAKEN
from dashboard.research.subjects import OF_TWO_YEARS
from data.statistics import measures
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

UNMOVED = {"index": 100.0}
"""What a measure of two years is where nothing has moved; of the others it is nought."""


@dataclass(frozen=True)
class YearSpan:
    """What is studied over the years.

    Attributes:
        bench: The bench.
        rows: Numbers of the years with any figure that counts.
    """

    bench: Bench
    rows: tuple[int, ...]

    @property
    def measured(self) -> Measured:
        """What is studied."""
        return self.bench.subject

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are shown."""
        return tuple(self.measured.years[row] for row in self.rows)

    @property
    def now(self) -> int:
        """Number of the year that is looked at; the newest shown where that has no figure."""
        row = self.measured.row(self.bench.year)
        return row if row in self.rows else self.rows[-1]

    @property
    def first(self) -> int:
        """The year from which on figures are compared."""
        since = self.measured.since
        return self.measured.years[self.rows[0]] if since is None else since

    @property
    def last(self) -> int:
        """The year that is looked at."""
        return self.measured.years[self.now]

    @cached_property
    def moved(self) -> NDArray[np.float64]:
        """By how much each member moved from the first year to the last; NaN if not comparable."""
        one, row = self.measured, self.now
        if one.subject.measure in OF_TWO_YEARS:
            since: NDArray[np.float64] = one.counted[row]
            return (since - UNMOVED.get(one.subject.measure, 0.0)).round(EXACT)
        start = self.rows[0]
        if start >= row or one.subject.measure == "rank":  # a larger place is no rise
            return np.full(one.values.shape[1], np.nan)
        unbroken = ~(one.reasons[start + 1 : row + 1] == "broken").any(axis=0)
        moved = one.counted[row] - one.counted[start]
        return np.where(unbroken, moved.round(EXACT), np.nan)

    @cached_property
    def country(self) -> NDArray[np.float64] | None:
        """By year, the same measure of the country; None where it has none.

        A measure of two years is of those municipalities together that count in both.
        """
        one = self.measured
        measure, shown = one.subject.measure, one.shown
        if shown is None or measure in ("share", "z", "rank"):
            return None
        counts = one.reasons == TAKEN
        enough = counts.sum(axis=1) >= FEWEST
        if one.since is None:
            alone: NDArray[np.float64] = np.where(enough, shown.national, np.nan)
            return alone
        base = one.years.index(one.since)
        both = counts | (one.reasons == "no_measure")  # from nought the country may have grown
        found = np.full(len(one.years), np.nan)
        for row in np.flatnonzero(enough).tolist():
            figures = _together(shown, [base, row], both[row])
            found[row] = _grown(measure, figures, one.years[row] - one.since)
        return found

    @cached_property
    def medians(self) -> NDArray[np.float64]:
        """By year, the median of the figures that count; NaN where too few do."""
        rows = [row[~np.isnan(row)] for row in self.measured.counted]
        return np.array([np.median(row) if len(row) >= FEWEST else np.nan for row in rows])


def _together(shown: MapView, rows: list[int], counts: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Rows × 1: the figures of municipalities together, as the country's are made."""
    below = shown.denominators[rows][:, counts]
    above = (shown.values[rows][:, counts] * below).sum(axis=1, keepdims=True)
    sums = below.sum(axis=1, keepdims=True)
    together: NDArray[np.float64] = above / np.where(sums == 0, np.nan, sums)
    return together


def _grown(measure: str, figures: NDArray[np.float64], years: int) -> float:
    """A measure of two years of two figures, the later one below the base."""
    made = {
        "change": lambda: measures.change(figures, 0),
        "growth": lambda: measures.growth(figures, 0),
        "yearly": lambda: measures.yearly(figures, [0, years], 0),
        "index": lambda: measures.index(figures, 0),
    }[measure]()
    return float(made[1, 0])


def year_span(bench: Bench) -> YearSpan | None:
    """The years; None where no figure counts in any."""
    counted = (bench.subject.reasons == TAKEN) & bench.subject.members
    rows = tuple(np.flatnonzero(counted.any(axis=1)).tolist())
    return YearSpan(bench, rows) if rows else None
