"""Two subjects side by side in a year: which points there are, and which of them count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

    PairFlags = NDArray[np.bool_]
    PairFigures = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """The points of a year; arrays have a place a municipality.

    Attributes:
        up: What lies upwards: the subject of the bench.
        across: What lies across: the other one.
        rows: The numbers of the years that they are of.
        log: Axes that are logarithmic: some of the letters x and y.
        low: The least of x and y that is shown in any year; NaN where nothing is.
        high: The largest.
        years: In which both have figures, so that they can be played through.
    """

    up: Measured
    across: Measured
    rows: tuple[int, int]
    log: str
    low: tuple[float, float]
    high: tuple[float, float]
    years: tuple[int, ...]

    @cached_property
    def told(self) -> list[tuple[Measured, int]]:
        """What is told of, each with the number of its year; once where it is the same."""
        both = [(self.up, self.rows[0]), (self.across, self.rows[1])]
        return both[:1] if self.same else both

    @cached_property
    def same(self) -> bool:
        """Whether a subject is set beside itself."""
        return self.up.subject == self.across.subject

    @cached_property
    def y(self) -> PairFigures:
        """PairFigures upwards, whether they count or not."""
        found: PairFigures = self.up.values[self.rows[0]]
        return found

    @cached_property
    def x(self) -> PairFigures:
        """PairFigures across, whether they count or not."""
        found: PairFigures = self.across.values[self.rows[1]]
        return found

    @cached_property
    def shown(self) -> PairFlags:
        """Which points there are: both figures, where the axes can show them."""
        return _there(self.up, self.across, self.rows) & ~self.below

    @cached_property
    def below(self) -> PairFlags:
        """Which cannot be shown, as a logarithm is of figures above nought alone."""
        return _there(self.up, self.across, self.rows) & ~_above(self.x, self.y, self.log)

    @cached_property
    def taken(self) -> PairFlags:
        """Which points statistics are of."""
        both: PairFlags = self.up.taken[self.rows[0]] & self.across.taken[self.rows[1]]
        return both & self.shown

    @cached_property
    def hollow(self) -> PairFlags:
        """Which points have a figure that is not quite firm."""
        odd: PairFlags = self.up.hollow[self.rows[0]] | self.across.hollow[self.rows[1]]
        return odd & self.shown

    @cached_property
    def counted(self) -> tuple[PairFigures, PairFigures]:
        """X and y as the axes have them, logarithms included; NaN where they do not count."""
        found = []
        for letter, values in (("x", self.x), ("y", self.y)):
            kept = np.where(self.taken, values, np.nan)
            found.append(np.log10(kept) if letter in self.log else kept)
        return found[0], found[1]


def pairs_of(bench: Bench) -> Pairs:
    """The points of the year that is looked at, and the ends of the axes in all years."""
    up, across, log = bench.subject, bench.other, bench.state.log
    rows = up.row(bench.year), across.row(bench.year)
    common = [year for year in up.years if year in across.years]
    every = {rows, *((up.row(year), across.row(year)) for year in common)}
    seen = np.hstack([_seen(up, across, each, log) for each in sorted(every)])
    playing = tuple(
        year for year in common if _seen(up, across, (up.row(year), across.row(year)), log).shape[1]
    )
    low, high = ((np.nan, np.nan),) * 2
    if seen.shape[1]:
        low, high = (tuple(ends.tolist()) for ends in (seen.min(axis=1), seen.max(axis=1)))
    return Pairs(up, across, rows, log, low, high, playing)


def _seen(up: Measured, across: Measured, rows: tuple[int, int], log: str) -> PairFigures:
    """X and y of what is shown."""
    x, y = across.values[rows[1]], up.values[rows[0]]
    flags = _there(up, across, rows) & _above(x, y, log)
    return np.array([x[flags], y[flags]])


def _there(up: Measured, across: Measured, rows: tuple[int, int]) -> PairFlags:
    both: PairFlags = up.there[rows[0]] & across.there[rows[1]]
    return both


def _above(x: PairFigures, y: PairFigures, log: str) -> PairFlags:
    """Which have a logarithm on the axes that need one."""
    found = np.full(x.shape, True)
    for letter, values in (("x", x), ("y", y)):
        if letter in log:
            found &= np.nan_to_num(values) > 0
    return found
