"""The legend: ranges of the classes, highest first, states without a figure, and how many each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import UNKNOWN_COLOUR
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.charts.picture import LegendEntry, MapPicture
    from dashboard.language.i18n import Language


def legend(picture: MapPicture, words: Language, limits: str = "") -> Component:
    """The legend of a year; `limits` says of which years its classes are."""
    entries = [_entry(key, words) for key in picture.legend]
    return html.Div(
        [
            html.P(picture.caption.unit),
            html.Ul(entries, **aria(label=words.t("legend.title"))),
            *([html.P(limits, className="limits")] if limits else []),
        ],
        id="legend",
        className="legend",
    )


def _entry(key: LegendEntry, words: Language) -> Component:
    swatch = {"className": "swatch", "style": {"background-color": key.colour}}
    if key.colour == UNKNOWN_COLOUR:
        swatch = {"className": "swatch no-data"}
    return html.Li(
        [
            html.Span(key.sign, **swatch, **aria(hidden="true")),
            html.Span(key.label, className="range"),
            html.Span(str(key.count), className="count", title=words.t("legend.count")),
        ]
    )
