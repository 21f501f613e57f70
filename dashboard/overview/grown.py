"""What of the money grew most since the first comparable year, without inflation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.frame.places import map_path
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import State, ViewRequest, write_state
from dashboard.indicators.writing import FigureWriter
from dashboard.overview.facts import ToldFact
from data.catalog import INDICATORS, PRICE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

UNIT = "constant_per_resident"
"""Comparable over years and between kinds of money."""

FEWEST_ALIKE = 20
"""Municipalities that must have a figure in every year: a third of the country."""

TIMES = 2.0
"""From here on growth is told as how many times as much."""

LEAST = 1.005
"""Growth that is told: what rounds to at least one per cent."""


@dataclass(frozen=True)
class Growth:
    """How a kind of money grew, of the same municipalities.

    Attributes:
        shown: All its figures.
        rows: Numbers of the years that are compared, the first and the last.
        alike: The municipalities: those that count in both and in all good years between.
        ends: Their figure in either year.
    """

    shown: MapView
    rows: tuple[int, int]
    alike: NDArray[np.bool_]
    ends: tuple[float, float]

    @property
    def times(self) -> float:
        """How many times the first figure the last is."""
        return self.ends[1] / self.ends[0]


def grown_most(atlas: Atlas, words: Language, year: int) -> ToldFact | None:
    """The kind of money that grew most by a year, of municipalities that count in every good year.

    None where they are too few, or where nothing grew.
    """
    money = [item.id for item in INDICATORS.values() if UNIT in item.units]
    views = [remembered_view(atlas, ViewRequest(name, UNIT)) for name in money]
    found = most_growth(views, year)
    return _told(found, words) if found else None


def most_growth(views: Iterable[MapView], year: int) -> Growth | None:
    """The largest; of equal ones the first. None where nothing grew by a per cent."""
    known = [found for shown in views if (found := growth(shown, year))]
    most = max(known, key=lambda each: each.times, default=None)
    return most if most and most.times >= LEAST else None


def growth(shown: MapView, year: int) -> Growth | None:
    """How much the figure grew by a year since the first from which enough have one in every year.

    A year in which too few have one at all says nothing and is passed over.
    """
    if year not in shown.years:
        return None
    last = shown.years.index(year)
    good = [row for row in range(last + 1) if shown.counted[row].sum() >= FEWEST_ALIKE]
    for at, first in enumerate(good[:-1] if last in good else []):
        alike = np.logical_and.reduce(shown.counted[good[at:]])
        if alike.sum() >= FEWEST_ALIKE:
            start, end = (_together(shown, row, alike) for row in (first, last))
            return Growth(shown, (first, last), alike, (start, end)) if start > 0 else None
    return None


def _together(shown: MapView, row: int, alike: NDArray[np.bool_]) -> float:
    """The figure of some municipalities taken together, a rate."""
    by = shown.denominators[row, alike]
    return float((shown.values[row, alike] * by).sum() / by.sum())


def _told(found: Growth, words: Language) -> ToldFact:
    shown, writer = found.shown, FigureWriter.of(found.shown.view, words)
    (since, year), (start, end) = (shown.years[row] for row in found.rows), found.ends
    sentence = words.n(
        "home.fact.grown.said",
        int(found.alike.sum()),
        name=words.t(f"indicator.{shown.view.indicator}.name"),
        since=since,
        start=writer.figure(start),
        year=year,
        end=writer.figure(end),
        more=more_text(found.times, words),
        prices=PRICE_YEAR,
    )
    # The map knows only those that count in every year there is.
    same = bool((found.alike == shown.always).all())
    path = map_path(words, write_state(State(shown.view, year, same=same)))
    compared = np.zeros_like(shown.counted)
    compared[list(found.rows)] = found.alike
    return ToldFact("grown", sentence, path, source_ids(shown, compared))


def more_text(times: float, words: Language) -> str:
    """How much more: in per cent, or how many times; a whole number of times is declined."""
    if times < TIMES:
        return words.percent(100 * (times - 1), 0, sign=True)
    told = round(times, 1)
    if told.is_integer():
        return words.n("home.times.whole", int(told))
    return words.t("home.times", number=words.number(told, 1))
