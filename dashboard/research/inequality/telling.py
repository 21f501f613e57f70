"""Whether municipalities become more alike, in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.inequality.wording import InequalityWords, direction

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.inequality.reckoning import InequalityYears


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
        return self.bench.titled(self.found.measured)

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
