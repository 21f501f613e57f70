"""How the figures and titles of a view are written in a language."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from data.catalog import ALL_AREAS, INDICATORS, PRICE_YEAR, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dashboard.indicators.classes import Range
    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language


def subject(view: ViewRequest, language: Language) -> str:
    """What is shown: the indicator, and the policy area where one is chosen."""
    return _named(view, language, [])


def title(view: ViewRequest, language: Language) -> str:
    """What is shown, with its unit where that is another than plain euros."""
    several = len(INDICATORS[view.indicator].units) > 1
    named = several and view.unit != "eur"
    return _named(view, language, [unit_label(view.unit, language)] if named else [])


def _named(view: ViewRequest, language: Language, further: list[str]) -> str:
    name = language.t(f"indicator.{view.indicator}.name")
    area = [] if view.area == ALL_AREAS else [language.t(f"area.{view.area}")]
    details = "; ".join([*area, *further])
    return language.t("title.with", name=name, details=details) if details else name


def unit_label(unit: str, language: Language) -> str:
    """The unit in words, e.g. `€ vienam gyventojui`."""
    return language.t(f"unit.{unit}.name", year=PRICE_YEAR)


@dataclass(frozen=True)
class FigureWriter:
    """Writes the figures of one view in one language.

    Attributes:
        kind: `money`, `percent` or `count`.
        decimals: Digits after the decimal mark.
        national: What the national figure is: `rate` or `average`.
    """

    language: Language
    kind: str
    decimals: int
    national: str

    @classmethod
    def of(cls, view: ViewRequest, language: Language) -> FigureWriter:
        """The writer that fits a view."""
        found = resolve(view.indicator, view.unit, view.area)
        return cls(language, found.unit.kind, found.decimals, found.national)

    def figure(self, value: float) -> str:
        """A figure with its sign of unit; nothing for NaN."""
        return "" if isnan(value) else self._figures([value])[0]

    def figures(self, values: NDArray[np.float64]) -> NDArray[np.object_]:
        """As many texts as values, each as `figure` writes it."""
        return _write(values, self._figures)

    def changes(
        self, differences: NDArray[np.float64], before: NDArray[np.float64]
    ) -> NDArray[np.object_]:
        """Changes on the year before: per cent for money, points for per cent, else numbers.

        Nothing stands for NaN, and where money rose from nought.
        """
        if self.kind == "money":
            known = np.where(before == 0, np.nan, before)
            return _write(100 * differences / known, self._growth)
        return _write(differences, self._differences)

    def differences(self, differences: NDArray[np.float64]) -> NDArray[np.object_]:
        """Differences with their signs, in the unit itself; nothing for NaN."""
        return _write(differences, self._signed)

    def distances(self, differences: NDArray[np.float64]) -> NDArray[np.object_]:
        """How far figures lie from another one, without sign; nothing for NaN."""
        return _write(differences, self._distances)

    def spans(self, classes: list[Range]) -> list[str]:
        """The ranges of classes."""
        return [self._span(*ends) for ends in classes]

    def _figures(self, values: list[float]) -> list[str]:
        signed = {"money": self.language.euros, "percent": self.language.per_cent}
        numbers = self.language.numbers(values, self.decimals)
        return [*map(signed[self.kind], numbers)] if self.kind in signed else numbers

    def _growth(self, shares: list[float]) -> list[str]:
        return [*map(self.language.per_cent, self.language.numbers(shares, 1, sign=True))]

    def _differences(self, values: list[float]) -> list[str]:
        numbers = self.language.numbers(values, self.decimals, sign=True)
        if self.kind != "percent":
            return numbers
        return [self.language.t("change.points", number=number) for number in numbers]

    def _signed(self, values: list[float]) -> list[str]:
        texts = self._differences(values)
        return [*map(self.language.euros, texts)] if self.kind == "money" else texts

    def _distances(self, values: list[float]) -> list[str]:
        texts = self._figures(values)
        if self.kind != "percent":
            return texts
        numbers = self.language.numbers(values, self.decimals)
        return [self.language.t("change.points", number=number) for number in numbers]

    def _span(self, low: float, high: float) -> str:
        first, last = self.figure(low), self.figure(high)
        if first == last:
            return last
        if not last.startswith("€"):  # a sign behind the number stands once
            first = self.language.number(low, self.decimals)
        return f"{first}–{last}"


def _write(
    values: NDArray[np.float64], write: Callable[[list[float]], list[str]]
) -> NDArray[np.object_]:
    """The texts of all known values, written at one go; empty ones for NaN."""
    texts = np.full(values.shape, "", dtype=object)
    known = ~np.isnan(values)
    texts[known] = write(values[known].tolist())
    return texts
