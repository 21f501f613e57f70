"""The sentence on services handed over: who has reached what was promised, and who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.forum.saying import where
from dashboard.indicators.headline import headline
from dashboard.indicators.writing import FigureWriter
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.commitments.promise import Promise
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

MOST_NAMED = 3
"""Leaders that are named; more of them are counted."""


def among(select: Sequence[str]) -> NDArray[np.bool_]:
    """Which municipalities are chosen, in Lithuanian order."""
    return np.array([place.code in select for place in municipalities()])


def handover_sentence(
    telling: DeckTelling,
    shown: MapView,
    row: int,
    select: Sequence[str],
    promise: Promise | None,
) -> str:
    """Says it in the deck's language; without a target, what any view of the map says.

    Args:
        telling: What is told from.
        shown: The services that were handed over.
        row: Number of the year.
        select: Codes of the municipalities.
        promise: What was promised.
    """
    words, counted = telling.words, shown.counted[row]
    if promise is None or promise.target is None or not counted.any():
        return headline(shown, row, words, select, telling.labels).sentence
    figures = shown.values[row]
    better = np.greater_equal if promise.direction == "more" else np.less_equal
    reached = counted & better(figures, promise.target)
    own = counted & among(select)
    nation, of = {"all": int(reached.sum())}, int(counted.sum())
    if not own.any():
        leader = "" if select else _leader(shown, row, counted, words)
        return f"{words.n('forum.services.nation', of, **nation)} {leader}".rstrip()
    if own.sum() == 1:
        place = municipalities()[int(own.argmax())]
        key = "forum.services.one" if (own & reached).any() else "forum.services.one_not"
        figure = FigureWriter.of(shown.view, words).figure(float(figures[own][0]))
        return words.n(key, of, name=words.name(place), figure=figure, **nation)
    met = int((own & reached).sum())
    key = "forum.services.reached" if met else "forum.services.none"
    said = words.n(key, int(own.sum()), where=where(select, words), met=met, of=of, **nation)
    return f"{said} {_leader(shown, row, own, words)}".rstrip()


def _leader(shown: MapView, row: int, own: NDArray[np.bool_], words: Language) -> str:
    """Who has the largest figure, and which; nothing where it is nought."""
    figures = np.where(own, shown.values[row], -np.inf)
    if figures.max() <= 0:
        return ""
    first = np.flatnonzero(figures == figures.max()).tolist()
    names = ", ".join(words.name(municipalities()[at]) for at in first)
    who = names if len(first) <= MOST_NAMED else words.n("data.matrix.places", len(first))
    figure = FigureWriter.of(shown.view, words).figure(float(figures.max()))
    return words.t("forum.services.leader", who=who, figure=figure)
