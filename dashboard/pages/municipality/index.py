"""All 60 municipalities by county, and a field that leads to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.address import LONGEST_QUERY
from dashboard.frame import html
from dashboard.frame.finding import find_key
from dashboard.frame.page import Content, NoItem
from dashboard.frame.place_field import FIELD, place_field
from dashboard.frame.places import place_link, place_path
from geo.finding import find_municipality
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import County, Municipality


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - always the same
    """The list; a query that names a municipality leads to its page."""
    title, sentence = words.t("page.municipality.title"), words.t("page.municipality.description")
    text = query[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    asked = dict(parse_qsl(text)).get(FIELD, "").strip()
    note: list[Component] = []
    if asked:
        try:
            found = find_municipality(find_key(asked, words))
            return Content("", title, sentence, leads_to=place_path(found, words))
        except NoItem as missing:
            note = [_note(missing, words)]
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence),
            place_field(words, asked),
            *note,
            html.Div([_county(county, words) for county in counties()], className="county-list"),
        ],
        className="stack",
    )
    return Content(body, title, sentence)


def _note(missing: NoItem, words: Language) -> Component:
    near = [html.Li(place_link(find_municipality(key), words)) for key in missing.near]
    return html.Div(
        [html.P(missing.said, className="note"), html.Ul(near, className="near")], role="status"
    )


def _county(county: County, words: Language) -> Component:
    within = [place for place in municipalities() if place.county == county.code]
    return html.Section(
        [
            html.H2(words.name(county, "full")),
            html.Ul([_entry(place, words) for place in within]),
        ],
        className="panel",
    )


def _entry(place: Municipality, words: Language) -> Component:
    kind = words.t(f"municipality.group.{place.group}")
    said = [] if place.group == "other" else [" ", html.Small(kind)]
    return html.Li([place_link(place, words), *said])
