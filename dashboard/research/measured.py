"""What is studied, as numbers: a measure of 60 municipalities × years, and what of it counts.

Whatever is left out of statistics stays here with its reason and its marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.research.subjects import Subject

TAKEN = ""
LEFT_OUT = ("missing", "broken", "kind", "estimated", "no_base", "no_measure")
"""Why a figure is left out of statistics, the first that holds: it is not there; it breaks its
series, or the series breaks on the way from the base year; it is real among invented ones; it rests
on interpolated residents and these are not wanted; there is no figure that counts in the base year;
the measure is not defined for it, such as growth from nought."""

MARKED = ("estimated", "corrected", "provisional", "small", "demo", "real", "remarked")
"""Marks of figures; those of a measure of two years are those of both."""


@dataclass(frozen=True)
class Measured:
    """A subject for all municipalities and years.

    Attributes:
        subject: What is studied.
        years: Ascending.
        values: Years × municipalities (Lithuanian order): the measure; NaN where there is none.
        reasons: Years × municipalities: `TAKEN`, or one of `LEFT_OUT`.
        marks: Years × municipalities by name, as `MARKED`.
        members: Municipalities of the chosen set; statistics are of these alone.
        since: The base year of a measure of two years.
        shown: The view that it is made of; None for a feature.
        sources: Ids of what a feature rests on.
        older_years: By year, of which year the share of older residents is, where one is told.
    """

    subject: Subject
    years: tuple[int, ...]
    values: NDArray[np.float64]
    reasons: NDArray[np.str_]
    marks: dict[str, NDArray[np.bool_]]
    members: NDArray[np.bool_]
    since: int | None = None
    shown: MapView | None = None
    sources: tuple[str, ...] = ()
    older_years: dict[int, int] = field(default_factory=dict)

    @cached_property
    def taken(self) -> NDArray[np.bool_]:
        """Years × municipalities: which figures statistics are of."""
        taken: NDArray[np.bool_] = (self.reasons == TAKEN) & self.members
        return taken

    @cached_property
    def counted(self) -> NDArray[np.float64]:
        """Years × municipalities: the figures that are taken, the others NaN."""
        counted: NDArray[np.float64] = np.where(self.taken, self.values, np.nan)
        return counted

    @cached_property
    def there(self) -> NDArray[np.bool_]:
        """Years × municipalities: which figures there are to be shown, taken or not."""
        there: NDArray[np.bool_] = ~np.isnan(self.values) & self.members
        return there

    @cached_property
    def hollow(self) -> NDArray[np.bool_]:
        """Years × municipalities: figures to be drawn hollow, as they are not quite firm.

        Those that are left out though they are there, and those with a mark of care, unless a year
        has no other: then a note says it.
        """
        odd = [self.marks[name] for name in ("estimated", "corrected", "provisional", "small")]
        odd = [flags & ~flags.all(axis=1, keepdims=True) for flags in odd]
        hollow: NDArray[np.bool_] = self.there & (np.any(odd, axis=0) | ~self.taken)
        return hollow

    def row(self, year: int) -> int:
        """Number of a year; of the last one where it has not that year."""
        return self.years.index(year) if year in self.years else len(self.years) - 1

    def left_out(self, row: int) -> dict[str, list[int]]:
        """By reason, the numbers of the members that are left out in a year."""
        found = {
            reason: np.flatnonzero((self.reasons[row] == reason) & self.members).tolist()
            for reason in LEFT_OUT
        }
        return {reason: places for reason, places in found.items() if places}
