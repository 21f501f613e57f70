"""The sentence of the country, and the field for one's municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.place_field import place_field
from dashboard.frame.shell import demo_badge

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.overview.overview import Overview


def lead(overview: Overview) -> Component:
    """What is said first."""
    words, split = overview.words, overview.split
    invented = [demo_badge(words)] if split and split.now.demo else []
    return html.Section(
        [
            html.P([words.t("home.what"), " ", *invented], className="home-what"),
            html.H1(overview.sentence, id="home-title"),
            html.P(
                [html.Span(overview.whose), *_before(overview)], id="home-whose", className="whose"
            ),
            place_field(words),
        ],
        className="home-lead",
        **aria(labelledby="home-title"),
    )


def _before(overview: Overview) -> list[Component | str]:
    return [" ", html.Span(overview.before, className="before")] if overview.before else []
