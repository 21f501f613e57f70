"""The year: play and pause, and a slider; a list stands in for them where no script runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def year_control(shown: Shown, words: Language) -> Component:
    """The control, set to the year that is shown."""
    years, play = shown.view["years"], words.t("year.play")
    slider = Input(
        type="range", id="year", min=years[0], max=years[-1], step=1, value=shown.year,
        autocomplete="off",
        **aria(label=words.t("year.label"), valuetext=words.t("year.of", year=shown.year)),
    )  # fmt: skip
    ticks = html.Div(
        [html.Span(str(year)) for year in years], className="ticks", **aria(hidden="true")
    )
    return html.Div(
        [
            html.Button(
                html.Span(className="play-sign", **aria(hidden="true")),
                type="button", id="play", className="play scripted", title=play, **aria(label=play),
            ),
            html.Output(str(shown.year), htmlFor="year", className="year-now"),
            html.Div([slider, ticks], className="slider scripted"),
        ],
        id="year-control",
        className="year-control",
    )  # fmt: skip
