"""The three-way split of all municipalities and years: amounts, shares, what counts of them.

A municipality counts in a year where all three parts count and are of one kind, all real or all
invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.measured import TAKEN
from dashboard.research.split.mixture import centred, distance, shares, zoom_of, zoomed
from dashboard.research.subjects import Subject

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

PARTS = ("budgetary", "public", "ngo_competition")
"""Indicators of the three parts, in the order of the triangle's corners."""

NGO = PARTS.index("ngo_competition")


@dataclass(frozen=True)
class SplitFigures:
    """The split.

    Attributes:
        parts: What the three parts got, euros.
        total: What all got.
        year: The year that is looked at.
    """

    parts: tuple[Measured, ...]
    total: Measured
    year: int

    @property
    def years(self) -> tuple[int, ...]:
        """Ascending."""
        return self.parts[0].years

    @property
    def row(self) -> int:
        """The number of the year."""
        return self.years.index(self.year)

    @property
    def members(self) -> NDArray[np.bool_]:
        """Municipalities of the chosen set."""
        return self.parts[0].members

    @cached_property
    def amounts(self) -> NDArray[np.float64]:
        """Parts × years × municipalities, euros."""
        return np.array([part.values for part in self.parts])

    @cached_property
    def counts(self) -> NDArray[np.bool_]:
        """Years × municipalities: which count, of the set or not."""
        return counting(self.parts)

    @cached_property
    def taken(self) -> NDArray[np.bool_]:
        """Years × municipalities: those of them that are of the set."""
        taken: NDArray[np.bool_] = self.counts & self.members
        return taken

    @cached_property
    def mixtures(self) -> NDArray[np.float64]:
        """Parts × years × municipalities: shares of the three together."""
        return shares(self.amounts)

    @cached_property
    def hollow(self) -> NDArray[np.bool_]:
        """Years × municipalities: those to be drawn hollow."""
        careful = np.any([part.hollow for part in self.parts], axis=0)
        hollow: NDArray[np.bool_] = careful | ~self.counts
        return hollow

    @cached_property
    def reasons(self) -> NDArray[np.str_]:
        """Years × municipalities: why each is left out; `TAKEN` where it is not."""
        reasons = np.where(self.counts, TAKEN, "kind").astype("<U10")
        for part in self.parts[::-1]:
            reasons = np.where(part.reasons != TAKEN, part.reasons, reasons)
        told: NDArray[np.str_] = np.where((reasons == TAKEN) & ~self.counts, "missing", reasons)
        return told

    def together(self, among: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Parts × years: what some of them have together, as shares; NaN where none counts."""
        return shares(np.where(among, self.amounts, 0.0).sum(axis=2))

    @cached_property
    def country(self) -> NDArray[np.float64]:
        """Parts × years: the mixture of all that count, in money."""
        return self.together(self.counts)

    @cached_property
    def centre(self) -> NDArray[np.float64]:
        """The mixture of all that count in all years: what is grey, whichever year is shown."""
        return shares(np.where(self.counts, self.amounts, 0.0).sum(axis=(1, 2)))

    @cached_property
    def zoom(self) -> float:
        """By how much the triangle is zoomed, in all years alike."""
        return zoom_of(centred(self.mixtures[:, self.counts], self.centre))

    def seen(self, mixtures: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where mixtures lie in the centred and zoomed triangle."""
        return zoomed(centred(mixtures, self.centre), self.zoom)

    def shown(self, *, counting_alone: bool) -> tuple[Measured, ...]:
        """The parts with what a picture shows of them: whole mixtures, or those that count."""
        whole = np.isfinite(self.mixtures).all(axis=0)
        seen = self.counts if counting_alone else whole
        return tuple(
            replace(part, values=np.where(seen, part.values, np.nan)) for part in self.parts
        )

    @cached_property
    def distances(self) -> NDArray[np.float64]:
        """Municipalities: Aitchison's distance from the country's mixture in the year."""
        found = distance(self.mixtures[:, self.row], self.country[:, self.row])
        return np.where(self.taken[self.row], found, np.nan)

    @cached_property
    def known_years(self) -> list[int]:
        """Numbers of the years in which any of the country counts."""
        found: list[int] = np.flatnonzero(self.counts.any(axis=1)).tolist()
        return found

    @cached_property
    def covered(self) -> float:
        """What share of all money the three are, of those that count in the year and set."""
        among = self.taken[self.row] & (self.total.reasons[self.row] == TAKEN)
        whole = float(self.total.values[self.row][among].sum())
        three = float(self.amounts[:, self.row, among].sum())
        return three / whole if whole > 0 else float("nan")


def counting(parts: tuple[Measured, ...]) -> NDArray[np.bool_]:
    """Years × municipalities: where all parts count, are of one kind, and come to anything."""
    taken = np.all([part.reasons == TAKEN for part in parts], axis=0)
    invented = np.array([part.marks["demo"] for part in parts])
    alike = (invented == invented[0]).all(axis=0)
    something = np.sum([part.values for part in parts], axis=0) > 0
    found: NDArray[np.bool_] = taken & alike & something
    return found


def split_figures(bench: Bench) -> SplitFigures:
    """The split within the choices of the bench."""
    area = bench.state.subject.area
    parts = tuple(bench.measured(Subject(of, "eur", area)) for of in PARTS)
    years, counts = parts[0].years, counting(parts)
    known = (year for year, row in zip(years, counts, strict=True) if row.any())
    year = bench.state.year if bench.state.year in years else max(known, default=years[-1])
    return SplitFigures(parts, bench.measured(Subject("total", "eur", area)), int(year or 0))
