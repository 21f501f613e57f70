"""How the figures and titles of a view are written in a language."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from data.catalog import ALL_AREAS, INDICATORS, PRICE_YEAR, resolve

if TYPE_CHECKING:
    from dashboard.indicators.state import View
    from dashboard.language.i18n import Language


def subject(view: View, language: Language) -> str:
    """What is shown: the indicator, and the policy area where one is chosen."""
    return _named(view, language, [])


def title(view: View, language: Language) -> str:
    """What is shown, with its unit where that is another than plain euros."""
    several = len(INDICATORS[view.indicator].units) > 1
    named = several and view.unit != "eur"
    return _named(view, language, [unit_label(view.unit, language)] if named else [])


def _named(view: View, language: Language, further: list[str]) -> str:
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
    def of(cls, view: View, language: Language) -> FigureWriter:
        """The writer that fits a view."""
        found = resolve(view.indicator, view.unit, view.area)
        return cls(language, found.unit.kind, found.decimals, found.national)

    def figure(self, value: float) -> str:
        """A figure with its sign of unit; nothing for NaN."""
        if isnan(value):
            return ""
        if self.kind == "money":
            return self.language.money(value, self.decimals)
        if self.kind == "percent":
            return self.language.percent(value, self.decimals)
        return self.language.number(value, self.decimals)

    def change(self, difference: float, before: float) -> str:
        """A change on the year before: per cent for money, points for per cent, else a number."""
        if isnan(difference):
            return ""
        if self.kind == "percent":
            number = self.language.number(difference, self.decimals, sign=True)
            return self.language.t("change.points", number=number)
        if self.kind == "money":
            return self.language.percent(100 * difference / before, 1, sign=True) if before else ""
        return self.language.number(difference, self.decimals, sign=True)

    def spans(self, limits: list[float]) -> list[str]:
        """The ranges of the classes between limits, each ending just below the next one."""
        step = 10.0**-self.decimals
        highs = [limit - step for limit in limits[1:-1]] + limits[-1:]
        return [self._span(*ends) for ends in zip(limits, highs, strict=False)]

    def _span(self, low: float, high: float) -> str:
        first, last = self.figure(low), self.figure(high)
        if first == last:
            return last
        if not last.startswith("€"):  # a sign behind the number stands once
            first = self.language.number(low, self.decimals)
        return f"{first}–{last}"
