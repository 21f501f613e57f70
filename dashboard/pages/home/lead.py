"""The sentence of the country, and the field for one's municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.place_field import place_field
from dashboard.frame.shell import demo_badge
from dashboard.language.unbroken import unbroken
from dashboard.overview.colours import colour_of
from dashboard.overview.saying import share_text, told_part

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.overview.overview import Overview


def lead(overview: Overview) -> Component:
    """What is said first."""
    words, split = overview.words, overview.split
    invented = [demo_badge(words)] if split and split.now.demo else []
    return html.Section(
        [
            html.P([_what(words), " ", *invented], className="home-what"),
            html.H1(_sentence(overview), id="home-title"),
            html.P(_whose(overview), id="home-whose", className="whose"),
            place_field(words),
        ],
        className="home-lead",
        **aria(labelledby="home-title"),
    )


def _what(words: Language) -> Component:
    """What this is, and why it matters, where there is room for it."""
    why = html.Span(f": {words.t('home.what.why')}.", className="home-why")
    return html.Span([words.t("home.what"), why])


def _sentence(overview: Overview) -> list[Component | str]:
    """The sentence; its figure stands out."""
    split, words = overview.split, overview.words
    if split is None:
        return [overview.sentence]
    part = told_part(split.now)
    start, figure, end = overview.sentence.rpartition(share_text(split.now, part, words))
    colour = {"text-decoration-color": colour_of(part)}
    return [start, html.Span(figure, className="told-figure", style=colour), end]


def _whose(overview: Overview) -> list[Component | str]:
    """Of which year and whom it is, and what it was before."""
    whose, before = unbroken(overview.whose), unbroken(overview.before)
    return [html.Span(whose), *([" ", html.Span(before, className="before")] if before else [])]
