"""A municipality in a frame: its newest figures, its place among its peers, how they moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.embeds.embed import Embed
from dashboard.embeds.place import ask_place
from dashboard.frame import html
from dashboard.frame.rendering import drawn
from dashboard.indicators.picture import caption
from dashboard.indicators.writing import unit_label
from dashboard.peers.notes import standing_notes
from dashboard.peers.pictures import year_line
from dashboard.peers.telling import headline_of, place_text

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView

HEADLINES = ("ngo_competition_share", "total", "ngo_recipients", "services_transferred", "openness")
"""The indicators that a card tells."""

LINE_PX = (110, 30)


def _made(view: PlaceView, _: str) -> Embed:
    """The same whichever indicator is asked for."""
    words = view.words
    heads = [
        words.t(f"municipality.column.{name}") for name in ("indicator", "own", "peers", "line")
    ]
    name = words.name(view.place, "full")
    table = html.Table(
        [
            html.Caption(words.t("embed.card", name=name, year=view.standing.year),
                         className="visually-hidden"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([_row(view, each) for each in HEADLINES]),
        ],
        className="card-table",
    )  # fmt: skip
    marks = {_mark(view, each) for each in HEADLINES}
    return Embed(
        title=f"{name}, {words.t('embed.year', year=view.standing.year)}",
        sentence=" ".join(filter(None, headline_of(view.standing, words, view.labels))),
        picture=table,
        table=None,
        full=view.path(),
        source=view.source_of(HEADLINES),
        demo=max(marks, key=len),  # the one that says more: that some are real
        notes=tuple(standing_notes(view.standing, words)),
    )


def _row(view: PlaceView, name: str) -> Component:
    words, telling = view.words, view.telling(name)
    unit = html.Span(unit_label(telling.it.shown.view.unit, words), className="small")
    return html.Tr(
        [
            html.Th([words.t(f"indicator.{name}.name"), " ", unit], scope="row"),
            html.Td(html.Strong(telling.figure())),
            html.Td(place_text(telling.it.among_peers, words) or "–"),
            html.Td(drawn(year_line(telling.it, LINE_PX)), className="line"),
        ]
    )


def _mark(view: PlaceView, name: str) -> str:
    it = view.standing.indicators[name]
    return caption(it.shown, it.row, view.wording(name)).demo


ask_card = ask_place(_made)
