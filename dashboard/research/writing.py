"""How what is studied is named, and how its figures are written, in a language."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import subject as indicator_name
from dashboard.indicators.writing import unit_label
from dashboard.research.subjects import LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured
    from dashboard.research.subjects import Subject

PER_CENT = ("growth", "yearly", "share")
DECIMALS = {"growth": 1, "yearly": 2, "index": 1, "share": 2, "z": 2, "rank": 0}
"""Digits of measures that have others than the level."""

FEW = 100
"""Of whole numbers below it a decimal of their mean is telling."""

SIGNED = ("change", "growth", "yearly", "z")


def name_of(subject: Subject, words: Language) -> str:
    """What is studied, with its policy area; without unit and measure."""
    if subject.is_feature:
        return words.t(f"research.feature.{subject.of}")
    return indicator_name(ViewRequest(subject.of, subject.unit, subject.area), words)


@dataclass(frozen=True)
class MeasuredWriter:
    """Writes the figures of what is studied.

    Attributes:
        words: The language.
        subject: What is studied.
        since: The base year of a measure of two years.
    """

    words: Language
    subject: Subject
    since: int | None = None

    @classmethod
    def of(cls, measured: Measured, words: Language) -> MeasuredWriter:
        """The writer that fits."""
        return cls(words, measured.subject, measured.since)

    @property
    def decimals(self) -> int:
        """Digits after the decimal mark."""
        return DECIMALS.get(self.subject.measure, self.subject.decimals)

    @property
    def unit(self) -> str:
        """The unit in words: that of the level, or what the measure makes of it."""
        level, measure = self._level_unit, self.subject.measure
        if measure == LEVEL:
            return level
        if measure == "change" and self.subject.kind == "percent":  # not to be read as growth
            level = self.words.t("research.difference.points")
        key = f"research.unit.{measure}"
        return self.words.t(key, unit=level, since=self.since or "")

    @property
    def _level_unit(self) -> str:
        if self.subject.is_feature:
            return self.words.t(f"research.feature_unit.{self.subject.of}")
        return unit_label(self.subject.unit, self.words)

    @property
    def title(self) -> str:
        """What is studied, with its unit and measure."""
        name = name_of(self.subject, self.words)
        if self.subject.measure == LEVEL and self._is_counted_by_name:
            return name
        return self.words.t("research.titled", name=name, unit=self.unit)

    @property
    def _is_counted_by_name(self) -> bool:
        """Whether the name says already what is counted: residents, a number of competitions."""
        subject = self.subject
        return subject.of == "residents" or (not subject.is_feature and subject.kind == "count")

    def figure(self, value: float) -> str:
        """A figure with its sign of unit; nothing for NaN."""
        return self.figures([value])[0]

    def summary(self, value: float) -> str:
        """A figure that is reckoned of several, such as a mean or a quartile.

        Of small whole numbers it has a decimal more: 2 and 3 competitions are 2.5 on average.
        """
        if isnan(value) or self.decimals_of(value) == self.decimals:
            return self.figure(value)
        signed = self.subject.measure in SIGNED
        return self._with_unit(self.words.number(value, self.decimals_of(value), sign=signed))

    def decimals_of(self, value: float) -> int:
        """Digits after the decimal mark of a figure that is reckoned of several."""
        telling = self.decimals == 0 and abs(value) < FEW and value != round(value)
        return 1 if telling else self.decimals

    def figures(self, values: Iterable[float]) -> list[str]:
        """Many figures, each as `figure` writes it, in the time of a few."""
        values = list(values)
        known = [value for value in values if not isnan(value)]
        signed = self.subject.measure in SIGNED
        numbers = iter(self.words.numbers(known, self.decimals, sign=signed))
        return ["" if isnan(value) else self._with_unit(next(numbers)) for value in values]

    def _with_unit(self, number: str) -> str:
        measure, kind = self.subject.measure, self.subject.kind
        if measure in PER_CENT:
            return self.words.per_cent(number)
        if measure not in (LEVEL, "change") or kind == "count":
            return number
        if kind == "money":
            return self.words.euros(number)
        if measure == "change":
            return self.words.t("change.points", number=number)
        return self.words.per_cent(number)
