"""Whose forum it is: a county by one press, or municipalities by their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, places_field
from dashboard.indicators.selection import members
from dashboard.language.alphabet import collation
from dashboard.pages.forum.taking import opening
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.forum.view import ForumView
    from geo.places import County


def choosing(view: ForumView) -> list[Component]:
    """The ten counties, and a field for any list; scenes that were chosen already are kept."""
    words = view.words
    by_name = sorted(counties(), key=lambda county: collation(words.name(county, "full")))
    form = html.Form(
        [
            *(hidden_field(name, value) for name, value in parse_qsl(view.query)),
            places_field(words.t("forum.list"), words),
            html.Button(words.t("forum.begin"), type="submit", className="primary"),
        ],
        method="get",
        action=view.path().partition("?")[0],
        className="forum-begin",
        **aria(label=words.t("forum.list")),
    )
    return [
        html.H2(words.t("forum.county")),
        html.Ul([_county(view, county) for county in by_name], className="forum-counties"),
        form,
        html.P(opening(view), className="downloads"),
        html.P(id="opened", className="note", role="alert"),
    ]


def _county(view: ForumView, county: County) -> Component:
    codes = members(county)
    names = [view.words.name(place) for place in municipalities() if place.code in codes]
    return html.Li(
        [
            html.A(
                view.words.name(county, "full"), href=view.path(replace(view.deck, select=codes))
            ),
            html.P(", ".join(name.removesuffix(" sav.") for name in names), className="small"),
        ]
    )
