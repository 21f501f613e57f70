"""The commitments page: what the state promised, by whom, how far it got, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.sentence import moved_sentence, plans_sentence, unsure_sentence
from dashboard.commitments.state import SORTS, write_plan_state
from dashboard.commitments.view import SLUGS, read_plan_view
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content, Items, Page
from dashboard.frame.source_line import source_text
from dashboard.pages.commitments import item as commitment
from dashboard.pages.commitments.assessors import side_by_side
from dashboard.pages.commitments.download_links import plan_downloads
from dashboard.pages.commitments.filters import filters
from dashboard.pages.commitments.finding import findables
from dashboard.pages.commitments.groups import groups
from dashboard.pages.commitments.listing import commitment_table
from dashboard.pages.commitments.marks import shapes, shares
from dashboard.pages.commitments.routes import add_routes
from dashboard.pages.commitments.section_rows import plan_rows
from dashboard.pages.commitments.shared import shared
from dashboard.pages.commitments.strip import heat_strip, planned_and_actual, strip_legend

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The commitments that the query asks for: the answer first, all else to be unfolded."""
    view = read_plan_view(atlas, words, query)
    title, sentence = words.t("page.commitments.title"), plans_sentence(view)
    body = html.Div(
        [
            html.H1(title),
            _said(view, sentence),
            filters(view),
            _chart(view, atlas),
            *(_folded(view, source_text(["commitments"], atlas, words)) if view.found else []),
        ],
        className="stack commitments",
    )
    return Content(body, title, sentence, write_plan_state(view.state).removeprefix("?"))


def _said(view: PlanView, sentence: str) -> Component:
    """What is seen, in words."""
    words, unsure = view.words, unsure_sentence(view)
    return html.Div(
        [
            html.P(sentence, id="sentence", className="sentence"),
            html.P(moved_sentence(view), className="sentence moved"),
            *([html.P(unsure, className="unsure")] if unsure else []),
            *([html.P(words.t("commitments.undated_left"))] if view.state.on else []),
            html.P(notes_text(view.state.notes, words), id="note", className="note"),
        ],
        className="said",
    )


def _chart(view: PlanView, atlas: Atlas) -> Component:
    """How many stand where, and each by itself."""
    words = view.words
    facts = atlas.sources().set_index("source").loc["commitments"]
    link = html.A(words.t("commitments.source_page"), href=str(facts["url"]))
    return html.Section(
        [
            html.H2(words.t("commitments.chart_title"), id="chart-title"),
            *([shares(view.counts, words)] if view.found else []),
            plan_rows(view),
            plan_downloads(view),
            html.P([source_text(["commitments"], atlas, words), " ", link], className="source"),
        ],
        className="panel commitments-chart",
        **aria(labelledby="chart-title"),
    )


def _folded(view: PlanView, source: str) -> list[Component]:
    """The same commitments otherwise: long parts are folded, so that a phone shows the answer."""
    words = view.words
    panels = {
        "groups": [shapes(view), groups(view)],
        "assessors": side_by_side(view),
        "time": [shapes(view), strip_legend(words), heat_strip(view)],
        "planned": planned_and_actual(view),
        "table": [commitment_table(view)],
    }
    unfolded = {"groups", "table"} if view.state.sort != SORTS[0] else {"groups"}
    return [
        html.Details(
            [
                html.Summary(html.H2(words.t(f"commitments.{name}_title"), id=f"{name}-title")),
                html.Div([*content, html.P(source, className="source")], className="fold-content"),
            ],
            id=f"fold-{name}",
            className=f"panel fold commitments-{name}",
            open=name in unfolded,
        )
        for name, content in panels.items()
    ]


PAGE = Page(
    "commitments",
    SLUGS,
    7,
    layout,
    routes=add_routes,
    items=Items(commitment.titles, commitment.layout),
    finds=findables,
    picture=shared,
)
