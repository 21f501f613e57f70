"""Asks the database for a view."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import CensusBreak, FigureRemark, MapView
from data.asking.remarks import remarks, standing_on
from data.asking.views import (
    absences,
    census_changes,
    real_sources,
    series_breaks,
    view_columns,
    years_across_census,
)
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.state import ViewRequest
    from data.asking.store import Arrays, Store

MARKS = ("estimated", "corrected", "provisional", "small", "demo")
"""What the database says of each figure."""


def remembered_view(atlas: Atlas, view: ViewRequest) -> MapView:
    """A view, asked of the store once for the present data."""
    found: MapView = atlas.once(("figures", view), lambda: read_map_view(atlas.store, view))
    return found


def read_map_view(store: Store, view: ViewRequest) -> MapView:
    """Asks the store for a view."""
    columns, national, same = view_columns(
        store, view.indicator, view.unit, view.area, figures=view.figures
    )
    years = tuple(np.unique(columns["year"]).tolist())
    shape = (len(years), len(municipalities()))
    values = columns["value"].reshape(shape)
    states = columns["state"].astype(str).reshape(shape)
    group = INDICATORS[view.indicator].group
    return MapView(
        view=view,
        years=years,
        values=values,
        states=states,
        counted=columns["counts"].reshape(shape),
        marks={name: columns[name].reshape(shape) for name in MARKS},
        denominators=columns["denominator"].reshape(shape),
        national=national,
        same=same,
        breaks=_remarks(lambda: series_breaks(store, group), "not_comparable", years, states),
        absences=_remarks(lambda: absences(store, group, view.area), "no_data", years, states),
        origins=_origins(store, years),
        census=_census(store) if columns["estimated"].any() else None,
        remarks=standing_on(remarks(store), view.indicator),
    )


def _census(store: Store) -> CensusBreak | None:
    """Which years lie across a census, and how far it went; None where no year does."""
    changes = census_changes(store)
    years = frozenset(years_across_census(store)["year"].tolist())
    if not years or not len(changes["year"]):
        return None
    places = map(_index().__getitem__, changes["municipality"])
    least, *_, most = zip(places, changes["change_pct"].tolist(), strict=True)
    return CensusBreak(years, int(changes["year"].max()), len(changes["year"]), least, most)


def _remarks(
    ask: Callable[[], Arrays],
    state: str,
    years: tuple[int, ...],
    states: NDArray[np.str_],
) -> tuple[FigureRemark, ...]:
    """What is said of the figures of a state; nothing is asked where none is in it."""
    if not (states == state).any():
        return ()
    found = (
        FigureRemark(years.index(year), _index()[municipality], *notes)
        for municipality, year, *notes in zip(*ask().values(), strict=True)
        if year in years
    )
    return tuple(item for item in found if states[item.row, item.place] == state)


def _origins(store: Store, years: tuple[int, ...]) -> dict[tuple[int, int], str]:
    """The sources of what is real, figures or their absence."""
    told = zip(*real_sources(store).values(), strict=True)
    return {
        (years.index(year), _index()[municipality]): source
        for municipality, year, source in told
        if year in years
    }


@cache
def _index() -> dict[str, int]:
    """Numbers of the municipalities."""
    return {place.code: at for at, place in enumerate(municipalities())}
