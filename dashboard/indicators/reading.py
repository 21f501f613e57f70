"""Asks the database for a view and computes its classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.classes import edges
from dashboard.indicators.figures import SIGNS, MapView
from data.asking.views import indicator_view, national_view
from data.catalog import resolve
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.indicators.state import View
    from data.asking.store import Store


def read_map_view(store: Store, view: View) -> MapView:
    """Asks the store for a view and computes its classes."""
    frame = indicator_view(store, view.indicator, view.unit, view.area)
    years = tuple(int(year) for year in frame["year"].unique())
    shape = (len(years), len(municipalities()))
    values = frame["value"].to_numpy(dtype=float).reshape(shape)
    states = frame["state"].to_numpy(dtype=str).reshape(shape)
    national = national_view(store, view.indicator, view.unit, view.area)
    found = resolve(view.indicator, view.unit, view.area)
    return MapView(
        view=view,
        years=years,
        values=values,
        states=states,
        marks={name: frame[name].to_numpy(dtype=bool).reshape(shape) for name in SIGNS},
        national=national["value"].to_numpy(dtype=float),
        limits=edges(np.where(states == "ok", values, np.nan), view.classes, found.decimals),
    )
