"""The researcher's bench: `/tyrimas?view=relation&indicator=…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.choices import figures_choice
from dashboard.frame.page import Content, Page
from dashboard.frame.places import RESEARCH_SLUGS
from dashboard.pages.research.controls import FORM, controls
from dashboard.pages.research.drawings import drawings
from dashboard.pages.research.figures_table import tables
from dashboard.pages.research.finding import findables
from dashboard.pages.research.noted import noted
from dashboard.pages.research.program import program
from dashboard.pages.research.routes import add_routes
from dashboard.pages.research.shared import shared
from dashboard.pages.research.tabs import tabs
from dashboard.pages.research.told import told
from dashboard.research.bench import read_bench
from dashboard.research.registry import view_of

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The view that the query asks for."""
    bench = read_bench(atlas, words, query)
    view = view_of(bench)
    mark = [figures_choice(bench.state.figures, FORM, words)] if atlas.is_demo else []
    body = html.Div(
        [
            html.H1(view.title, id="research-title"),
            html.P(view.sentence, id="sentence", className="sentence said"),
            noted(bench),
            html.Div([tabs(bench), *mark], className="tabs-line"),
            html.Div(
                [
                    html.Div(controls(bench, view), className="choosing"),
                    _shown(bench, view, query),
                ],
                className="workbench",
            ),
        ],
        className="stack research-page",
    )
    lasting = bench.query(year=bench.year)
    return Content(body, view.title, view.sentence, bench.query(), lasting=lasting)


def _shown(bench: Bench, view: ResearchView, query: str) -> Component:
    """Pictures, what they tell, and what they are made of."""
    return html.Div(
        [
            html.Div(drawings(bench, view, query), className="pictures"),
            html.Div(told(view, bench.words), className="telling"),
            html.Div(
                [
                    *tables(bench, view),
                    *program(bench, view),
                    html.P(view.source, className="source"),
                ],
                className="beneath",
            ),
        ],
        className="shown",
    )


PAGE = Page(
    "research",
    RESEARCH_SLUGS,
    5,
    layout,
    routes=add_routes,
    finds=findables,
    picture=shared,
)
