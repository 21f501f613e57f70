"""The researcher's bench: `/tyrimas?view=relation&indicator=…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.series import ChartOptions
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content, Page
from dashboard.frame.places import RESEARCH_SLUGS
from dashboard.frame.rendering import drawn
from dashboard.research.bench import read_bench
from dashboard.research.registry import MAKERS, view_of

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchPicture, ResearchView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The view that the query asks for."""
    bench = read_bench(atlas, words, query)
    view = view_of(bench)
    body = html.Div(
        [
            html.H1(view.title),
            html.P(view.sentence, id="sentence", className="sentence said"),
            _tabs(bench),
            *(html.P(said) for said in (*view.findings, *view.cautions)),
            *(_picture(each) for each in view.pictures),
            _statistics(view, words),
            *(html.P(said, className="small") for said in (*view.left_out, *view.notes)),
            html.P(view.source, className="source"),
        ],
        className="stack research-page",
    )
    return Content(body, view.title, view.sentence, bench.query())


def _tabs(bench: Bench) -> Component:
    words = bench.words
    links = [
        html.A(
            words.t(f"research.view.{name}"),
            href=bench.path(view=name),
            **{"data-stay": "", **({"aria-current": "true"} if name == bench.state.view else {})},
        )
        for name in MAKERS
    ]
    return html.Nav(links, className="tabs", **aria(label=words.t("research.views")))


def _picture(picture: ResearchPicture) -> Component:
    wide, narrow = (
        html.Div(drawn(picture.draw(ChartOptions(*size, bare=True))), className=name)
        for name, size in (("wide", picture.wide), ("narrow", picture.narrow))
    )
    return html.Section([html.H2(picture.heading), wide, narrow], className="panel")


def _statistics(view: ResearchView, words: Language) -> Component:
    told = [
        part
        for each in view.statistics
        for part in (html.Dt(each.label), html.Dd(f"{each.text} {each.interval}"))
    ]
    return html.Section([html.H2(words.t("research.statistics")), html.Dl(told)], className="panel")


PAGE = Page("research", RESEARCH_SLUGS, 5, layout)
