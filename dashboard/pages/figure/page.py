"""How a figure was made: `/skaicius?indicator=total&municipality=53&year=2024`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content, Page
from dashboard.frame.places import FIGURE_SLUGS, flows_path, map_path, place_link
from dashboard.frame.remarks_note import remarks_note
from dashboard.frame.shell import demo_badge
from dashboard.indicators.state import State, write_state
from dashboard.pages.figure.behind import behind
from dashboard.pages.figure.country import country_said, country_table
from dashboard.pages.figure.downloads import download_links, source_line
from dashboard.pages.figure.formula import formula
from dashboard.pages.figure.oneself import oneself
from dashboard.pages.figure.routes import add_routes
from dashboard.pages.figure.rows import pager, rows_table
from dashboard.pages.figure.shared import shared
from dashboard.pages.figure.view import read_figure_view

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.figure.view import FigureView


def layout(atlas: Atlas, words: Language, query: str) -> Content:
    """The figure that the query names."""
    view = read_figure_view(atlas, words, query)
    heading = words.t("page.figure.title")
    note = notes_text(view.notes, words)
    badge = [demo_badge(words)] if view.is_demo else []
    body = html.Div(
        [
            html.Div([html.H1(heading), *badge], className="title-line"),
            html.P(view.subject, className="subject"),
            html.P(view.sentence, id="sentence", className="sentence said"),
            html.P(note, id="note", className="note", role="status"),
            html.Div(remarks_note(view.remarks, words), id="remarks"),
            *(_parts(view) if view.place else _country(view)),
            html.P(view.signs, className="signs"),
            html.P(source_line(view), className="source"),
            html.P(_elsewhere(view), className="elsewhere"),
        ],
        className="stack figure-page",
    )
    title = f"{view.subject} – {heading}" if query else heading
    lasting = view.path(year=view.year).partition("?")[2]
    return Content(body, title, view.sentence, view.query, lasting=lasting)


def _parts(view: FigureView) -> list[Component]:
    words = view.words
    if not view.there:
        return [_panel("behind", words.t("figure.behind"), behind(view))]
    head = html.Div([html.P(words.n("figure.rows.said", view.counted.rows)),
                     download_links(view)], className="rows-above")  # fmt: skip
    return [
        _panel("formula", words.t("figure.formula"), formula(view)),
        _panel("rows", words.t("figure.rows"), [head, rows_table(view), *pager(view)]),
        _panel("behind", words.t("figure.behind"), behind(view)),
        _panel("oneself", words.t("figure.oneself"), oneself(view)),
    ]


def _country(view: FigureView) -> list[Component]:
    words = view.words
    head = html.Div([html.P(country_said(view)), download_links(view)], className="rows-above")
    mine = [_panel("oneself", words.t("figure.oneself"), oneself(view))] if view.there else []
    return [
        _panel("country", words.t("figure.municipalities"), [head, country_table(view)]),
        *mine,
    ]


def _panel(name: str, title: str, content: list[Any]) -> Component:
    heading = html.H2(title, id=f"{name}-title")
    return html.Section([heading, *content], id=name, className="panel")


def _elsewhere(view: FigureView) -> list[Any]:
    """Where the figure stands, and what else there is of its municipality and year."""
    words, place = view.words, view.place
    select = (view.state.municipality,) if place else ()
    there = write_state(State(view.state.view, view.year, select))
    links = [html.A(words.t("figure.to_map"), href=map_path(words, there))]
    if place:
        links += [
            place_link(place, words, words.t("figure.to_place"), f"year={view.year}"),
            html.A(words.t("figure.to_flows"), href=flows_path(place, words, view.year)),
            html.A(words.t("figure.to_country"), href=view.path(municipality="")),
        ]
    return [part for link in links for part in (link, " ")]


PAGE = Page("figure", FIGURE_SLUGS, 12, layout, routes=add_routes, listed=False, picture=shared)
