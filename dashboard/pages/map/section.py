"""The map itself, with what stands beside and over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.frame.aria import aria
from dashboard.pages.map.legend import legend

if TYPE_CHECKING:
    from dash.development.base_component import Component
    from markupsafe import Markup

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

TOOLS = {"zoom_in": "+", "zoom_out": "−", "zoom_all": "⤢"}


def map_section(shown: Shown, picture: Markup, words: Language) -> Component:
    """The picture is there at once; plotly.js takes its place when it has come."""
    return html.Section(
        [
            html.Div(
                picture,
                id="map",
                className="map",
                role="img",
                **aria(labelledby="map-title", describedby="sentence"),
                **{"data-roledescription": words.t("map.role")},
            ),
            html.Div(_tools(shown, words), id="map-tools", className="map-tools scripted"),
            legend(shown, words),
            html.Div(id="card", className="card", **aria(live="polite")),
            html.P(words.t("map.help"), id="map-help", className="visually-hidden scripted"),
        ],
        className="map-section",
        **aria(label=words.t("map.section")),
    )


def _tools(shown: Shown, words: Language) -> list[Component]:
    zooms = [
        html.Button(
            sign,
            type="button",
            id=f"map-{name}",
            title=words.t(f"map.{name}"),
            **aria(label=words.t(f"map.{name}")),
        )
        for name, sign in TOOLS.items()
    ]
    names = html.Button(
        words.t("map.names"),
        type="button",
        id="names",
        className="names-button",
        **aria(pressed=str(shown.state.names).lower()),
    )
    return [*zooms, names]
