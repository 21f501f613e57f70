"""Several municipalities side by side: asked for in an address, and read from the data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import numpy as np

from dashboard.address import LONGEST_QUERY
from dashboard.indicators.selection import read_selection, write_selection
from dashboard.indicators.state import ViewRequest
from dashboard.peers.reading import features_of, newest_year, shown_in, unit_of
from dashboard.peers.state import PeersState, read_peers_state, write_peers_state
from data.catalog import INDICATORS, UNITS
from data.peers.features import spread_of
from data.peers.groups import fixed
from data.peers.standing import place_among
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.address import Note
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from data.peers.standing import Place

SHARED = ("year", "unit", "figures")
"""What is asked for as on the page of one municipality."""


@dataclass(frozen=True)
class CompareState:
    """What is put side by side.

    Attributes:
        select: Codes of the municipalities, in the order in which they stand.
        year: The year that the address names; without one, the newest with a figure.
        unit: In which money is told, one of `dashboard.peers.state.MONEY_UNITS`.
        figures: All, or real ones alone (`data.catalog.FIGURES`).
        notes: What of the address was of no use; `most` is of those that have no room.
    """

    select: tuple[str, ...] = ()
    year: int | None = None
    unit: str = PeersState.unit
    figures: str = PeersState.figures
    notes: tuple[Note, ...] = ()


def read_compare_state(query: str, most: int) -> CompareState:
    """Reads the query of an address, with or without its question mark.

    Args:
        query: The query.
        most: As many municipalities have room.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    named = ",".join(value.strip() for name, value in parse_qsl(text) if name == "select")
    select, unused = read_selection(named, most=most)
    shared = read_peers_state(text)
    # The map's other units are none of money, and say nothing of the one that is wanted here.
    notes = [
        note
        for note in shared.notes
        if note.key in SHARED and not (note.key == "unit" and note.value in UNITS)
    ]
    return CompareState(select, shared.year, shared.unit, shared.figures, (*notes, *unused))


def write_compare_state(state: CompareState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    select = write_selection(state.select)
    rest = write_peers_state(PeersState(year=state.year, unit=state.unit, figures=state.figures))
    return "&".join(filter(None, [select and urlencode({"select": select}, safe=","), rest]))


@dataclass(frozen=True)
class ComparedIndicator:
    """One indicator of municipalities that stand side by side.

    Attributes:
        shown: All its figures.
        row: Number of the year.
        members: Numbers of the municipalities.
    """

    shown: MapView
    row: int
    members: tuple[int, ...]

    @cached_property
    def figures(self) -> list[float]:
        """Those of the year that count, of all municipalities; NaN elsewhere."""
        counted = self.shown.counted[self.row]
        figures: list[float] = np.where(counted, self.shown.values[self.row], np.nan).tolist()
        return figures

    @cached_property
    def places(self) -> tuple[Place | None, ...]:
        """The place of each among all municipalities."""
        return tuple(place_among(self.figures, at, fixed("all", at)) for at in self.members)

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """Those whose figures count."""
        return tuple(at for at in self.members if not np.isnan(self.figures[at]))

    def with_figure(self, figure: float) -> list[int]:
        """Those that have a figure."""
        return [at for at in self.counted if self.figures[at] == figure]

    @cached_property
    def ends(self) -> tuple[float, float] | None:
        """The largest and the least figure; None where fewer than two count."""
        kept = [self.figures[at] for at in self.counted]
        return (max(kept), min(kept)) if len(kept) > 1 else None

    @cached_property
    def apart(self) -> float:
        """How far the ends lie from each other, in spreads of all; 0 where there are none."""
        spread = spread_of(np.array(self.figures)) if self.ends else 0.0
        return (self.ends[0] - self.ends[1]) / spread if self.ends and spread else 0.0


@dataclass(frozen=True)
class Comparison:
    """Municipalities side by side in a year.

    Attributes:
        state: What is looked at.
        year: The year.
        members: Numbers of the municipalities.
        features: A value a municipality, by the columns of
            `data.asking.views.municipality_features`.
        indicators: In the order of the catalogue.
    """

    state: CompareState
    year: int
    members: tuple[int, ...]
    features: dict[str, NDArray[Any]]
    indicators: dict[str, ComparedIndicator]


def read_comparison(atlas: Atlas, state: CompareState) -> Comparison:
    """The municipalities of a state.

    Raises:
        StoreError: The database cannot answer.
    """
    year, found = state.year or newest_year(atlas, state.figures), {}
    codes = [place.code for place in municipalities()]
    members = tuple(codes.index(code) for code in state.select)
    for name in INDICATORS:
        view = ViewRequest(name, unit_of(name, state.unit), figures=state.figures)
        shown = shown_in(atlas, view, year)
        found[name] = ComparedIndicator(shown, shown.years.index(year), members)
    return Comparison(state, year, members, features_of(atlas, year, state.figures), found)
