"""What all years together tell: how many rose, where it is most now, and how counties differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.difference.differing import EXACT
from dashboard.research.difference.telling import (
    all_of,
    counts_text,
    ended,
    where_text,
)
from dashboard.research.measured import LEFT_OUT
from dashboard.research.view import Statistic
from data.statistics.known import FEWEST
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.multiples.spanning import YearSpan

MOST_COUNTIES = 4
"""Named in a sentence: a list of nearly all is not read."""


@dataclass(frozen=True)
class MultiplesWords:
    """Tells of all years."""

    it: YearSpan

    def figure(self, value: float) -> str:
        """A figure, written."""
        return self.it.bench.writer(self.it.measured).figure(value)

    def _summary(self, value: float) -> str:
        """A median, written."""
        return self.it.bench.writer(self.it.measured).summary(value)

    def sentence(self) -> str:
        """How many rose and fell over the years, then where it is most and least now."""
        words, moved = self.it.bench.words, self.it.moved
        counted = moved[~np.isnan(moved)]
        said = []
        if told := counts_text(counted, "years", words):
            said.append(
                words.n(
                    "research.multiples.moved",
                    len(counted),
                    first=self.it.first,
                    last=self.it.last,
                    told=told,
                )
            )
        said.append(self._ends())
        return " ".join(ended(text) for text in said if text)

    def _ends(self) -> str:
        """Where the figure of the year is largest and smallest."""
        words, values = self.it.bench.words, self.it.measured.counted[self.it.now].round(EXACT)
        known = values[~np.isnan(values)]
        if not len(known):
            return ""
        low, high = float(known.min()), float(known.max())
        told = {"year": self.it.last, "high": self.figure(high)}
        if low == high:
            where = where_text(values == low, words)
            name = "only" if len(known) == 1 else "alike"
            return words.t(f"research.multiples.{name}", where=where, **told)
        rank = self.it.measured.subject.measure == "rank"
        return words.t(
            "research.multiples.ranked" if rank else "research.multiples.ends",
            most=where_text(values == high, words),
            least=where_text(values == low, words),
            low=self.figure(low),
            **told,
        )

    def findings(self) -> tuple[str, ...]:
        """By county, then of the selected."""
        found = [self._medians(), *self._whole(), *map(self._own, self.it.bench.state.select)]
        return tuple(ended(text) for text in found if text)

    def _medians(self) -> str:
        """Where the county's median is largest and smallest."""
        words, values = self.it.bench.words, self.it.measured.counted[self.it.now].round(EXACT)
        medians = {}
        rank = self.it.measured.subject.measure == "rank"
        if rank or (~np.isnan(values)).sum() < FEWEST:
            return ""
        for county in counties():
            inside = values[self._inside(county.code)]
            if (~np.isnan(inside)).sum() >= FEWEST:
                medians[county.code] = float(np.nanmedian(inside))
        if len(medians) < 2 or len({*medians.values()}) < 2:
            return ""
        low, high = min(medians.values()), max(medians.values())

        def where(value: float) -> str:
            found = [each for each in counties() if medians.get(each.code) == value]
            return all_of([words.located(each) for each in found], words)

        return words.t(
            "research.multiples.medians",
            year=self.it.last,
            fewest=FEWEST,
            most=where(high),
            high=self._summary(high),
            least=where(low),
            low=self._summary(low),
        )

    def _whole(self) -> list[str]:
        """In which counties all rose, or all fell, where that is not so everywhere."""
        words, moved = self.it.bench.words, self.it.moved
        known = ~np.isnan(moved)
        found = []
        for name, which in (("rose", moved > 0), ("fell", moved < 0)):
            if not which.any() or which[known].all():
                continue
            whole = []
            for county in counties():
                inside = self._inside(county.code) & known
                if inside.sum() > 1 and which[inside].all():
                    whole.append(words.located(county))
            if 0 < len(whole) <= MOST_COUNTIES:
                where = all_of(whole, words)
                found.append(words.t(f"research.multiples.all_{name}", where=where))
        return found

    def _inside(self, county: str) -> NDArray[np.bool_]:
        return np.array([place.county == county for place in municipalities()])

    def _own(self, code: str) -> str:
        """The first and the last figure of a selected municipality."""
        at = [place.code for place in municipalities()].index(code)
        words, one = self.it.bench.words, self.it.measured
        rows = [row for row in self.it.rows if one.there[row, at]]
        name = words.name(municipalities()[at])
        if not one.members[at]:
            return ""
        if not rows:
            return words.t("research.multiples.own.none", name=name)
        told = [
            words.t(
                "research.multiples.own.year",
                year=one.years[row],
                figure=self.figure(float(one.values[row, at])),
            )
            for row in dict.fromkeys((rows[0], rows[-1]))
        ]
        return words.t("research.multiples.own.told", name=name, told=" → ".join(told))

    def statistics(self) -> tuple[Statistic, ...]:
        """The median of each year with enough figures, and of how many it is.

        That of places tells nothing but how many there are.
        """
        words, found = self.it.bench.words, list[Statistic]()
        if self.it.measured.subject.measure == "rank":
            return ()
        for row, year in zip(self.it.rows, self.it.years, strict=True):
            values = self.it.measured.counted[row]
            known = values[~np.isnan(values)]
            if len(known) < FEWEST:
                continue
            median = float(np.median(known))
            found.append(
                Statistic(
                    f"median_{year}",
                    words.t("research.multiples.statistic.median", year=year),
                    median,
                    self._summary(median),
                    words.n("data.matrix.places", len(known)),
                )
            )
        return tuple(found)

    def cautions(self) -> tuple[str, ...]:
        """In which years there are too few for a statistic; that places have none."""
        words, taken = self.it.bench.words, self.it.measured.taken.sum(axis=1)
        if self.it.measured.subject.measure == "rank":
            return (words.t("research.ranks_anew"),)
        few = [str(self.it.measured.years[row]) for row in self.it.rows if taken[row] < FEWEST]
        if not few:
            return ()
        if len(few) == len(self.it.rows):
            return (words.t("research.multiples.too_few_ever"),)
        return (words.t("research.multiples.too_few", years=", ".join(few)),)

    def left_out(self) -> tuple[str, ...]:
        """The rule, and how many figures of all years were left out, by reason."""
        words, one, rows = self.it.bench.words, self.it.measured, [*self.it.rows]
        members = len(rows) * int(one.members.sum())
        taken = int(one.taken[rows].sum())
        said = [
            words.t("research.rule"),
            words.n("research.multiples.taken", taken, of=words.number(members)),
        ]
        for reason in LEFT_OUT:
            count = int(((one.reasons[rows] == reason) & one.members).sum())
            if count:
                text = words.t(f"research.reason.{reason}")
                said.append(words.n("research.multiples.left", count, reason=text))
        return tuple(said)
