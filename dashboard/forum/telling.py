"""What all kinds of scenes tell from: the data, the language, and the deck's municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.counting import national_name
from dashboard.indicators.figures import NEUTRAL, SIGNS
from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import BREAK
from dashboard.indicators.picture import Wording
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.remarks import remark_line, remarks_beside
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import choose_view
from dashboard.indicators.writing import FigureWriter, title
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.answers import Atlas
    from dashboard.forum.deck import Deck, Scene
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

INVENTED_STATE = "◊"
"""Stands in the label of a state that is invented (`Atlas.labels`)."""


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
        """Whose data a view shows and of which days, in a line; the last slide tells the rest."""
        ids = source_ids(shown)
        text: str = self.atlas.once(
            ("slide source", ids, self.words.code), lambda: self._source(ids)
        )
        return text

    def _source(self, ids: Sequence[str]) -> str:
        frame = self.atlas.sources().set_index("source").reindex(list(ids)).dropna(subset="kind")
        names = [
            self.words.t("forum.source_demo") if row["kind"] == "demo" else row["publisher"]
            for _, row in frame.iterrows()
        ]
        short = dict.fromkeys(name.partition(" (")[0] for name in names)
        days = sorted({f"{day:%Y-%m-%d}" for day in frame["retrieved"]})
        return self.words.t(
            "forum.source",
            sources=", ".join(short),
            days="–".join(dict.fromkeys((days[0], days[-1]))) if days else "–",
            version=self.atlas.store.version,
        )

    def places(self, scene: Scene) -> list[int]:
        """Numbers of the municipalities that a scene is about, by alphabet."""
        select = self.select(scene)
        return [at for at, place in enumerate(municipalities()) if place.code in select]

    def demo(self, shown: MapView, *rows: int) -> str:
        """Says that figures of some years are invented, and whether all are; else empty."""
        there = shown.there[[*rows]]
        if not (shown.marks["demo"][[*rows]] & there).any():
            return ""
        mixed = shown.real[[*rows]].any()
        return self.words.t("demo.figures_mixed" if mixed else "demo.figures")

    def small(
        self,
        shown: MapView,
        rows: Sequence[int],
        places: Sequence[int] | None = None,
        marker: str = "",
    ) -> str:
        """What the signs of figures mean, and what is remarked on those of the municipalities.

        Args:
            shown: The view.
            rows: Numbers of the years.
            places: Numbers of the municipalities; all where it is left out.
            marker: That stands in a picture for figures with a sign.
        """
        every = range(len(municipalities()))
        among = np.ix_([*rows], [*(every if places is None else places)])
        found = [name for name, flags in shown.flagged.items() if flags[among].any()]
        nation = shown.flagged["estimated"][[*rows]] & shown.counted[[*rows]]
        if nation.any() and "estimated" not in found:
            found.insert(0, "estimated")
        markers = {name: f"{marker} " if marker and name not in NEUTRAL else "" for name in found}
        said = [
            self.words.t(f"mark.{name}.text", sign=f"{before}{SIGNS[name]}")
            for name, before in markers.items()
        ]
        states = {*shown.states[among].ravel().tolist()}
        if "not_comparable" in states:
            said.append(f"{BREAK} {lowered(self.labels['not_comparable'])}")
        if any(INVENTED_STATE in self.labels[state] for state in states):
            said.append(self.words.t("forum.invented_state", sign=INVENTED_STATE))
        signs = [f"{'; '.join(said)}."] if said else []
        return " ".join([*signs, *self._remarks(shown, rows, places or [])])

    def _remarks(self, shown: MapView, rows: Sequence[int], places: Sequence[int]) -> list[str]:
        codes, years = (
            {municipalities()[at].code for at in places},
            [shown.years[at] for at in rows],
        )
        found = (it for it in remarks_beside(shown, codes) if it.year in (None, *years))
        return [remark_line(each, self.words) for each in found]

    def heading(self, shown: MapView, row: int) -> str:
        """What is shown, with its year."""
        name = title(shown.view, self.words)
        return self.words.t("sentence.start", title=name, year=shown.years[row])

    def nation(self, shown: MapView, row: int) -> str:
        """The country's figure with its sign; empty where fewer than two municipalities count."""
        counted = shown.counted[row]
        if counted.sum() < 2:
            return ""
        figure = FigureWriter.of(shown.view, self.words).figure(float(shown.national[row]))
        estimated = (shown.flagged["estimated"][row] & counted).any()
        return figure + (SIGNS["estimated"] if estimated else "")

    def nation_name(self, shown: MapView, row: int) -> str:
        """What the country's figure is called, and of how many it is, unless it is of all."""
        name, count = national_name(shown, self.words), int(shown.counted[row].sum())
        if count == len(municipalities()):
            return name
        return self.words.t("forum.nation", name=name, count=count, all=len(municipalities()))

    def wording(self, scene: Scene, shown: MapView) -> Wording:
        """What pictures of a view say beside the figures."""
        return Wording(self.words, self.labels, self.source(shown), self.select(scene))
