"""How statistics of inequality are named and written."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from dashboard.research.amounts import amount, axis_texts
from dashboard.research.places import part_text
from dashboard.research.view import Statistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.research.inequality.reckoning import StatisticKey
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

    def figure(self, key: StatisticKey, value: float) -> str:
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
        if self.writer.subject.measure == "z":
            number = self.words.number(value, self.writer.decimals)
            return self.words.t("research.inequality.deviations", number=number)
        return amount(self.writer, value, self.writer.decimals_of(value))

    def axis(self, steps: Sequence[float]) -> list[str]:
        """Figures of an axis, all with as many decimals as they need."""
        return axis_texts(steps, self.words)

    def label(self, key: StatisticKey) -> str:
        """What a statistic is called."""
        name, by = key
        if by:
            return self.words.t(f"research.inequality.statistic.{name}.{by}")
        return self.words.t(f"research.inequality.statistic.{name}")

    def statistic(self, key: StatisticKey, value: float, n: int) -> Statistic:
        """A statistic of so many municipalities, with all that is said of it."""
        name, by = key
        return Statistic(
            name,
            self.label(key),
            value,
            self.figure(key, value),
            about=self.words.t(f"research.inequality.about.{name}"),
            group=by,
            group_name=part_text(by, self.words) if by else "",
            n=n,
        )


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
