"""Asks the database for a view and computes its classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.classes import edges
from dashboard.indicators.figures import SIGNS, MapView
from data.asking.views import view_columns
from data.catalog import resolve
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.indicators.state import View
    from data.asking.store import Store


def read_map_view(store: Store, view: View) -> MapView:
    """Asks the store for a view and computes its classes."""
    columns, national = view_columns(store, view.indicator, view.unit, view.area)
    years = tuple(np.unique(columns["year"]).tolist())
    shape = (len(years), len(municipalities()))
    values = columns["value"].reshape(shape)
    states = columns["state"].astype(str).reshape(shape)
    found = resolve(view.indicator, view.unit, view.area)
    return MapView(
        view=view,
        years=years,
        values=values,
        states=states,
        marks={name: columns[name].reshape(shape) for name in SIGNS},
        national=national,
        limits=edges(np.where(states == "ok", values, np.nan), view.classes, found.decimals),
    )
