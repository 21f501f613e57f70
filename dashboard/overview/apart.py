"""Who differs most from those that are like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.frame.places import place_path
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import FigureWriter, title
from dashboard.overview.facts import ToldFact
from dashboard.peers.reading import standings_of
from dashboard.peers.state import PeersState
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.overview.shown import ShownYear
    from dashboard.peers.standing import IndicatorStanding


def furthest_apart(atlas: Atlas, words: Language, of: ShownYear) -> ToldFact | None:
    """The municipality whose figure lies furthest from the median of its peers.

    None where too few have a figure, or where nobody's differs as they are shown.
    """
    key = ("furthest apart", of.figures.view, of.year)
    found: IndicatorStanding | None = atlas.once(key, lambda: _furthest(atlas, of))
    if found is None or found.middle is None:
        return None
    known = [at for at in found.peers if not np.isnan(found.figures[at])]
    writer, place = FigureWriter.of(found.shown.view, words), municipalities()[found.own]
    sentence = words.n(
        "home.fact.apart.said",
        len(known),
        place=words.name(place, "full"),
        name=title(found.shown.view, words),
        year=of.year,
        figure=writer.figure(found.value),
        median=writer.figure(found.middle.median),
    )
    compared = np.zeros_like(found.shown.counted)
    compared[found.row, [found.own, *known]] = True
    path = place_path(place, words, f"year={of.year}")
    return ToldFact("apart", sentence, path, source_ids(found.shown, compared))


def _furthest(atlas: Atlas, of: ShownYear) -> IndicatorStanding | None:
    """Where it stands; of equally far ones the first in Lithuanian order."""
    state = PeersState(year=of.year, unit=of.figures.view.unit)
    standings = standings_of(atlas, of.figures.view.indicator, state)
    found = max(standings, key=_distance)  # the first of equal ones
    return found if round(_distance(found), of.figures.decimals) > 0 else None


def _distance(found: IndicatorStanding) -> float:
    """How far from the median, in the unit; less than nothing where that is not known.

    It is not told in spreads: they are the same for all, and nought where most figures are equal.
    """
    if found.middle is None or np.isnan(found.value):
        return -1.0
    return abs(found.value - found.middle.median)
