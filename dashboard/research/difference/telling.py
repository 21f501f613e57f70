"""What a difference tells, in sentences that are right for any number of municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.marks import MOST_NAMED
from dashboard.research.writing import MeasuredWriter
from data.statistics.known import FEWEST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.difference.differing import Differing
    from dashboard.research.subjects import Subject


@dataclass(frozen=True)
class DifferenceWords:
    """Tells of a difference.

    Attributes:
        it: The difference.
        words: The language.
        select: Codes of the municipalities that stand out.
    """

    it: Differing
    words: Language
    select: tuple[str, ...] = ()

    @cached_property
    def kind(self) -> str:
        """Which words fit: those of years or those of indicators."""
        return "years" if self.it.of_years else "indicators"

    @cached_property
    def enough(self) -> bool:
        """Whether there are enough for a statistic."""
        return len(self.it.counted) >= FEWEST

    @cached_property
    def writer(self) -> MeasuredWriter:
        """Writes differences."""
        return self.it.writer(self.words)

    def figure(self, value: float) -> str:
        """A difference, written with its sign."""
        return self.writer.figure(value)

    @cached_property
    def figures(self) -> list[str]:
        """The difference of each municipality, written at once."""
        return self.writer.figures(self.it.values.tolist())

    @cached_property
    def levels(self) -> tuple[list[str], list[str]]:
        """Both figures of each municipality, written at once."""
        first, last = (
            MeasuredWriter(self.words, one.subject).figures(one.values[row].tolist())
            for one, row in self.it.told
        )
        return first, last

    def sentence(self) -> str:
        """How many rose and fell, and where most."""
        words, counted = self.words, self.it.counted
        first, last = self.it.years
        if not len(counted):
            return words.t(f"research.difference.none.{self.kind}", first=first, last=last)
        start = words.n(
            f"research.difference.start.{self.kind}", len(counted), first=first, last=last
        )
        parts = "; ".join(filter(None, [counts_text(counted, self.kind, words), self._most()]))
        return ended(words.t("research.difference.sentence", start=start, told=parts))

    def _most(self) -> str:
        """Where most was gained and lost; where all are alike there is no most."""
        counted, words = self.it.counted, self.words
        if len(counted) > 1 and counted.min() == counted.max() == 0:
            return ""  # said already
        if len(counted) > 1 and counted.min() == counted.max():
            return words.t("research.difference.alike", figure=self.figure(counted[0]))
        if len(counted) == 1:
            only, figure = self._where(counted[0]), self.figure(counted[0])
            return words.t("research.difference.only", where=only, figure=figure)
        found = []
        for name, value in (("most", counted.max()), ("least", counted.min())):
            if value == 0:
                continue  # how many did not change is told already
            side = "up" if value > 0 else "down"
            told = {"where": self._where(value), "figure": self.figure(value)}
            found.append(words.t(f"research.difference.{name}.{side}.{self.kind}", **told))
        return ", ".join(found)

    def _where(self, value: float) -> str:
        """Where the difference is just so."""
        return where_text(self.it.taken & (self.it.values == value), self.words)

    def findings(self) -> tuple[str, ...]:
        """The typical difference, the country's, those of the selected."""
        found = [self._typical(), self._country(), *map(self._own, self.select)]
        return tuple(ended(text) for text in found if text)

    def _typical(self) -> str:
        counted = self.it.counted
        if not self.enough or counted.min() == counted.max():
            return ""
        tenth, median, ninth = np.quantile(counted, (0.1, 0.5, 0.9)).tolist()
        return self.words.t(
            f"research.difference.typical.{self.kind}",
            median=self.writer.summary(median),
            low=self.writer.summary(tenth),
            high=self.writer.summary(ninth),
        )

    def _country(self) -> str:
        country = self.it.country
        if country is None:
            return ""
        words, sides = self.words, [one.subject for one, _ in self.it.told]
        before, after = (
            level_text(side, value, words) for side, value in zip(sides, country, strict=True)
        )
        first, last = self.it.years
        return words.n(
            f"research.difference.country.{self.it.country_is}.{self.kind}",
            int((self.it.reasons == "").sum()),
            before=before,
            after=after,
            first=first,
            last=last,
            figure=self.writer.summary(country[1] - country[0]),
        )

    def _own(self, code: str) -> str:
        """Both figures of a selected municipality, its difference and its place by it."""
        at = [place.code for place in municipalities()].index(code)
        words, value, reason = self.words, self.it.values[at], str(self.it.reasons[at])
        name = words.name(municipalities()[at])
        if not self.it.members[at]:
            return ""
        why = words.t(f"research.reason.{reason}") if reason else ""
        if np.isnan(value):
            return words.t("research.difference.own.none", name=name, reason=why)
        told = {"name": name, "figure": self.figures[at]}
        told |= {"before": self.levels[0][at], "after": self.levels[1][at]}
        if reason:
            return words.t("research.difference.own.left", reason=why, **told)
        if len(self.it.counted) == 1:
            return words.t("research.difference.own.one", **told)
        place = int((self.it.counted > value).sum()) + 1
        return words.t("research.difference.own", place=place, count=len(self.it.counted), **told)


def counts_text(counted: NDArray[np.float64], kind: str, words: Language) -> str:
    """How many are above nought, below and at it; of one nothing is counted."""
    if len(counted) < 2:
        return ""
    counts = {
        "rose": int((counted > 0).sum()),
        "fell": int((counted < 0).sum()),
        "same": int((counted == 0).sum()),
    }
    parts = []
    for name, number in counts.items():
        if number == len(counted):
            return words.t(f"research.difference.all_{name}.{kind}")
        if number:
            parts.append(words.n(f"research.difference.{name}.{kind}", number))
    return ", ".join(parts)


def where_text(chosen: NDArray[np.bool_], words: Language) -> str:
    """Where: by name where they are few, else in how many."""
    places = np.flatnonzero(chosen).tolist()
    if len(places) > MOST_NAMED:
        return words.n("sentence.places", len(places))
    return all_of([words.located(municipalities()[at]) for at in places], words)


def all_of(texts: Sequence[str], words: Language) -> str:
    """Texts in a row, the last one after an "and"."""
    *others, last = texts
    if not others:
        return last
    return words.t("research.difference.and", first=", ".join(others), last=last)


def ended(text: str) -> str:
    """A sentence with one stop at its end, also where an abbreviation has brought one."""
    return text[:-1] if text.endswith("..") else text


def level_text(subject: Subject, value: float, words: Language) -> str:
    """A figure of a subject itself, of the country or on average, written."""
    return MeasuredWriter(words, subject).summary(value)
