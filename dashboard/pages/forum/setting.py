"""Who a deck is about, which one it began as, and its look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.deck import LOOKS, MOST_PLACES, PURPOSES
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, select_field
from dashboard.frame.field import Input
from dashboard.pages.forum.view import WAS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.forum.view import ForumView


def setting(view: ForumView) -> list[Component]:
    """The first part of the form."""
    words, deck = view.words, view.deck
    purposes = [(each, words.t(f"forum.purpose.{each}")) for each in PURPOSES]
    looks = [(each, words.t(f"forum.look.{each}")) for each in LOOKS]
    fields = [
        search_field(view, words.t("forum.add_place")),
        select_field("deck", words.t("forum.purpose"), purposes, deck.purpose),
        select_field("look", words.t("forum.look"), looks, deck.look),
    ]
    return [
        # Before the field, so that who is added comes last.
        *(hidden_field("select", code) for code in deck.select),
        hidden_field(WAS, deck.purpose),
        html.Div(fields, className="choices"),
        html.Ul(_chips(view), className="chips", **aria(label=words.t("control.selected"))),
        html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
    ]


def search_field(view: ForumView, label: str) -> Component:
    """A field for one more municipality, or a county; one that is full says so."""
    words = view.words
    names = [words.name(place) for place in municipalities()]
    names += [words.name(county, "full") for county in counties()]
    full = len(view.deck.select) >= MOST_PLACES
    search = Input(
        id="select",
        name="select",
        type="text",
        list="places",
        autoComplete="off",
        spellCheck="false",
        placeholder=words.t("forum.full" if full else "control.search"),
        disabled=full,
    )
    return html.Div(
        [
            html.Label(label, htmlFor="select"),
            search,
            html.Datalist([html.Option(value=name) for name in names], id="places"),
        ],
        className="field",
    )


def _chips(view: ForumView) -> list[Component]:
    """Who it is about, each a link to the deck without it."""
    words, deck = view.words, view.deck
    places = {place.code: place for place in municipalities()}
    return [
        html.Li(
            html.A(
                [words.name(places[code]), html.Span("×", **aria(hidden="true"))],
                href=view.path(replace(deck, select=(*deck.select[:at], *deck.select[at + 1 :]))),
                className="chip",
                **{
                    "data-stay": "",
                    "data-then": "select",
                    **aria(label=words.t("control.remove", name=words.name(places[code]))),
                },
            )
        )
        for at, code in enumerate(deck.select)
    ]
