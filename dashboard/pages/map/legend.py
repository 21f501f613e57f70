"""The legend: ranges of the classes, highest first, states without a figure, and how many each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.frame.aria import aria
from dashboard.indicators.figures import UNKNOWN, VALUE_STATES, ZERO
from dashboard.pages.map.shown import GLYPHS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def legend(shown: Shown, words: Language) -> Component:
    """The legend of a year; a script writes it anew for another."""
    classes, states = list(shown.of("cls")), list(shown.of("state"))
    entries = [
        _entry(each["color"], "", each["label"], classes.count(number), words)
        for number, each in reversed(list(enumerate(shown.view["bins"])))
    ]
    for number, state in enumerate(VALUE_STATES):
        if number and states.count(number):
            colour = shown.class_colour(ZERO if GLYPHS[number] == "0" else UNKNOWN)
            label, count = shown.labels[state], states.count(number)
            entries.append(_entry(colour, GLYPHS[number], label, count, words))
    return html.Div(
        [html.P(shown.view["unit"]), html.Ul(entries, **aria(label=words.t("legend.title")))],
        id="legend",
        className="legend",
    )


def _entry(colour: str, glyph: str, label: str, count: int, words: Language) -> Component:
    swatch = html.Span(
        glyph, className="swatch", style={"background-color": colour}, **aria(hidden="true")
    )
    return html.Li(
        [
            swatch,
            html.Span(label, className="range"),
            html.Span(str(count), className="count", title=words.t("legend.count")),
        ]
    )
