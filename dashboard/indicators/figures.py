"""Everything that one view of the map needs, for all its years: figures, classes, ranks, words.

It is computed once on the server and sent to the browser whole, so that there a change of year is
only a look-up: every number is already written out, every sentence already declined.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.classes import classify, ranges
from data.catalog import resolve
from data.statistics.measures import ranks
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from dashboard.indicators.classes import Range
    from dashboard.indicators.state import ViewRequest
    from data.asking.remarks import OfficeRemark

UNKNOWN, ZERO = -2, -1
"""Classes below the lowest: no figure that counts; a declared zero."""

COMPARABLE = ("ok", "declared_zero")
"""States whose figures can be compared with others."""

VALUE_STATES = ("ok", "not_asked", "no_answer", "declared_zero", "not_comparable", "no_data")
"""What a figure can be, in the order by which the browser knows them."""


@dataclass(frozen=True)
class FigureRemark:
    """What is said of a figure, or of one that is not there: numbers of year and place, and why."""

    row: int
    place: int
    note_lt: str
    note_en: str


@dataclass(frozen=True)
class CensusBreak:
    """Residents of `years` are interpolated across a census; how far it moved the count.

    Attributes:
        years: The years.
        census: The year of the census.
        known: Of how many municipalities its figures are known.
        least: Number of the place whose count it lowered most, and by how many per cent.
        most: The same of the one whose count it raised most.
    """

    years: frozenset[int]
    census: int
    known: int
    least: tuple[int, float]
    most: tuple[int, float]


@dataclass(frozen=True)
class MapView:
    """One indicator in one unit and area, for 60 municipalities × all years of the view.

    Attributes:
        view: What was asked for.
        years: Ascending.
        values: Years × municipalities (Lithuanian order), in the unit; NaN where unknown.
        states: Years × municipalities, codes of the list `value_state`.
        counted: Years × municipalities: which figures are ranked, classed and summed.
        marks: Years × municipalities by name: `estimated` (residents behind the figure are
            interpolated), `corrected` (something of it was corrected by hand), `provisional` (it
            rests on payment requests), `small` (its denominator is), `demo`.
        denominators: Years × municipalities: by what each figure was divided, in the unit.
        national: By year, in the unit; NaN where nothing counts.
        same: The same of the municipalities that count in every year.
        breaks: What is said of each figure that breaks its series, by year and municipality.
        absences: Why a figure is not there, where its source tells.
        origins: Ids of the sources of what is real, by numbers of year and place.
        census: Which years' residents are interpolated across a census; None where none matter.
        remarks: Those that stand on figures of the indicator, from the widest to the narrowest.
    """

    view: ViewRequest
    years: tuple[int, ...]
    values: NDArray[np.float64]
    states: NDArray[np.str_]
    counted: NDArray[np.bool_]
    marks: dict[str, NDArray[np.bool_]]
    denominators: NDArray[np.float64]
    national: NDArray[np.float64]
    same: NDArray[np.float64]
    breaks: tuple[FigureRemark, ...] = ()
    absences: tuple[FigureRemark, ...] = ()
    origins: Mapping[tuple[int, int], str] = field(default_factory=dict)
    census: CensusBreak | None = None
    remarks: tuple[OfficeRemark, ...] = ()

    @property
    def decimals(self) -> int:
        """Decimals shown; figures are classed as they are shown."""
        return resolve(self.view.indicator, self.view.unit, self.view.area).decimals

    @cached_property
    def there(self) -> NDArray[np.bool_]:
        """Which figures there are, whether they count or not."""
        return ~np.isnan(self.values)

    @cached_property
    def newest(self) -> int:
        """The newest year with a figure, or the last; an address that names none shows it."""
        known = (year for year, row in zip(self.years, self.there, strict=True) if row.any())
        return max(known, default=self.years[-1])

    @cached_property
    def invented(self) -> bool:
        """Whether invented figures are what counts."""
        return bool((self.counted & self.marks["demo"]).any())

    @cached_property
    def real(self) -> NDArray[np.bool_]:
        """Real figures where invented ones count: they are shown, and compared with none."""
        return self.there & ~self.marks["demo"] & self.invented

    @cached_property
    def remarked(self) -> NDArray[np.bool_]:
        """Which figures are remarked on, whether they are there or not."""
        found, codes = np.zeros_like(self.there), [place.code for place in municipalities()]
        for each in self.remarks:
            rows = [each.year in (None, year) for year in self.years]
            found[rows, codes.index(each.municipality)] = True
        return found

    @cached_property
    def flagged(self) -> dict[str, NDArray[np.bool_]]:
        """Which figures have which mark; real ones are marked singly only among invented ones."""
        marks = self.marks | {"real": self.real, "remarked": self.remarked}
        return {name: marks[name] & self.there for name in SIGNS}

    @cached_property
    def beside(self) -> NDArray[np.bool_]:
        """Those of them that have a colour all the same."""
        return self.real & np.isin(self.states, COMPARABLE)

    @cached_property
    def classed(self) -> NDArray[np.float64]:
        """Years × municipalities: the figures that classes are made of; declared zeros are not."""
        ordinary = self.counted & (self.states == "ok")
        classed: NDArray[np.float64] = np.where(ordinary, self.values, np.nan)
        return classed

    @cached_property
    def bins(self) -> list[list[Range]]:
        """The classes of each year; one list where all years share them."""
        parts = self.classed if self.view.limits == "year" else [self.classed]
        return [ranges(part, self.view.classes, self.decimals) for part in parts]

    def bins_of(self, row: int) -> list[Range]:
        """The classes of a year."""
        return self.bins[row if len(self.bins) > 1 else 0]

    @cached_property
    def always(self) -> NDArray[np.bool_]:
        """Which municipalities count in every year."""
        always: NDArray[np.bool_] = np.logical_and.reduce(self.counted, axis=0)
        return always

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """Years × municipalities: 0 is the lowest class; `ZERO` and `UNKNOWN` lie below.

        Figures beside those that count have the nearest of their classes.
        """
        coloured = self.counted | self.beside
        figures = np.where(coloured, self.values, np.nan).round(self.decimals)
        if len(self.bins) == 1:
            found = classify(figures, self.bins[0])
        else:
            found = np.array([*map(classify, figures, self.bins)])
        found = np.where(coloured & (found >= 0), found, UNKNOWN)
        classes: NDArray[np.int64] = np.where(self.states == "declared_zero", ZERO, found)
        return classes

    @property
    def ranks(self) -> NDArray[np.int64]:
        """Years × municipalities: 1 is the largest; equal figures share a rank; 0 is unranked."""
        return np.nan_to_num(ranks(self.values, self.counted)).astype(np.int64)

    @property
    def changes(self) -> NDArray[np.float64]:
        """Years × municipalities: the figure less that of the year before; NaN if either lacks."""
        figures: NDArray[np.float64] = np.where(self.counted, self.values, np.nan)
        before = np.vstack([np.full(figures.shape[1], np.nan), figures[:-1]])
        change: NDArray[np.float64] = figures - before
        return change


SIGNS = {
    "estimated": "*",
    "corrected": "†",
    "provisional": "‡",
    "small": "°",
    "real": "✓",
    "remarked": "¶",
}
"""Sign of each mark; `real` is said among invented figures. A figure that breaks its series has the
sign of its state."""

NEUTRAL = ("real", "remarked")
"""Signs that say nothing of how firm a figure is: no marker is hollow for them."""
