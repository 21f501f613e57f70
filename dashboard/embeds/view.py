"""A view of the map's page as embeds show it: its figures, its year, its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.embeds.embed import EmbedAsked
from dashboard.frame.places import map_path
from dashboard.frame.source_line import view_source
from dashboard.indicators.headline import headline
from dashboard.indicators.picture import Wording, told
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import read_state, write_state
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.embeds.embed import Embed
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.headline import Headline
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class FramedView:
    """A view in one of its years.

    Attributes:
        atlas: The data.
        words: The language.
        state: What the address asks for.
    """

    atlas: Atlas
    words: Language
    state: State

    @cached_property
    def shown(self) -> MapView:
        """The figures."""
        return remembered_view(self.atlas, self.state.view)

    @cached_property
    def row(self) -> int:
        """Number of the year."""
        return self.shown.years.index(self.state.year or self.shown.newest)

    @cached_property
    def wording(self) -> Wording:
        """What is said beside the figures."""
        labels = self.atlas.labels("value_state", self.words, self.state.view.figures)
        source = view_source(self.shown, self.atlas, self.words)
        return Wording(self.words, labels, source, self.state.select)

    @cached_property
    def headline(self) -> Headline:
        """What is said above all."""
        wording = self.wording
        return headline(self.shown, self.row, self.words, wording.select, wording.states)

    @property
    def full(self) -> str:
        """Address of the map's page that shows this."""
        return map_path(self.words, write_state(self.state))

    def rows(self) -> list[tuple[str, str, str]]:
        """Place, name and figure of each municipality, by alphabet."""
        texts, ranks = told(self.shown, self.row, self.wording), self.shown.ranks[self.row].tolist()
        names = map(self.words.name, municipalities())
        return [
            (str(rank or ""), name, text)
            for rank, name, text in zip(ranks, names, texts, strict=True)
        ]


def ask_view(
    make: Callable[[FramedView], Embed],
) -> Callable[[Atlas, Language, str], EmbedAsked]:
    """What reads an address as the map's page does, and makes an embed of its view."""

    def ask(atlas: Atlas, words: Language, query: str) -> EmbedAsked:
        state = read_state(query, atlas.areas)
        view = FramedView(atlas, words, state)
        return EmbedAsked(write_state(state), state.notes, lambda: make(view))

    return ask
