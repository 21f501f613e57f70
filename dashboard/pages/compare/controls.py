"""What can be chosen: who stands side by side, of which year, in which money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import SELECTED
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, places_field, select_field
from dashboard.frame.own_marker import marker_svg
from dashboard.indicators.writing import unit_label
from dashboard.peers.state import MONEY_UNITS
from data.catalog import YEARS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView

FORM = "compare-form"


def controls(view: CompareView) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    state, words = view.state, view.words
    years = [(str(year), str(year)) for year in reversed(YEARS)]
    units = [(unit, unit_label(unit, words)) for unit in MONEY_UNITS]
    full = words.t("compare.full") if view.is_full else ""
    fields = [
        places_field(words.t("compare.add"), words, full),
        select_field("year", words.t("peers.control.year"), years, str(view.compared.year)),
        select_field("unit", words.t("peers.control.unit"), units, state.unit),
    ]
    return html.Form(
        [
            # Before the field, so that who is added comes last.
            *(hidden_field("select", code) for code in state.select),
            html.Div(fields, className="choices"),
            html.Ul(_chips(view), className="chips", **aria(label=words.t("control.selected"))),
            html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
        ],
        id=FORM,
        method="get",
        action=view.path().partition("?")[0],
        className="peers-form",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("compare.form"))},
    )


def _chips(view: CompareView) -> list[Component]:
    """Who is chosen, each a link to the page without it."""
    words, select = view.words, view.state.select
    return [
        html.Li(
            html.A(
                [marker_svg(at), words.name(place), html.Span("×", **aria(hidden="true"))],
                href=view.path(select=(*select[:at], *select[at + 1 :])),
                className="chip",
                style={"--own": SELECTED[at]},
                **{
                    "data-stay": "",
                    **aria(label=words.t("control.remove", name=words.name(place))),
                },
            )
        )
        for at, place in enumerate(view.places)
    ]
