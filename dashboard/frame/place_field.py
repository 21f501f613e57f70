"""The field that leads to the page of one's municipality.

A script leads there as soon as one is chosen from the list (assets/shared/find-place.js); without
it the form asks the page of all municipalities, which knows any spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.places import PLACE_SLUGS, place_path
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from geo.places import Municipality

FIELD = "name"
"""The key of the query, and the id of the field that asks for it."""


def place_field(words: Language, asked: str = "") -> Component:
    """The form; `asked` is what was asked for before."""
    field = Input(
        id=FIELD,
        name=FIELD,
        type="text",
        value=asked,
        placeholder=words.t("municipality.search"),
        list="places",
        autoComplete="off",
        spellCheck="false",
        **{"data-none": words.t("control.none_found")},
    )
    label = html.Label(words.t("municipality.yours"), htmlFor=FIELD)
    names = [_option(place, words) for place in municipalities()]
    return html.Form(
        [
            html.Div([label, field, html.Datalist(names, id="places")], className="field"),
            html.Button(
                words.t("municipality.open"), type="submit", className="primary unscripted"
            ),
        ],
        className="find-place",
        method="get",
        action=words.path(f"/{PLACE_SLUGS[words.code]}"),
        role="search",
        **aria(label=words.t("page.municipality.nav")),
    )


def _option(place: Municipality, words: Language) -> Component:
    """A name, with the end of its page's address and what else it is found by."""
    other = f"{place.name_full_lt} {place.name_en} {place.code}"
    key = place_path(place, words).rpartition("/")[2]
    return html.Option(value=words.name(place), **{"data-key": key, "data-search": other})
