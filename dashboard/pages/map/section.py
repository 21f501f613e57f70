"""The map itself, with what stands beside and over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.legend import legend

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.charts.picture import MapPicture
    from dashboard.language.i18n import Language

TOOLS = {"zoom_in": "+", "zoom_out": "−", "zoom_all": "⤢"}


WIDTH_PX = 560
"""As wide as the country is on a laptop; signs and markers have their size there."""


def map_section(
    picture: MapPicture, limits: str, words: Language, how_made: Component, *, names: bool
) -> Component:
    """The picture is there at once; plotly.js takes its place when it has come.

    Args:
        picture: What is drawn.
        limits: Of the classes, in words.
        words: The language.
        how_made: The link to how the figure was made.
        names: Whether names stand on the map.
    """
    drawn = draw_map(picture, MapOptions(width=WIDTH_PX, bare=True, small=False, names=names))
    return html.Section(
        [
            html.Div(
                Markup(drawn),  # noqa: S704 - written by ElementTree
                id="map",
                className="map",
                role="img",
                **aria(labelledby="map-title", describedby="sentence"),
                **{"data-roledescription": words.t("map.role")},
            ),
            html.Div(id="card", className="card", **aria(live="polite")),
            html.Div(_tools(words, names=names), id="map-tools", className="map-tools scripted"),
            html.Div(
                [
                    legend(picture, words, limits),
                    html.P(how_made, className="how-made"),
                    html.P(id="unnamed"),
                ],
                className="map-key",
            ),
            html.P(words.t("map.help"), id="map-help", className="visually-hidden scripted"),
        ],
        className="map-section",
        **aria(label=words.t("map.section")),
    )


def _tools(words: Language, *, names: bool) -> list[Component]:
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
    naming = html.Button(
        words.t("map.names"),
        type="button",
        id="names",
        className="names-button",
        **aria(pressed=str(names).lower()),
    )
    return [naming, *zooms]
