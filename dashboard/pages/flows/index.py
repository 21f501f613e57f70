"""All 60 municipalities by county, each a link to where its money went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.page import Content
from dashboard.frame.places import flows_path
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import County


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - always the same
    """The list."""
    title, sentence = words.t("page.flows.title"), words.t("page.flows.description")
    sections = [_county(county, words) for county in counties()]
    body = html.Div(
        [html.H1(title), html.P(sentence), html.Div(sections, className="county-list")],
        className="stack flows-page",
    )
    return Content(body, title, sentence)


def _county(county: County, words: Language) -> Component:
    within = [place for place in municipalities() if place.county == county.code]
    links = [html.Li(html.A(words.name(place), href=flows_path(place, words))) for place in within]
    return html.Section([html.H2(words.name(county, "full")), html.Ul(links)], className="panel")
