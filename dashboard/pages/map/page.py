"""The map page: one view of the 60 municipalities as map, ranking, trend and table.

The first answer holds all of it for the year asked for. The server then says what there is
(indicator, unit, area, classes and their limits → one resource with all years); the browser alone
decides what is looked at in it (year, selection, names), without a request.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import orjson
from dash import ClientsideFunction, Input, Output, html

from dashboard.address import VIEWS
from dashboard.charts.geometry import geometry_url
from dashboard.frame.page import Content, Page
from dashboard.frame.places import MAP_SLUGS
from dashboard.frame.rendering import data_block
from dashboard.indicators.state import read_state, write_state
from dashboard.pages.map import ids
from dashboard.pages.map.controls import controls, fold
from dashboard.pages.map.finding import findables
from dashboard.pages.map.frame import frame
from dashboard.pages.map.layout import views
from dashboard.pages.map.payload import view_payload
from dashboard.pages.map.pictures import headline_of
from dashboard.pages.map.resource import view_address
from dashboard.pages.map.routes import add_routes
from dashboard.pages.map.shared import shared
from dashboard.pages.map.shown import Shown

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

FRAMED = ("map", "trend", "ranking")
"""What of it can stand in a frame elsewhere."""


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The page as an address asks for it."""
    state = read_state(query, atlas.areas)
    shown = view_payload(state.view, atlas, words)
    year = state.year or shown["newest"]
    row = shown["years"].index(year)
    address = view_address(state.view, atlas.store.version, words)
    above = headline_of(state, atlas, words)
    now = Shown(shown, row, state, atlas.labels("value_state", words, state.view.figures))
    given = {
        **frame(atlas, words),
        "year": year,
        "select": state.select,
        "names": state.names,
        "same": state.same,
        "sort": state.sort,
        "zoom": state.zoom and vars(state.zoom),
        "named": state.year is not None,
        "view": address,
        "views": VIEWS,
        "version": atlas.store.version,
    }
    body = html.Div(
        [
            fold(now, words),
            controls(shown, state, words),
            views(now, above, atlas, words),
            data_block("frame", orjson.dumps(given, option=orjson.OPT_SERIALIZE_NUMPY)),
        ],
        className="map-page",
    )
    lasting = write_state(replace(state, year=year))
    return Content(
        body,
        above.title,
        above.sentence,
        write_state(state),
        fetches=(address, geometry_url()),
        lasting=lasting,
        frames=tuple((kind, lasting) for kind in FRAMED),
    )


def register(app: Dash) -> list[Component]:
    """The browser fetches another view by itself, and says which one it shows."""
    app.clientside_callback(
        ClientsideFunction("savivalda", "changeView"),
        Output(ids.SHOWN, "value"),
        Input(ids.CHOICE, "value"),
    )
    return [html.Data(id=ids.CHOICE), html.Data(id=ids.SHOWN)]


PAGE = Page(
    "map",
    MAP_SLUGS,
    1,
    layout,
    register,
    add_routes,
    plots=True,
    finds=findables,
    picture=shared,
)
