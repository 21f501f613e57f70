"""The page that puts municipalities side by side: `/palyginimas?select=13,53`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.choices import figures_choice
from dashboard.frame.page import Content, Page
from dashboard.frame.places import COMPARE_SLUGS
from dashboard.frame.remarks_note import remarks_note
from dashboard.pages.compare.controls import FORM, controls
from dashboard.pages.compare.downloads import download_links, title_of
from dashboard.pages.compare.examples import examples
from dashboard.pages.compare.noted import noted
from dashboard.pages.compare.routes import add_routes
from dashboard.pages.compare.shared import shared
from dashboard.pages.compare.table import compare_table
from dashboard.pages.compare.view import read_compare_view
from dashboard.peers.compared import compared_sentence
from dashboard.peers.notes import compared_notes, compared_remarks

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.compare.view import CompareView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The municipalities that the query names, or how to choose them."""
    view = read_compare_view(atlas, words, query)
    title, sentence = words.t("page.compare.title"), words.t("page.compare.description")
    if view.is_table:
        title = title_of(view)
        sentence = compared_sentence(view.compared, words, view.labels)
    mark = [figures_choice(view.state.figures, FORM, words)] if atlas.is_demo else []
    body = html.Div(
        [
            html.Div([html.H1(title, id="compare-title"), *mark], className="title-line"),
            html.P(sentence, id="sentence", className="sentence said"),
            noted(view),
            controls(view),
            *(_compared(view) if view.is_table else [examples(view)]),
        ],
        className="stack compare-page",
    )
    lasting = view.query(year=view.compared.year) if view.is_table else ""
    return Content(body, title, sentence, view.query(), lasting=lasting)


def _compared(view: CompareView) -> list[Component]:
    words = view.words
    notes = [html.P(said) for said in compared_notes(view.compared, words)]
    return [
        html.Section(
            [
                html.H2(words.t("compare.table"), className="visually-hidden"),
                html.Div(
                    [
                        html.P(words.t("compare.strip_key"), className="strip-key"),
                        download_links(view),
                    ],
                    className="compare-above",
                ),
                compare_table(view),
            ],
            className="panel",
        ),
        html.Div(remarks_note(compared_remarks(view.compared), words), id="remarks"),
        html.Div(notes, className="signs", id="signs"),
        html.P(view.source, className="source"),
    ]


PAGE = Page("compare", COMPARE_SLUGS, 3, layout, routes=add_routes, picture=shared)
