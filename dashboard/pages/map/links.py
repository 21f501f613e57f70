"""Links from the map to the municipalities' own pages, and to several of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from dashboard.frame.places import COMPARED, compare_path
from data.catalog import FIGURES, INDICATORS

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


def compare_link(state: State, newest: int, words: Language) -> list[Component]:
    """The end of the selection, where it is of as many as can stand side by side."""
    few, most = COMPARED
    if not few <= len(state.select) <= most:
        return []
    address = compare_path(state.select, words, place_query(state, newest))
    return [html.Li(html.A(words.t("compare.selected"), href=address, className="compare"))]
