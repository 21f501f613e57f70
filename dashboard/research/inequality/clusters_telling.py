"""Whether neighbouring municipalities are alike, and which stand out, in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.inequality.clusters import CLEAR, KINDS
from dashboard.research.view import Statistic
from data.statistics.known import FEWEST, all_equal
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.inequality.clusters import Clusters

DECIMALS = {"moran": 3, "moran_expected": 3, "moran_z": 2}
"""Digits of statistics; others are counts, and p-values are written so that they are not 0."""

FEWEST_TESTED = 10
"""Of fewer municipalities hardly any can stand out, as there are few ways to deal figures out."""


@dataclass(frozen=True)
class ClustersTelling:
    """Tells of neighbours in the year that is looked at.

    Attributes:
        bench: The bench.
        found: What was reckoned.
    """

    bench: Bench
    found: Clusters

    @property
    def words(self) -> Language:
        """The language."""
        return self.bench.words

    @property
    def row(self) -> int:
        """Number of the year."""
        return self.bench.subject.row(self.bench.year)

    @property
    def name(self) -> str:
        """What is studied, and of whom."""
        return self.bench.titled(self.bench.subject)

    def title(self) -> str:
        """Of the view."""
        return self.words.t("research.inequality.place", name=self.name, year=self.bench.year)

    def sentence(self) -> str:
        """Whether neighbours are alike, as far as chance lets that be said."""
        whole, told = self.found.whole, {"name": self.name, "year": self.bench.year}
        if whole is None:
            return self.words.t("research.inequality.neighbours.none", **told)
        how = "chance"
        if whole.p <= CLEAR:
            how = "alike" if whole.value > whole.expected else "unlike"
        told |= {"value": self._number("moran", whole.value), "p": self._number("p", whole.p)}
        return self.words.t(f"research.inequality.neighbours.{how}", **told)

    def statistics(self) -> Iterator[Statistic]:
        """Moran's I with its test, then how many stand out in each way."""
        whole = self.found.whole
        if whole is None:
            return
        known = {
            "moran": whole.value,
            "moran_p": whole.p,
            "moran_z": whole.z,
            "moran_expected": whole.expected,
            "n": float(whole.n),
            **{name: float(self.found.of_kind(at).sum()) for at, name in KINDS.items()},
            "false_discovery": float(self.found.holds.sum()),
        }
        for name, value in known.items():
            if not isnan(value):
                label = self.words.t(f"research.inequality.statistic.{name}")
                about = self.words.t(f"research.inequality.about.{name}")
                text = self._number(name, value)
                yield Statistic(name, label, value, text, about=about, n=whole.n)

    def _number(self, name: str, value: float) -> str:
        if name in ("p", "moran_p"):
            return p_text(value, self.words)
        return self.words.number(value, DECIMALS.get(name, 0))

    def findings(self) -> tuple[str, ...]:
        """Who stands out, and who still does when it is heeded that many were tested."""
        if self.found.local is None:
            return ()
        if not self.found.clear.any():
            return (self.words.t("research.inequality.cluster.none"),)
        told = [
            self.words.t(f"research.inequality.cluster.{name}", names=self.names(which))
            for at, name in KINDS.items()
            if (which := self.found.of_kind(at)).any()
        ]
        holds = self.found.holds
        if holds.any():
            names = self.names(holds)
            told.append(self.words.t("research.inequality.cluster.holds", names=names))
        else:
            told.append(self.words.t("research.inequality.cluster.holds_none"))
        return tuple(told)

    def names(self, which: NDArray[np.bool_]) -> str:
        """Municipalities by name."""
        places = np.flatnonzero(which).tolist()
        return ", ".join(self.words.name(municipalities()[at]) for at in places)

    def cautions(self) -> tuple[str, ...]:
        """How it must not be read, or why nothing is said."""
        found, words = self.found, self.words
        known = found.counted[~np.isnan(found.counted)]
        if known.size < FEWEST:
            return (words.t("research.inequality.caution.few_places"),)
        if all_equal(known):
            return (words.t("research.inequality.caution.constant"),)
        told = []
        if found.local is None:
            told.append(words.t("research.inequality.caution.apart"))
        elif found.tested < FEWEST_TESTED:
            told.append(words.t("research.inequality.caution.few_tested"))
        else:
            chance = words.number(2 * CLEAR * found.tested)
            tested = words.number(found.tested)
            told.append(words.t("research.inequality.caution.chance", n=chance, of=tested))
        if found.local is not None and found.lonely.any():
            names = self.names(found.lonely)
            told.append(words.t("research.inequality.caution.lonely", names=names))
        if self.bench.subject.subject.measure == "rank":
            told.append(words.t("research.inequality.caution.ranks"))
        if not self.bench.subject.members.all():
            told.append(words.t("research.inequality.caution.within"))
        return tuple(told)


def p_text(value: float, words: Language) -> str:
    """A p-value, written so that it is not nought."""
    return words.number(value, 3 if value >= 0.001 else 4)
