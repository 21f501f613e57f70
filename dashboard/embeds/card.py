"""A municipality in a frame: its newest figures, its place among its peers, how they moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.embeds.embed import Embed
from dashboard.embeds.place import ask_place
from dashboard.frame import html
from dashboard.frame.rendering import drawn
from dashboard.indicators.picture import caption
from dashboard.indicators.remarks import remark_line
from dashboard.indicators.writing import unit_label
from dashboard.peers.notes import standing_notes, standing_remarks
from dashboard.peers.pictures import year_line
from dashboard.peers.telling import headline_of, place_text

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView

HEADLINES = ("ngo_competition_share", "total", "ngo_recipients", "services_transferred", "openness")
"""The indicators that a card tells."""

HEADS = (
    "municipality.column.indicator",
    "table.value",
    "municipality.column.peers",
    "municipality.column.line",
)
LINE_PX = (110, 30)


def _made(view: PlaceView, _: str) -> Embed:
    """The same whichever indicator is asked for."""
    words, marks = view.words, {_mark(view, each) for each in HEADLINES}
    demo = max(marks, key=len)  # the one that says more: that some are real
    return Embed(
        title=words.t("embed.card", name=words.name(view.place, "full"), year=view.standing.year),
        sentence=" ".join(filter(None, headline_of(view.standing, words, view.labels))),
        picture=[_table(view), html.P(words.t("embed.lines"), className="unit")],
        table=None,
        full=view.path(),
        source=view.source_of(HEADLINES).removeprefix(words.t("demo.figures")).strip(),
        demo=demo,
        notes=(
            *standing_notes(view.standing, words),
            *(remark_line(each, words) for each in standing_remarks(view.standing)),
        ),
    )


def _table(view: PlaceView) -> Component:
    """A row an indicator; in a narrow frame each is laid out on its own, so the roles are named."""
    words = view.words
    heads = [words.t(key) for key in HEADS]
    head = html.Tr([html.Th(text, scope="col", role="columnheader") for text in heads], role="row")
    return html.Table(
        [
            html.Caption(words.t("municipality.indicators"), className="visually-hidden"),
            html.Thead(head, role="rowgroup"),
            html.Tbody([_row(view, each) for each in HEADLINES], role="rowgroup"),
        ],
        className="card-table",
        role="table",
    )


def _row(view: PlaceView, name: str) -> Component:
    words, telling = view.words, view.telling(name)
    unit = html.Span(unit_label(telling.it.shown.view.unit, words), className="small")
    cells = {
        "figure": html.Strong(telling.figure()),
        "place": place_text(telling.it.among_peers, words) or "–",
        "line": drawn(year_line(telling.it, LINE_PX)),
    }
    return html.Tr(
        [
            html.Th([words.t(f"indicator.{name}.name"), " ", unit], scope="row", role="rowheader"),
            *(html.Td(cell, className=kind, role="cell") for kind, cell in cells.items()),
        ],
        role="row",
    )


def _mark(view: PlaceView, name: str) -> str:
    it = view.standing.indicators[name]
    return caption(it.shown, it.row, view.wording(name)).demo


ask_card = ask_place(_made)
