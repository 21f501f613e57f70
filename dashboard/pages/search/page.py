"""The page of all that is found: `/paieska?q=kedainiu`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.page import Content, Page
from dashboard.frame.places import SEARCH_SLUGS
from dashboard.pages.search.finding import find
from dashboard.pages.search.routes import add_routes
from dashboard.pages.search.telling import said, search_path
from dashboard.searching.asked import FIELD, LONGEST, read_search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.searching.asked import SearchText
    from dashboard.searching.findable import Findable
    from dashboard.searching.matching import FoundGroup

MOST = 20
"""Most of a kind."""

EXAMPLES = ("place", "county", "code", "indicator", "term")
"""What can be tried: `search.example.<name>`."""


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """What is found, in groups; where nothing is asked for or found, what can be."""
    asked = read_search(query)
    groups = find(asked, atlas, words, MOST)
    title, sentence = words.t("page.search.title"), words.t("page.search.description")
    if asked.text:
        sentence = said(asked, groups, words)
    if asked.text and not asked.wrong:
        title = words.t("search.title", text=asked.text)
    body = html.Div(
        [
            html.H1(title),
            _form(asked, words),
            html.P(sentence, className="sentence", role="status"),
            *([_group(group, words) for group in groups] or [_examples(words)]),
        ],
        className="stack search-page",
    )
    kept = urlencode({FIELD: asked.text}) if asked.text and not asked.wrong else ""
    return Content(body, title, sentence, kept)


def _form(asked: SearchText, words: Language) -> Component:
    field = Input(
        id="find",
        name=FIELD,
        type="search",
        value="" if asked.wrong == "long" else asked.text,
        maxLength=str(LONGEST),
        autoComplete="off",
        spellCheck="false",
    )
    return html.Form(
        [
            html.Div([html.Label(words.t("search.what"), htmlFor="find"), field],
                     className="field"),
            html.Button(words.t("search.find"), type="submit", className="primary"),
        ],
        action=search_path(words),
        role="search",
        className="find",
        **aria(label=words.t("search.what")),
    )  # fmt: skip


def _group(group: FoundGroup, words: Language) -> Component:
    name = f"found-{group.kind}"
    more = [html.P(words.t("search.more"), className="source")] if group.more else []
    return html.Section(
        [
            html.H2(words.t(f"search.kind.{group.kind}"), id=name),
            html.Ul([_item(item) for item in group.items]),
            *more,
        ],
        className="panel",
        **aria(labelledby=name),
    )


def _item(item: Findable) -> Component:
    detail = [html.Span(item.detail, className="small")] if item.detail else []
    return html.Li([html.A(item.name, href=item.path), *detail])


def _examples(words: Language) -> Component:
    """What can be found, each an example that finds it."""
    texts: Sequence[str] = [words.t(f"search.example.{name}") for name in EXAMPLES]
    return html.Section(
        [
            html.H2(words.t("search.try"), id="try"),
            html.Ul([html.Li(html.A(text, href=search_path(words, text))) for text in texts]),
            html.P(words.t("search.hint")),
        ],
        className="panel",
        **aria(labelledby="try"),
    )


PAGE = Page("search", SEARCH_SLUGS, 14, layout, routes=add_routes, listed=False)
