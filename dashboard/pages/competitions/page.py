"""The page of the competitions: those that are asked for, and each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.listing import MOST_ITEMS, every_key
from dashboard.frame.not_found import no_item
from dashboard.frame.page import Content, Items, NoItem, Page
from dashboard.frame.places import COMPETITION_SLUGS
from dashboard.pages.competitions import item
from dashboard.pages.competitions.calendar import calendar_panel
from dashboard.pages.competitions.controls import controls
from dashboard.pages.competitions.downloads import picture_downloads, table_downloads
from dashboard.pages.competitions.listing import listing
from dashboard.pages.competitions.noted import noted, nothing_found
from dashboard.pages.competitions.routes import add_routes
from dashboard.pages.competitions.shared import shared
from dashboard.pages.competitions.success import success_panel
from dashboard.pages.competitions.sums import badge, kinds, sums
from dashboard.pages.competitions.telling import sentence_of, title_of
from dashboard.pages.competitions.view import read_view
from data.asking.competitions import CompetitionFilter, competition_list

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.competitions.view import CompetitionsView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The competitions that the query asks for, or what to ask for instead."""
    view = read_view(atlas, words, query)
    title, sentence = title_of(view), sentence_of(view)
    mark = [badge(words, demo=view.demo)] if view.found else []
    body = html.Div(
        [
            html.Div([html.H1(title), *mark], className="title-line"),
            html.P(sentence, id="sentence", className="sentence said"),
            *kinds(view),
            noted(view),
            controls(view),
            *(_found(view) if view.found else [nothing_found(view)]),
        ],
        className="stack competitions",
    )
    described = sentence if view.state.asked.chosen else words.t("page.competitions.description")
    return Content(body, title, described, view.query)


def _found(view: CompetitionsView) -> list[Component]:
    return [
        _panel("sums", [sums(view)], view),
        _panel("list", [table_downloads(view), *listing(view)], view),
        _panel("success", [picture_downloads("success", view), *success_panel(view)], view),
        _panel("calendar", [picture_downloads("calendar", view), *calendar_panel(view)], view),
        html.P(view.source, className="source"),
    ]


def _panel(name: str, content: list[Component], view: CompetitionsView) -> Component:
    heading = html.H2(view.words.t(f"competitions.{name}.title"), id=f"{name}-title")
    return html.Section(
        [heading, *content], className=f"panel panel-{name}", **aria(labelledby=f"{name}-title")
    )


def real_keys(atlas: Atlas) -> list[str]:
    """Keys of the competitions that are not invented, the newest first."""
    asked = CompetitionFilter()
    return list(competition_list(atlas.store, asked, demo=False, most=MOST_ITEMS)["key"])


def one(atlas: Atlas, words: Language, query: str, key: str) -> Content:
    """The competition of a key; where there is none, what may be meant."""
    try:
        return item.layout(atlas, words, query, key)
    except NoItem as missing:
        return no_item(missing, PAGE, words)


PAGE = Page(
    "competitions",
    COMPETITION_SLUGS,
    5,
    layout,
    routes=add_routes,
    items=Items(every_key, one, crawled=real_keys),
    picture=shared,
)
