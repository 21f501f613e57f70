"""How statistics of inequality are named and written."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from dashboard.research.subjects import LEVEL
from dashboard.research.view import Statistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.research.inequality.reckoning import Key
    from dashboard.research.writing import MeasuredWriter

INDEX_DECIMALS = 3
"""Of indices between nought and one."""

HARDLY = 0.1
"""A change of less than this share of the former figure is told as none."""


@dataclass(frozen=True)
class InequalityWords:
    """Writes statistics of inequality.

    Attributes:
        words: The language.
        writer: Writes the figures that they are of.
    """

    words: Language
    writer: MeasuredWriter

    def figure(self, key: Key, value: float) -> str:
        """A statistic as it is written; nothing for NaN."""
        if isnan(value):
            return ""
        name, _ = key
        if name == "n":
            return self.words.number(value)
        if name == "p90_p10":
            return self.words.number(value, 1 if value >= 2 else 2)
        if name in ("p90_p10_gap", "deviation"):
            return self.distance(value)
        return self.words.number(value, INDEX_DECIMALS)

    def distance(self, value: float) -> str:
        """How far apart two figures are: euros, percentage points, or a bare number."""
        subject, number = self.writer.subject, self.words.number(value, self.writer.decimals)
        if subject.measure == "z":
            return self.words.t("research.inequality.deviations", number=number)
        if subject.measure not in (LEVEL, "change"):
            return self.words.t("change.points", number=number)
        if subject.kind == "money":
            return self.words.euros(number)
        return number if subject.kind == "count" else self.words.t("change.points", number=number)

    def axis(self, steps: Sequence[float]) -> list[str]:
        """Figures of an axis, all with as many decimals as they need."""
        exact = (
            decimals
            for decimals in range(6)
            if all(abs(round(step, decimals) - step) <= 1e-9 * abs(step) for step in steps)
        )
        return self.words.numbers(steps, next(exact, 6))

    def label(self, key: Key) -> str:
        """What a statistic is called."""
        name, by = key
        return self.words.t(f"research.inequality.statistic.{name}{'.' if by else ''}{by}")

    def statistic(self, key: Key, value: float) -> Statistic:
        """A statistic with all that is said of it."""
        name, by = key
        about = self.words.t(f"research.inequality.about.{name}")
        return Statistic(name, self.label(key), value, self.figure(key, value), about=about,
                         group=by)  # fmt: skip


def direction(first: float, last: float) -> str:
    """Whether a statistic `fell`, `rose`, or stayed about the `same`."""
    if abs(last - first) < HARDLY * abs(first) or first == last:
        return "same"
    return "fell" if last < first else "rose"


def years_text(years: Sequence[int]) -> str:
    """Ascending years, those in a row as a span: `2015, 2017–2025`."""
    runs = list[list[int]]()
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
