"""The page of one municipality's flows: who got its money, for what, awarded how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content
from dashboard.frame.places import FLOW_SLUGS, place_link
from dashboard.frame.remarks_note import remarks_note
from dashboard.pages.flows.controls import controls, figures_box
from dashboard.pages.flows.panels import recipients_panel, sankey_panel
from dashboard.pages.flows.telling import flow_sentence, title_of
from dashboard.pages.flows.view import read_flow_view
from data.asking.flows import ALL_KINDS
from data.catalog import ALL_AREAS
from geo.finding import find_municipality

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.flows.view import FlowView


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:
    """The municipality of a key, as the query asks for it."""
    view = read_flow_view(atlas, words, query, find_municipality(key))
    title, sentence = title_of(view), flow_sentence(view)
    body = html.Div(
        [
            _trail(view),
            html.Div([html.H1(title, id="flows-title"), *figures_box(view)],
                     className="title-line"),
            html.P([sentence, *_ways(view)], id="sentence", className="sentence said"),
            html.P(notes_text(view.state.notes, words), id="note", className="note",
                   role="status"),
            html.Div(remarks_note(view.remarks, words), id="remarks"),
            controls(view),
            *_panels(view),
            html.P(view.source, className="source"),
        ],
        className="stack flows-page",
    )  # fmt: skip
    return Content(body, title, sentence, view.query(), lasting=view.query(year=view.year))


def _panels(view: FlowView) -> list[Component]:
    if not view.is_shown or view.total <= 0:
        return []
    return [sankey_panel(view), recipients_panel(view)]


def _trail(view: FlowView) -> Component:
    """The list of all, and the municipality's own page."""
    words = view.words
    every = html.A(words.t("page.flows.title"), href=words.path(f"/{FLOW_SLUGS[words.code]}"))
    steps = [every, place_link(view.place, words, words.name(view.place, "full"))]
    return html.Nav(
        html.Ol([html.Li(step) for step in steps]),
        className="trail",
        **aria(label=words.t("commitment.trail")),
    )


def _ways(view: FlowView) -> list[Component | str]:
    """Where there is nothing to show: to the nearest year, invented figures, or all of the year."""
    words, state = view.words, view.state
    ways: dict[str, dict[str, int | str]] = {}
    if not view.is_shown:
        if view.nearest:
            ways[words.t("flows.nearest", year=view.nearest)] = {"year": view.nearest}
        if view.now["paid"]:
            other = "demo" if view.now["demo"] else "real"
            ways[words.t(f"flows.see.{other}")] = {"year": view.year, "figures": "all"}
    elif view.flowing.empty:
        if state.area != ALL_AREAS:
            ways[words.t("flows.every.area")] = {"area": ALL_AREAS}
        if state.kind != ALL_KINDS:
            ways[words.t("flows.every.kind")] = {"kind": ALL_KINDS}
    links = [html.A(text, href=view.path(**to), **{"data-stay": ""}) for text, to in ways.items()]
    return [part for link in links for part in (" ", link)]
