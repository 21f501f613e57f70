"""What all kinds of scenes tell from: the data, the language, and the deck's municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.frame.source_line import source_text
from dashboard.indicators.picture import Wording
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import choose_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.answers import Atlas
    from dashboard.forum.deck import Deck, Scene
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class DeckTelling:
    """Tells the scenes of a deck.

    Attributes:
        atlas: The data.
        words: The language.
        deck: The deck.
        address: Whole, of the page that shows the deck; empty where there is no server.
    """

    atlas: Atlas
    words: Language
    deck: Deck
    address: str = ""

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words)

    def select(self, scene: Scene) -> tuple[str, ...]:
        """Codes of the municipalities that a scene is about."""
        return scene.select or self.deck.select

    def shown(self, scene: Scene) -> MapView:
        """The indicator of a scene in its unit and area, its classes the same in all years."""
        choice = {"indicator": scene.indicator, "unit": scene.unit, "area": scene.area}
        return remembered_view(self.atlas, choose_view(choice, areas=self.atlas.areas))

    def row(self, scene: Scene, shown: MapView) -> int:
        """Number of the year that a scene shows."""
        year = scene.year if scene.year in shown.years else shown.newest
        return shown.years.index(year)

    def source(self, shown: MapView) -> str:
        """The line of sources of a view."""
        return source_text(source_ids(shown), self.atlas, self.words)

    def wording(self, scene: Scene, shown: MapView) -> Wording:
        """What pictures of a view say beside the figures."""
        return Wording(self.words, self.labels, self.source(shown), self.select(scene))
