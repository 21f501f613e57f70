"""Whether municipalities become more alike, in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.inequality.reckoning import NOTHING, PARTED_BY, is_parted
from dashboard.research.inequality.wording import InequalityWords, direction, years_text
from dashboard.research.subjects import OF_TWO_YEARS
from data.statistics.known import FEWEST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.inequality.reckoning import InequalityYears

FEWEST_TENTHS = 10
"""Of fewer municipalities nobody speaks of tenths."""


@dataclass(frozen=True)
class InequalityTelling:
    """Tells of the inequality of all years, and of the year that is looked at.

    Attributes:
        bench: The bench.
        found: The statistics.
    """

    bench: Bench
    found: InequalityYears

    @property
    def words(self) -> Language:
        """The language."""
        return self.bench.words

    @property
    def writes(self) -> InequalityWords:
        """Writes statistics."""
        return InequalityWords(self.words, self.bench.writer(self.found.measured))

    @property
    def row(self) -> int:
        """Number of the year that is looked at."""
        return self.found.measured.row(self.bench.year)

    @property
    def figures(self) -> NDArray[np.float64]:
        """Those of that year that count."""
        row = self.found.measured.counted[self.row]
        known: NDArray[np.float64] = row[~np.isnan(row)]
        return known

    @property
    def name(self) -> str:
        """What is studied, and of whom."""
        name, places = self.writes.writer.title, self.bench.places
        return f"{name} ({places})" if places else name

    def title(self) -> str:
        """Of the view."""
        return self.words.t("research.inequality.title", name=self.name)

    def sentence(self) -> str:
        """Whether they become more alike, from when to when."""
        found, words, name = self.found, self.words, self.name
        if not found.keys:
            return words.t("research.inequality.of_places", name=name)
        key = found.keys[0]
        ends = found.ends(key)
        if found.all_equal:
            return words.t("research.inequality.equal", name=name)
        if ends is None:
            return self._one_year()
        values, same = found.values[key], found.ends(key, same=True)
        went = direction(*(values[row] for row in ends))
        line, told = self._line(ends), self._of_the_same()
        if same and direction(*(found.same[key][row] for row in same)) != went:
            return f"{words.t('research.inequality.plain', name=name, line=line)} {told}"
        if found.measured.subject.measure not in ("level", "share"):
            first = words.t("research.inequality.plain", name=name, line=line)
        else:
            means = words.t(f"research.inequality.means.{went}")
            first = words.t("research.inequality.sentence", name=name, line=line, means=means)
        return f"{first} {told}".strip()

    def _one_year(self) -> str:
        """Where fewer than two years have a statistic: that of the only one, or that none has."""
        found, key = self.found, self.found.keys[0]
        known = [row for row, value in enumerate(found.values[key]) if not isnan(value)]
        if not known:
            return self.words.t("research.inequality.none", name=self.name)
        return self.words.t(
            "research.inequality.one_year",
            name=self.name,
            year=found.measured.years[known[-1]],
            label=self.writes.label(key),
            value=self.writes.figure(key, found.values[key][known[-1]]),
        )

    def _line(self, ends: tuple[int, int], *, same: bool = False) -> str:
        """From what to what the first statistic went."""
        found, key = self.found, self.found.keys[0]
        values = (found.same if same else found.values)[key]
        first, last = (values[row] for row in ends)
        since, until = (found.measured.years[row] for row in ends)
        return self.words.t(
            f"research.inequality.{key[0]}.{direction(first, last)}",
            first=self.writes.figure(key, first),
            last=self.writes.figure(key, last),
            since=since,
            until=until,
        )

    def _of_the_same(self) -> str:
        """The same of those that count in all years; empty where there are none such."""
        found, key = self.found, self.found.keys[0]
        ends, same = found.ends(key), found.ends(key, same=True)
        if ends is None or same is None:
            return ""
        all_of_them = direction(*(found.values[key][row] for row in ends))
        these = [found.same[key][row] for row in same]
        agrees = "agrees" if direction(*these) == all_of_them else "differs"
        first, last = (self.writes.figure(key, value) for value in these)
        line = self._line(same, same=True)
        count = int(found.common.sum())
        return self.words.n(
            f"research.inequality.same.{agrees}", count, first=first, last=last, line=line
        )

    def findings(self) -> tuple[str, ...]:
        """What else the year that is looked at tells."""
        found = self.found
        if not found.keys or not found.values[found.keys[0]][self.row] > NOTHING:
            return ()
        return (*self._tenths(), *self._half(), *self._parts())

    def _tenths(self) -> Iterator[str]:
        if self.figures.size < FEWEST_TENTHS:
            return
        low, high = np.quantile(self.figures, (0.1, 0.9)).tolist()
        key = self.found.keys[0] if "gap" in self.found.keys[0][0] else ("p90_p10", "")
        value = self.found.values[key][self.row]
        ending = key[0]
        if isnan(value):
            ending = "none" if high > 0 else "nought"
        yield self.words.t(
            f"research.inequality.tenths.{ending}",
            year=self.bench.year,
            low=self.writes.writer.figure(low),
            high=self.writes.writer.figure(high),
            value=self.writes.figure(key, value),
        )

    def _half(self) -> Iterator[str]:
        if ("gini", "") in self.found.keys and self.figures.size >= FEWEST_TENTHS:
            shares = np.cumsum(np.sort(self.figures)) / self.figures.sum()
            ranks = np.arange(self.figures.size + 1) / self.figures.size
            half = 100 * float(np.interp(0.5, ranks, np.append(0.0, shares)))
            yield self.words.t("research.inequality.half", share=self.words.percent(half))

    def _parts(self) -> Iterator[str]:
        """How much of Theil's index lies between, and how much would by chance."""
        total = self.found.values.get(("theil", ""), (0.0,) * (self.row + 1))[self.row]
        for by in PARTED_BY if total > 0 else ():
            if not is_parted(self.found.measured, self.row, by):
                continue
            counted = np.flatnonzero(self.found.measured.taken[self.row]).tolist()
            groups = len({getattr(municipalities()[at], by) for at in counted})
            between = self.found.values["theil_between", by][self.row]
            yield self.words.t(
                f"research.inequality.between.{by}",
                share=self.words.percent(100 * between / total, 0),
                chance=self.words.percent(100 * (groups - 1) / (len(counted) - 1), 0),
            )

    def cautions(self) -> tuple[str, ...]:
        """How all this must not be read."""
        return (*self._of_the_measure(), *self._of_the_set())

    def _of_the_measure(self) -> Iterator[str]:
        found, words = self.found, self.words
        subject = found.measured.subject
        if subject.measure in ("change", "growth", "yearly", "z"):
            yield words.t("research.inequality.caution.signed")
        elif subject.measure in ("rank", "index"):
            yield words.t(f"research.inequality.caution.{subject.measure}")
        elif found.has_negative:
            yield words.t("research.inequality.caution.negative")
        repeated = [year for year, of in found.measured.older_years.items() if of != year]
        if repeated:
            newest = max(found.measured.older_years.values())
            yield words.t("research.inequality.caution.repeated", year=newest)
        without = self._without_ratio()
        if without:
            yield words.t("research.inequality.caution.no_ratio", years=years_text(without))
        if subject.measure != "rank":
            yield words.t("research.inequality.caution.once")

    def _without_ratio(self) -> list[int]:
        """Years that have Gini's index and no P90/P10, as a tenth of municipalities has nought."""
        values, years = self.found.values, self.found.measured.years
        ginis, ratios = values.get(("gini", ""), ()), values.get(("p90_p10", ""), ())
        rows = zip(years, ginis, ratios, strict=False)
        return [year for year, index, ratio in rows if isnan(ratio) and not isnan(index)]

    def _of_the_set(self) -> Iterator[str]:
        found, words = self.found, self.words
        if not found.keys:
            return
        years, counts = found.measured.years, found.counts
        if not found.enough.any():
            yield words.t("research.inequality.caution.few")
            return
        since = found.measured.since if found.measured.subject.measure in OF_TWO_YEARS else None
        few = [
            year
            for year, count in zip(years, counts.tolist(), strict=True)
            if count < FEWEST and (since is None or year > since)
        ]
        if few:
            yield words.t("research.inequality.caution.few_years", years=years_text(few))
        if found.changes:
            enough = counts[found.enough]
            yield words.n(
                f"research.inequality.caution.{'who' if found.same else 'who_few'}",
                int(found.common.sum()),
                low=words.number(int(enough.min())),
                high=words.number(int(enough.max())),
            )
