"""Ways on, by who the visitor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import (
    CHECK_SLUGS,
    FORUM_SLUGS,
    PLACE_SLUGS,
    RECIPIENT_SLUGS,
    RESEARCH_SLUGS,
    SEARCH_SLUGS,
    map_path,
    share_path,
)

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language

DOORS = {
    "municipality": {"home.door.municipality.link": PLACE_SLUGS},
    "forum": {"home.door.forum.link": FORUM_SLUGS},
    "researcher": {"home.door.researcher.link": RESEARCH_SLUGS},
    "clerk": {"home.door.clerk.link": CHECK_SLUGS},
    "citizen": {"page.recipients.nav": RECIPIENT_SLUGS, "page.search.nav": SEARCH_SLUGS},
}
"""Who comes, and where to: the words of each link, and the page."""


def doors(words: Language) -> Component:
    """A door for each."""
    return html.Nav(
        [
            html.H2(words.t("home.doors.title"), id="doors-title"),
            html.Ul([_door(who, words) for who in DOORS], className="doors"),
        ],
        className="home-doors",
        **aria(labelledby="doors-title"),
    )


def _door(who: str, words: Language) -> Component:
    ways = {words.t(key): words.path(f"/{way[words.code]}") for key, way in DOORS[who].items()}
    if who == "citizen":
        ways[words.t("home.door.citizen.embed")] = share_path(words, map_path(words))
    return html.Li(
        [
            html.H3(words.t(f"home.door.{who}")),
            html.P(words.t(f"home.door.{who}.about")),
            html.P([html.A(text, href=href) for text, href in ways.items()], className="ways"),
        ],
        className=f"door door-{who}",
    )
