"""An indicator in the year of the analysis and before, as its sentences need it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import SIGNS
from dashboard.indicators.writing import FigureWriter
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.indicators.figures import MapView


@dataclass(frozen=True)
class AnalysisYear:
    """An indicator of which a year is told.

    Attributes:
        telling: Of which year, in which language.
        shown: The indicator.
    """

    telling: AnalysisTelling
    shown: MapView

    @classmethod
    def of(cls, telling: AnalysisTelling, indicator: str, unit: str) -> AnalysisYear:
        """An indicator in a unit."""
        return cls(telling, telling.shown(indicator, unit))

    @cached_property
    def writer(self) -> FigureWriter:
        """Writes its figures."""
        return FigureWriter.of(self.shown.view, self.telling.words)

    @property
    def row(self) -> int:
        """The number of the year."""
        return self.shown.years.index(self.telling.year)

    @property
    def values(self) -> NDArray[np.float64]:
        """Municipalities: figures of the year."""
        values: NDArray[np.float64] = self.shown.values[self.row]
        return values

    @property
    def taken(self) -> NDArray[np.bool_]:
        """Municipalities: which of them count."""
        counted: NDArray[np.bool_] = self.shown.counted[self.row]
        return counted

    @property
    def counted(self) -> NDArray[np.float64]:
        """Municipalities: the figures that count, the others NaN."""
        return self.counted_in(self.telling.year)

    def counted_in(self, year: int) -> NDArray[np.float64]:
        """The same of another year."""
        row = self.shown.years.index(year)
        return np.where(self.shown.counted[row], self.shown.values[row], np.nan)

    @cached_property
    def first(self) -> int | None:
        """The first year with figures that count, if it lies before."""
        known = zip(self.shown.years, self.shown.counted, strict=True)
        found = next((year for year, row in known if row.any()), self.telling.year)
        return found if found < self.telling.year else None

    def national(self, year: int) -> str:
        """The country's figure, with the sign of interpolated residents where it rests on them."""
        row = self.shown.years.index(year)
        interpolated = (self.shown.marks["estimated"] & self.shown.counted)[row].any()
        sign = SIGNS["estimated"] if interpolated else ""
        return f"{self.writer.figure(float(self.shown.national[row]))}{sign}"

    def before(self) -> str:
        """The country's figure a year before and in the first year, in brackets behind this one."""
        last = self.telling.year - 1
        known = last in self.shown.years and self.shown.counted[self.shown.years.index(last)].any()
        asked = dict.fromkeys([*([last] if known else []), *([self.first] if self.first else [])])
        told = "; ".join(
            self.telling.words.t("analysis.in_year", year=year, value=self.national(year))
            for year in asked
        )
        return f" ({told})" if told else ""

    def where(self, value: float) -> str:
        """In which municipality a figure is found, or in how many."""
        places = np.flatnonzero(self.counted == value)
        words = self.telling.words
        return (
            self.where_at(int(places[0]))
            if len(places) == 1
            else words.n("sentence.places", len(places))
        )

    def where_at(self, at: int) -> str:
        """In which municipality, by its number."""
        return self.telling.words.located(municipalities()[at])
