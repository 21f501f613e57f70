"""Municipalities side by side as their page shows them: numbers, words, and where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.frame.places import COMPARE_SLUGS, COMPARED
from dashboard.frame.source_line import source_text
from dashboard.indicators.picture import Wording, told
from dashboard.indicators.sources import source_ids
from dashboard.peers.comparing import (
    read_compare_state,
    read_comparison,
    write_compare_state,
)
from dashboard.peers.state import PeersState, write_peers_state
from dashboard.peers.telling import place_text
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.peers.comparing import ComparedIndicator, CompareState, Comparison
    from geo.places import Municipality

FEATURE_SOURCES = ("population", "population_older", "places")
"""Sources of what is told of the municipalities above the indicators."""


@dataclass(frozen=True)
class CompareView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        compared: The municipalities and their figures.
    """

    atlas: Atlas
    words: Language
    compared: Comparison

    @property
    def state(self) -> CompareState:
        """What is looked at."""
        return self.compared.state

    @property
    def places(self) -> list[Municipality]:
        """The municipalities in their order."""
        return [municipalities()[at] for at in self.compared.members]

    @property
    def heads(self) -> list[str]:
        """Their names as columns have them, without the word that all share."""
        return [self.words.name(place).removesuffix(" sav.") for place in self.places]

    @property
    def is_table(self) -> bool:
        """Whether there are enough of them to compare."""
        return len(self.compared.members) >= COMPARED[0]

    @property
    def is_full(self) -> bool:
        """Whether there is room for no other."""
        return len(self.compared.members) >= COMPARED[1]

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words, self.state.figures)

    def texts(self, it: ComparedIndicator) -> list[str]:
        """What the map says of each of the municipalities."""
        said = told(it.shown, it.row, Wording(self.words, self.labels))
        return [said[at] for at in it.members]

    def beside(self, it: ComparedIndicator, number: int) -> list[str]:
        """What is said of a figure that there is: a state that is not the usual, and its place."""
        state = it.shown.states[it.row, it.members[number]]
        said = [] if state == "ok" else [self.labels[state]]
        return [*said, *filter(None, [place_text(it.places[number], self.words)])]

    @cached_property
    def source(self) -> str:
        """The line of all that the page rests on."""
        ids = {*FEATURE_SOURCES}
        for it in self.compared.indicators.values():
            row = np.arange(len(it.shown.years)) == it.row
            ids |= {*source_ids(it.shown, it.shown.there & row[:, None])}
        return source_text(sorted(ids), self.atlas, self.words)

    def query(self, **changes: Any) -> str:
        """The query of the page's address with changes."""
        return write_compare_state(replace(self.state, **changes))

    def path(self, **changes: Any) -> str:
        """The page's address with changes."""
        path, query = self.words.path(f"/{COMPARE_SLUGS[self.words.code]}"), self.query(**changes)
        return f"{path}?{query}" if query else path

    @cached_property
    def place_query(self) -> str:
        """What a municipality's own page keeps of this one."""
        state = self.state
        return write_peers_state(PeersState(state.year, state.unit, state.figures))


def read_compare_view(atlas: Atlas, words: Language, query: str) -> CompareView:
    """The view that an address asks for."""
    state = read_compare_state(query, COMPARED[1])
    return CompareView(atlas, words, read_comparison(atlas, state))
