"""Who differs most from those that are like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.frame.places import place_path
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import FigureWriter, title
from dashboard.overview.told import ToldFact
from dashboard.peers.reading import standings_of
from dashboard.peers.state import PeersState
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.overview.shown import ShownYear


def furthest_apart(atlas: Atlas, words: Language, of: ShownYear) -> ToldFact | None:
    """The municipality whose figure lies furthest from the median of its peers.

    Distances are in spreads of all municipalities, as on a municipality's page. None where too
    few have a figure.
    """
    state = PeersState(year=of.year, unit=of.shown.view.unit)
    standings = standings_of(atlas, of.shown.view.indicator, state)
    distances = np.abs([each.distance for each in standings])
    known = np.isfinite(distances)
    if not known.any():
        return None
    at = int(np.argmax(np.where(known, distances, -1.0)))
    found = standings[at]
    middle = found.middle
    assert middle is not None  # noqa: S101 - or there were no distance
    writer = FigureWriter.of(found.shown.view, words)
    sentence = words.n(
        "home.fact.apart.said",
        len(found.peers),
        place=words.name(municipalities()[at], "full"),
        name=title(found.shown.view, words),
        year=of.year,
        figure=writer.figure(found.value),
        median=writer.figure(middle.median),
    )
    path = place_path(municipalities()[at], words, f"year={of.year}")
    row = np.zeros_like(found.shown.counted)
    row[found.row] = found.shown.counted[found.row]
    return ToldFact("apart", sentence, path, source_ids(found.shown, row))
