"""How the split is written: shares, euros of a hundred, names of its parts, the title."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from dashboard.research.split.figures import PARTS
from data.catalog import ALL_AREAS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench

CENTS = 2

NAMED = ("budgetary", "public", "ngo")
"""The places of the three parts in texts."""


@dataclass(frozen=True)
class SplitWriter:
    """Writes what is said of the split."""

    words: Language

    def part(self, at: int) -> str:
        """The name of a part, as it stands alone."""
        return self.words.t(f"research.split.part.{PARTS[at]}")

    def share(self, share: float) -> str:
        """A share as per cent; nothing for NaN. Small ones have two digits, as they need them."""
        return "" if isnan(share) else self.words.percent(100 * share, 2 if share < 0.1 else 1)

    def bare(self, share: float) -> str:
        """The same without its sign, for where there is little room."""
        return "" if isnan(share) else self.words.number(100 * share, 2 if share < 0.1 else 1)

    def tick(self, per_cent: float) -> str:
        """A round share beside its line, in per cent."""
        exact = f"{per_cent:.2f}".rstrip("0").partition(".")[2]
        return self.words.percent(per_cent, len(exact))

    def ticked(self, at: int, label: str) -> str:
        """The share beside the first line of a part; below the triangle its name stands apart."""
        named = PARTS[at] != "public"
        return self.words.t(f"research.split.tick.{PARTS[at]}", share=label) if named else label

    def shares(self, mixture: Iterable[float]) -> str:
        """The three shares, as they stand behind a name."""
        written = (self.share(float(share)) for share in mixture)
        return self.words.t("research.split.shares", **dict(zip(NAMED, written, strict=True)))

    def hundred(self, mixture: Iterable[float]) -> dict[str, str]:
        """Euros of a hundred, by part, to stand in sentences."""
        euros = (self.words.money(100 * float(share), CENTS) for share in mixture)
        return dict(zip(NAMED, euros, strict=True))

    def name(self, at: int) -> str:
        """The short name of a municipality."""
        return self.words.name(municipalities()[at])


def title_of(bench: Bench, years: str) -> str:
    """What is shown: the split, its area, its set, its years."""
    words, area = bench.words, bench.state.subject.area
    told = [words.t("research.split.title")]
    told += [words.t(f"area.{area}")] if area != ALL_AREAS else []
    told += [bench.places] if bench.places else []
    return ", ".join([*told, words.t("research.split.years", years=years)])
