"""Asks the database for a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import SIGNS, CensusBreak, MapView, SeriesBreak
from data.asking.views import (
    census_changes,
    series_breaks,
    view_columns,
    years_across_census,
)
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.state import ViewRequest
    from data.asking.store import Store


def read_map_view(store: Store, view: ViewRequest) -> MapView:
    """Asks the store for a view."""
    columns, national, same = view_columns(store, view.indicator, view.unit, view.area)
    years = tuple(np.unique(columns["year"]).tolist())
    shape = (len(years), len(municipalities()))
    values = columns["value"].reshape(shape)
    states = columns["state"].astype(str).reshape(shape)
    return MapView(
        view=view,
        years=years,
        values=values,
        states=states,
        marks={name: columns[name].reshape(shape) for name in SIGNS},
        national=national,
        same=same,
        breaks=_breaks(store, INDICATORS[view.indicator].group, years, states),
        census=_census(store) if columns["estimated"].any() else None,
    )


def _census(store: Store) -> CensusBreak | None:
    """Which years lie across a census, and how far it went; None where no year does."""
    changes = census_changes(store)
    years = frozenset(years_across_census(store)["year"].tolist())
    if not years or not len(changes["year"]):
        return None
    index = {place.code: at for at, place in enumerate(municipalities())}
    least, *_, most = zip(
        map(index.__getitem__, changes["municipality"]), changes["change_pct"].tolist(), strict=True
    )
    return CensusBreak(years, int(changes["year"].max()), len(changes["year"]), least, most)


def _breaks(
    store: Store, group: str, years: tuple[int, ...], states: NDArray[np.str_]
) -> tuple[SeriesBreak, ...]:
    """Why figures of the view break their series; nothing is asked where none does."""
    if not (states == "not_comparable").any():
        return ()
    index = {place.code: at for at, place in enumerate(municipalities())}
    found = (
        SeriesBreak(years.index(year), index[municipality], *told)
        for municipality, year, *told in zip(*series_breaks(store, group).values(), strict=True)
        if year in years
    )
    return tuple(item for item in found if states[item.row, item.place] == "not_comparable")
