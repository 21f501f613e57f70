"""The map page: one view of the 60 municipalities as map, ranking, trend and table.

The server says what there is (indicator, unit, area, classes → one payload with all years); the
browser alone decides what is looked at in it (year, selection, names), without a request.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Input, Output, State, dcc, html

from dashboard.indicators.state import choose_view, read_state
from dashboard.language.i18n import language
from dashboard.pages import Page
from dashboard.pages.map import ids
from dashboard.pages.map.frame import frame
from dashboard.pages.map.layout import views

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Component:
    """The page as an address asks for it."""
    state = read_state(query, atlas.areas)
    shown = atlas.payload(state.view, words)
    return html.Div(
        [
            html.Div(
                id=ids.CONTROLS,
                className="controls",
                role="group",
                **{"aria-label": words.t("control.group")},
            ),
            views(shown, state, atlas, words),
            dcc.Store(id=ids.FRAME, data=frame(atlas, state, shown, words)),
            dcc.Store(id=ids.VIEW, data=shown),
            dcc.Store(id=ids.CHOICE),
            dcc.Store(id=ids.DRAWN),  # Dash calls a function on a page's start only for an output
        ],
        className="map-page",
    )


def register(app: Dash, atlas: Atlas) -> None:
    """One callback asks the server for another view; the browser does the rest."""
    # Two at once are enough for two cores; forty threads would only take memory from each other.
    computing = ThreadPoolExecutor(max_workers=2, thread_name_prefix="view")

    @app.callback(
        Output(ids.VIEW, "data"),
        Input(ids.CHOICE, "data"),
        State("language", "data"),
        prevent_initial_call=True,
    )
    async def change_view(choice: object, code: object) -> dict[str, Any]:
        view, words = choose_view(choice, areas=atlas.areas), language(str(code))
        if atlas.knows(view, words):
            return atlas.payload(view, words)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(computing, atlas.payload, view, words)

    app.clientside_callback(
        ClientsideFunction("savivalda", "show"),
        Output(ids.DRAWN, "data"),
        Input(ids.VIEW, "data"),
        State(ids.FRAME, "data"),
    )


PAGE = Page("map", {"lt": "", "en": ""}, 1, layout, register, plots=True)
