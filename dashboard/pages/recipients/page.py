"""The page of the recipients: those that are asked for, and each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.listing import MOST_ITEMS, every_key
from dashboard.frame.not_found import no_item
from dashboard.frame.page import Content, Items, NoItem, Page
from dashboard.frame.places import RECIPIENT_SLUGS
from dashboard.language.i18n import CODES
from dashboard.pages.recipients import item
from dashboard.pages.recipients.controls import controls
from dashboard.pages.recipients.downloads import table_downloads
from dashboard.pages.recipients.noted import badge, noted, nothing_found, other_kind
from dashboard.pages.recipients.routes import add_routes
from dashboard.pages.recipients.shared import shared
from dashboard.pages.recipients.table import ID, recipients_table
from dashboard.pages.recipients.telling import cut_names, private_line, sentence_of, title_of
from dashboard.pages.recipients.view import read_view
from data.tidy.described import tidy_tables
from data.tidy.narrowing import Narrow, narrowed

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.recipients.view import RecipientsView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The recipients that the query asks for, or what to ask for instead."""
    view = read_view(atlas, words, query)
    title, sentence = title_of(view), sentence_of(view)
    mark = [badge(words, demo=view.demo)] if view.found else []
    body = html.Div(
        [
            html.Div([html.H1(title), *mark], className="title-line"),
            html.P(sentence, id="sentence", className="sentence said"),
            *other_kind(view),
            noted(view),
            controls(view),
            *(_found(view) if view.found else [nothing_found(view), *_private(view)]),
        ],
        className="stack recipients",
    )
    described = sentence if view.state.asked.chosen else words.t("page.recipients.description")
    return Content(body, title, described, view.query)


def _found(view: RecipientsView) -> list[Component]:
    words, cut = view.words, cut_names(view)
    return [
        html.Section(
            [
                html.H2(words.t("recipients.list"), id=ID),
                *([html.P(cut, id="cut")] if cut else []),
                table_downloads(view),
                *recipients_table(view),
                *_private(view),
            ],
            className="panel",
            **aria(labelledby=ID),
        ),
        html.P(view.source, className="source"),
    ]


def _private(view: RecipientsView) -> list[Component]:
    said = private_line(view)
    return [html.P(said, id="private")] if said else []


def real_keys(atlas: Atlas) -> list[str]:
    """Codes of the recipients that are not invented, those that got most money first."""
    asked = Narrow({"demo": (False,)}, sort=("-paid",), columns=("recipient",), most=MOST_ITEMS)
    table = tidy_tables()["recipients"]
    return list(narrowed(atlas.store, table, asked, language=CODES[0]).frame["recipient"])


def one(atlas: Atlas, words: Language, query: str, key: str) -> Content:
    """The recipient of a code; where there is none, who may be meant."""
    try:
        return item.layout(atlas, words, query, key)
    except NoItem as missing:
        return no_item(missing, PAGE, words)


PAGE = Page(
    "recipients",
    RECIPIENT_SLUGS,
    4,
    layout,
    routes=add_routes,
    items=Items(every_key, one, crawled=real_keys),
    picture=shared,
)
