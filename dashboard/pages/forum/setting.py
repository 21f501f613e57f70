"""Who a deck is about, which one it began as, and its look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.deck import LOOKS, MOST_PLACES, PURPOSES
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, places_field, select_field
from dashboard.pages.forum.view import WAS
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.forum.view import ForumView


def setting(view: ForumView) -> list[Component]:
    """The first part of the form."""
    words, deck = view.words, view.deck
    purposes = [(each, words.t(f"forum.purpose.{each}")) for each in PURPOSES]
    looks = [(each, words.t(f"forum.look.{each}")) for each in LOOKS]
    full = words.t("forum.full") if len(deck.select) >= MOST_PLACES else ""
    fields = [
        places_field(words.t("forum.add_place"), words, full),
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
