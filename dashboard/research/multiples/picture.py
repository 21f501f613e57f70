"""All years as their pictures take them: small maps in the same classes, and trends in squares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.map_grid import GridMap, MapGridPicture
from dashboard.charts.tile_picture import TileTrend, TileTrendsPicture
from dashboard.indicators.picture import short_name
from dashboard.research.multiples.classing import legend_of, year_classes
from dashboard.research.pointing import own_colours, selecting
from dashboard.research.points import gaps
from geo.boundaries import tiles
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.charts.picture import Caption
    from dashboard.research.multiples.classing import YearClasses
    from dashboard.research.multiples.spanning import YearSpan


@dataclass(frozen=True)
class MultiplesPictures:
    """Makes the pictures of all years.

    Attributes:
        it: The years.
        title: Of the view.
        sentence: What is to be seen.
    """

    it: YearSpan
    title: str
    sentence: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Short names of all."""
        return tuple(short_name(place, self.it.bench.words) for place in municipalities())

    @cached_property
    def classes(self) -> YearClasses:
        """Those of the maps."""
        return year_classes(self.it.bench)

    @property
    def classes_note(self) -> str:
        """How the classes are made."""
        return self.it.bench.words.t(f"research.multiples.classes.{self.classes.made}")

    def texts(self, row: int) -> list[str]:
        """What is said of each in a year: its figure, or why there is none that counts."""
        bench, one = self.it.bench, self.it.measured
        written = bench.writer(one).figures(one.values[row].tolist())
        found = []
        for text, reason in zip(written, one.reasons[row].tolist(), strict=True):
            why = bench.words.t(f"research.reason.{reason}") if reason else ""
            found.append(f"{text} ({why})" if text and why else text or why)
        return found

    def _caption(self, notes: tuple[str, ...], *further: str) -> Caption:
        bench, one = self.it.bench, self.it.measured
        told = [(one, self.it.rows)]
        unit = bench.writer(one).unit
        return bench.caption(self.title, self.sentence, told, *further, unit=unit, notes=notes)

    def maps(self) -> MapGridPicture:
        """A map a year."""
        bench, one = self.it.bench, self.it.measured
        classes = self.classes
        codes = [place.code for place in municipalities()]
        own = own_colours(bench)
        made = []
        for row in self.it.rows:
            year = one.years[row]
            real = (one.reasons[row] == "kind") & one.there[row]
            reals = {codes[at]: palette.NAME_COLOUR for at in np.flatnonzero(real).tolist()}
            texts = zip(codes, self.names, self.texts(row), strict=True)
            made.append(
                GridMap(
                    heading=str(year),
                    fills=dict(zip(codes, classes.fills[row], strict=True)),
                    titles={code: f"{name}: {text}" for code, name, text in texts},
                    href=bench.path(year=year),
                    now=row == self.it.now,
                    ringed=reals | own,
                )
            )
        notes = (self.classes_note,)
        return MapGridPicture(
            tuple(made), legend_of(bench, classes, self.it.rows), self._caption(notes, "boundaries")
        )

    def trends(self) -> TileTrendsPicture:
        """A trend a municipality, where it lies."""
        words = self.it.bench.words
        country = self.it.country
        middle = self.it.medians if country is None else country
        name = "median" if country is None else "country"
        known = not np.isnan(middle[[*self.it.rows]]).all()
        trends = tuple(self._trend(at) for at in range(len(municipalities())))
        hollow = any(any(trend.hollow) for trend in trends)
        notes = (words.t("research.hollow"),) if hollow else ()
        return TileTrendsPicture(
            years=self.it.years,
            trends=trends,
            middle=gaps(middle[[*self.it.rows]]),
            middle_name=words.t(f"research.multiples.{name}") if known else "",
            own_name=words.t("research.multiples.own", year=self.it.last),
            caption=self._caption(notes),
        )

    def _trend(self, at: int) -> TileTrend:
        bench, one, rows = self.it.bench, self.it.measured, [*self.it.rows]
        words, place = bench.words, municipalities()[at]
        text = bench.writer(one).figure(float(one.values[self.it.now, at]))
        own = own_colours(bench)
        county = [each.code for each in counties()].index(place.county)
        column, row = _tiles()[place.code]
        member = bool(one.members[at])
        said = self._now_texts[at]
        if not member:
            said = words.t("research.difference.outside").lower()
        return TileTrend(
            code=place.code,
            name=self.names[at],
            values=gaps(np.where(one.there[rows, at], one.values[rows, at], np.nan)),
            text=(text or "–") if member else "",
            column=column,
            row=row,
            county=words.name(counties()[county], "full"),
            order=(county, at),
            title=f"{words.name(place)}, {self.it.last}: {said}",
            href=self._links[place.code],
            breaks=tuple(self._breaks[rows, at].tolist()),
            hollow=tuple(one.hollow[rows, at].tolist()),
            colour=own.get(place.code, ""),
            faint=not member,
        )

    @cached_property
    def _now_texts(self) -> list[str]:
        return self.texts(self.it.now)

    @cached_property
    def _links(self) -> dict[str, str]:
        return selecting(self.it.bench)

    @cached_property
    def _breaks(self) -> NDArray[np.bool_]:
        """Which figures do not run on: they break their series, or are real after invented ones."""
        one = self.it.measured
        broken = one.reasons == "broken"
        if one.shown is not None:
            broken = broken | (one.shown.states == "not_comparable")
        turned = np.zeros_like(broken)
        turned[1:] = one.marks["real"][1:] != one.marks["real"][:-1]
        found: NDArray[np.bool_] = broken | turned
        return found


@cache
def _tiles() -> dict[str, tuple[int, int]]:
    return tiles()
