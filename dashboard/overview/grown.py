"""What of the money grew most since the first comparable year, without inflation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.frame.places import map_path
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import State, ViewRequest, write_state
from dashboard.indicators.writing import FigureWriter
from dashboard.overview.told import ToldFact
from data.catalog import INDICATORS, PRICE_YEAR

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

UNIT = "constant_per_resident"
"""Comparable over years and between kinds of money."""

FEWEST_ALIKE = 20
"""Municipalities with a figure in every year, of which a third of the country is the least."""

TIMES = 2.0
"""From here on growth is told as how many times more."""


def grown_most(atlas: Atlas, words: Language, year: int) -> ToldFact | None:
    """The kind of money that grew most by a year, of municipalities that count in every year.

    None where they are too few, or where nothing grew.
    """
    money = [item.id for item in INDICATORS.values() if UNIT in item.units]
    views = [remembered_view(atlas, ViewRequest(name, UNIT)) for name in money]
    growths = {growth(shown, year): shown for shown in reversed(views)}
    most = max((each for each in growths if not np.isnan(each)), default=0.0)
    if most <= 1:
        return None
    shown = growths[most]
    writer, row = FigureWriter.of(shown.view, words), shown.years.index(year)
    more = words.t("home.times", number=words.number(most, 1))
    if most < TIMES:
        more = words.percent(100 * (most - 1), 0, sign=True)
    sentence = words.n(
        "home.fact.grown.said",
        int(shown.always.sum()),
        name=words.t(f"indicator.{shown.view.indicator}.name"),
        since=shown.years[0],
        start=writer.figure(float(shown.same[0])),
        year=year,
        end=writer.figure(float(shown.same[row])),
        more=more,
        prices=PRICE_YEAR,
    )
    path = map_path(words, write_state(State(shown.view, year, same=True)))
    return ToldFact("grown", sentence, path, source_ids(shown, shown.counted))


def growth(shown: MapView, year: int) -> float:
    """How many times the figure of the first year that of another is; NaN where it is not known."""
    if year not in shown.years or shown.always.sum() < FEWEST_ALIKE:
        return float("nan")
    first, last = (float(shown.same[row]) for row in (0, shown.years.index(year)))
    return last / first if first > 0 else float("nan")
