"""One municipality among its peers as its page shows it: numbers, words, and where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.frame.places import place_path
from dashboard.frame.source_line import source_text
from dashboard.indicators.picture import Wording
from dashboard.indicators.sources import source_ids
from dashboard.peers.reading import newest_year, read_standing
from dashboard.peers.state import read_peers_state, write_peers_state
from dashboard.peers.telling import StandingWords
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.peers.standing import IndicatorStanding, PeerStanding
    from dashboard.peers.state import PeersState
    from geo.places import Municipality

FEATURE_SOURCES = ("population", "population_older", "places", "boundaries")
"""Sources of what peers are found by and of the map."""


@dataclass(frozen=True)
class PlaceView:
    """What the page of a municipality shows.

    Attributes:
        atlas: The data.
        words: The language.
        standing: Where the municipality stands.
    """

    atlas: Atlas
    words: Language
    standing: PeerStanding

    @property
    def place(self) -> Municipality:
        """The municipality."""
        return self.standing.place

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words, self.standing.state.figures)

    def telling(self, indicator: str) -> StandingWords:
        """Tells of one indicator."""
        return StandingWords(self.standing.indicators[indicator], self.words, self.labels)

    def wording(self, indicator: str, taken: str = "") -> Wording:
        """What a picture of an indicator in the year says beside its figures."""
        it = self.standing.indicators[indicator]
        source = self.sources(source_ids(it.shown, _told(it, [it.own])))
        return Wording(self.words, self.labels, source, (self.place.code,), taken)

    def sources(self, ids: tuple[str, ...]) -> str:
        """The line of some sources."""
        return source_text(ids, self.atlas, self.words)

    @cached_property
    def source(self) -> str:
        """The line of all that the page rests on."""
        return self.source_of(self.standing.indicators)

    def source_of(self, indicators: Iterable[str]) -> str:
        """The line of what some indicators and the choice of peers rest on."""
        told = [self.standing.indicators[name] for name in indicators]
        own = {each for it in told for each in source_ids(it.shown, _told(it, [it.own, *it.peers]))}
        return self.sources((*sorted(own | {*FEATURE_SOURCES}),))

    @cached_property
    def retrieved(self) -> Mapping[str, str]:
        """By id of a source, the day on which it was fetched."""
        days = self.atlas.sources().set_index("source")["retrieved"]
        return {str(source): f"{day:%Y-%m-%d}" for source, day in days.items()}

    @cached_property
    def closed(self) -> str:
        """The page's address with no indicator opened."""
        return self.path(opened="")

    def opening(self, indicator: str) -> str:
        """The page's address with an indicator opened, and the place of it on the page."""
        return f"{self.closed}{'&' if '?' in self.closed else '?'}open={indicator}#{indicator}"

    def query(self, **changes: Any) -> str:
        """The query of the page's address with changes."""
        return write_peers_state(replace(self.standing.state, **changes))

    def path(self, **changes: Any) -> str:
        """The page's address with changes to what it shows."""
        return place_path(self.place, self.words, self.query(**changes))


def _told(it: IndicatorStanding, members: Sequence[int]) -> NDArray[np.bool_]:
    """Years × municipalities: the figures that are told of, of the year and of some members."""
    told = np.zeros_like(it.shown.there)
    told[it.row] = True
    told[:, [*members]] = True
    return it.shown.there & told


def read_place_view(atlas: Atlas, words: Language, query: str, place: Municipality) -> PlaceView:
    """The view that an address asks for; the newest year, which a form sends too, is the usual."""
    state = read_peers_state(query)
    if state.year == newest_year(atlas, state.figures):
        state = replace(state, year=None)
    return place_view(atlas, words, state, place)


def place_view(atlas: Atlas, words: Language, state: PeersState, place: Municipality) -> PlaceView:
    """The view of a state."""
    own = [each.code for each in municipalities()].index(place.code)
    return PlaceView(atlas, words, read_standing(atlas, own, state))
