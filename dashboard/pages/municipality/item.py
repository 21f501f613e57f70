"""The page of one municipality: where it stands, among whom, how sure that is, what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.notes import notes_text
from dashboard.frame.page import Content
from dashboard.frame.place_view import read_place_view
from dashboard.frame.places import PLACE_SLUGS, changes_feed
from dashboard.frame.remarks_note import remarks_note
from dashboard.indicators.headline import lowered
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.pages.municipality.controls import controls, figures_box
from dashboard.pages.municipality.rows import indicator_rows
from dashboard.pages.municipality.taking import taking
from dashboard.pages.municipality.what_if_panel import what_if_panel
from dashboard.pages.municipality.why import why
from dashboard.peers.notes import standing_notes, standing_remarks
from dashboard.peers.standing import BUDGET
from dashboard.peers.telling import headline_of
from geo.finding import find_municipality
from geo.places import counties

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.frame.place_view import PlaceView
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:
    """The municipality of a key, as the query asks for it."""
    view = read_place_view(atlas, words, query, find_municipality(key))
    first, second = headline_of(view.standing, words, view.labels)
    name = words.name(view.place, "full")
    body = html.Div(
        [
            _trail(view),
            html.Div([html.H1(name), *figures_box(view)], className="title-line"),
            html.P(f"{first} {second}".strip(), id="sentence", className="sentence said"),
            *_missing(view),
            html.Div(remarks_note(standing_remarks(view.standing), words), id="remarks"),
            html.P(notes_text(view.standing.state.notes, words), id="note", className="note",
                   role="status"),
            taking(view),
            controls(view),
            _panel("indicators", indicator_rows(view), view),
            _panel("why", why(view), view),
            _panel("what_if", what_if_panel(view), view),
            html.Div([html.P(said) for said in standing_notes(view.standing, words)],
                     className="signs", id="signs"),
            html.P(view.source, className="source"),
        ],
        className="stack municipality",
    )  # fmt: skip
    return Content(
        body,
        name,
        " ".join(filter(None, (first, second))),
        view.query(),
        feeds=(changes_feed(words, view.place),),
        lasting=view.query(year=view.standing.year),
        frames=_frames(view),
    )


def _frames(view: PlaceView) -> tuple[tuple[str, str], ...]:
    """The card, and the strip of what is opened."""
    asked = {"municipality": view.place.code}
    lasting = view.query(year=view.standing.year, opened="")
    strip = asked | {"indicator": view.standing.state.opened or DEFAULT_INDICATOR}
    pairs = (("card", asked), ("strip", strip))
    return tuple((kind, f"{urlencode(named)}&{lasting}") for kind, named in pairs)


def _trail(view: PlaceView) -> Component:
    """The list of all, and the county."""
    words = view.words
    county = next(each for each in counties() if each.code == view.place.county)
    steps = [
        html.A(words.t("page.municipality.title"), href=words.path(f"/{PLACE_SLUGS[words.code]}")),
        words.name(county, "full"),
    ]
    return html.Nav(
        html.Ol([html.Li(step) for step in steps]),
        className="trail",
        **aria(label=words.t("commitment.trail")),
    )


def _missing(view: PlaceView) -> list[Component]:
    """What is said where the municipality has no figure: of what, and whom to ask for it."""
    it = view.standing.indicators[DEFAULT_INDICATOR]
    rest = view.standing.indicators.values()
    if any(one.is_there for one in rest):
        return []
    state = lowered(view.labels[it.shown.states[it.row, it.own]])
    said = view.words.t("municipality.missing", state=state, year=view.standing.year)
    return [html.P([said, *_latest(view)], className="missing")]


def _latest(view: PlaceView) -> list[Component | str]:
    """The newest year of which there is something, if any."""
    budget = view.standing.indicators[BUDGET]
    there = budget.shown.there[:, budget.own].tolist()
    known = [year for year, found in zip(budget.shown.years, there, strict=True) if found]
    if not known:
        return []
    text = view.words.t("municipality.latest", year=known[-1])
    return [" ", html.A(text, href=view.path(year=known[-1]), **{"data-stay": ""})]


def _panel(name: str, content: list[Component], view: PlaceView) -> Component:
    heading = html.H2(view.words.t(f"municipality.{name}"), id=f"{name}-title")
    return html.Section(
        [heading, *content],
        id=f"panel-{name}",
        className=f"panel panel-{name}",
        **aria(labelledby=f"{name}-title"),
    )
