"""Links from the map to the municipalities' own pages, and to several of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from dashboard.frame.places import COMPARED, compare_path, place_path
from data.catalog import FIGURES, INDICATORS
from geo.finding import find_municipality

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language


def place_query(state: State, newest: int) -> str:
    """What a municipality's page keeps of the map: unit, figures and year, named as there.

    Args:
        state: What the map's address asks for.
        newest: The newest year that has a figure, which is not named; nor are other defaults.
    """
    view, year = state.view, state.year or newest
    given = {"unit": view.unit, "figures": view.figures, "year": str(year)}
    usual = {
        "unit": INDICATORS[view.indicator].units[0],
        "figures": FIGURES[0],
        "year": str(newest),
    }
    return urlencode({name: value for name, value in given.items() if value != usual[name]})


def onward_link(state: State, newest: int, words: Language) -> list[Component]:
    """The end of the selection: to the page of one, or of as many as can stand side by side."""
    count, query = len(state.select), place_query(state, newest)
    if count == 1:
        place = find_municipality(state.select[0])
        text, address = words.t("municipality.selected"), place_path(place, words, query)
    elif COMPARED[0] <= count <= COMPARED[1]:
        text, address = words.t("compare.selected"), compare_path(state.select, words, query)
    else:
        return []
    return [html.Li(html.A(text, href=address, className="compare"))]
