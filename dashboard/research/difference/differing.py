"""The difference itself: of two years of one subject, or of two subjects in one year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.measured import TAKEN
from dashboard.research.measuring import made_of
from dashboard.research.writing import MeasuredWriter
from data.catalog import resolve
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured

CHANGE = "change"

EXACT = 9
"""Digits after the decimal mark: what is equal must not differ by how a computer adds."""


@dataclass(frozen=True)
class Differing:
    """What all municipalities' second figures are less their first ones.

    Attributes:
        before: Whose figures are taken away.
        after: From whose.
        rows: Numbers of their years.
        values: By municipality; NaN where a figure lacks.
        reasons: By municipality: `TAKEN`, or one of `LEFT_OUT`.
        all_values: Those of every pair of years, or of every year, that count: classes are made
            of these, so that they stay the same whatever years are chosen.
    """

    before: Measured
    after: Measured
    rows: tuple[int, int]
    values: NDArray[np.float64]
    reasons: NDArray[np.str_]
    all_values: NDArray[np.float64]

    @property
    def of_years(self) -> bool:
        """Whether it is one subject in two years."""
        return self.before is self.after

    @property
    def years(self) -> tuple[int, int]:
        """The years of both."""
        return self.before.years[self.rows[0]], self.after.years[self.rows[1]]

    @property
    def members(self) -> NDArray[np.bool_]:
        """Municipalities of the chosen set."""
        return self.after.members

    @cached_property
    def taken(self) -> NDArray[np.bool_]:
        """Which differences statistics are of."""
        taken: NDArray[np.bool_] = (self.reasons == TAKEN) & self.members
        return taken

    @cached_property
    def counted(self) -> NDArray[np.float64]:
        """The differences that are taken, without the others."""
        counted: NDArray[np.float64] = self.values[self.taken]
        return counted

    @property
    def told(self) -> tuple[tuple[Measured, int], ...]:
        """Both, with the numbers of their years."""
        return (self.before, self.rows[0]), (self.after, self.rows[1])

    @property
    def sourced(self) -> tuple[tuple[Measured, tuple[int, ...]], ...]:
        """The same as sources are asked for."""
        return tuple((one, (row,)) for one, row in self.told)

    @cached_property
    def ends(self) -> NDArray[np.float64]:
        """2 × municipalities: the first figures and the second ones."""
        return np.array([one.values[row] for one, row in self.told])

    @cached_property
    def hollow(self) -> NDArray[np.bool_]:
        """2 × municipalities: which of them are not quite firm."""
        return np.array([one.hollow[row] for one, row in self.told]) | ~self.taken

    @cached_property
    def country(self) -> tuple[float, float] | None:
        """Both figures of the country, of those that count in both; None for a feature or too few.

        Of more or fewer municipalities in one of the years it would move without any of them.
        """
        counts = self.reasons == TAKEN
        if self.before.shown is None or self.after.shown is None or counts.sum() < FEWEST:
            return None
        ends = []
        for one, row in self.told:
            by = one.shown.denominators[row, counts] if one.shown else np.ones(counts.sum())
            ends.append(float((one.values[row, counts] * by).sum() / by.sum()))
        return ends[0], ends[1]

    @property
    def country_is(self) -> str:
        """What the country's figure is: `rate`, of all together, or `average`."""
        of = self.after.subject
        return "rate" if of.is_feature else resolve(of.of, of.unit, of.area).national

    def writer(self, words: Language) -> MeasuredWriter:
        """Writes differences, with their sign."""
        of = max(self.before.subject, self.after.subject, key=lambda each: each.decimals)
        return MeasuredWriter(words, replace(of, measure=CHANGE), self.years[0])


def between_years(level: Measured, first: int, last: int) -> Differing:
    """What has changed from one year to another.

    Args:
        level: Figures as they are.
        first: The earlier year.
        last: The later one.
    """
    asked = replace(level, subject=replace(level.subject, measure=CHANGE))
    rows = level.years.index(first), level.years.index(last)
    moved = made_of(asked, first)
    return Differing(
        before=level,
        after=level,
        rows=rows,
        values=moved.values[rows[1]].round(EXACT),
        reasons=moved.reasons[rows[1]],
        all_values=_of_all_years(asked),
    )


def between_subjects(before: Measured, after: Measured, year: int) -> Differing:
    """What one subject is less another one in a year."""
    pairs = [(before.years.index(each), at) for at, each in enumerate(after.years)
             if each in before.years]  # fmt: skip
    rows = before.years.index(year), after.years.index(year)
    reasons = [one.reasons[row] for one, row in zip((before, after), rows, strict=True)]
    return Differing(
        before=before,
        after=after,
        rows=rows,
        values=(after.values[rows[1]] - before.values[rows[0]]).round(EXACT),
        reasons=np.where(reasons[1] == TAKEN, *reasons),
        all_values=_of_all_pairs(before, after, pairs),
    )


def _of_all_years(asked: Measured) -> NDArray[np.float64]:
    """Changes between any two years that count, whatever set of municipalities is chosen."""
    found = [made_of(asked, year) for year in asked.years]
    return np.concatenate([each.values[each.reasons == TAKEN] for each in found])


def _of_all_pairs(
    before: Measured, after: Measured, pairs: Sequence[tuple[int, int]]
) -> NDArray[np.float64]:
    found = [
        (after.values[last] - before.values[first])[
            (before.reasons[first] == TAKEN) & (after.reasons[last] == TAKEN)
        ]
        for first, last in pairs
    ]
    return np.concatenate(found)
