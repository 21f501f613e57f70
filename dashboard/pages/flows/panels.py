"""The two pictures of a municipality's flows, with their tables and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.sankey import bare_sankey
from dashboard.charts.treemap import bare_treemap
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn
from dashboard.pages.flows.downloads import download_links
from dashboard.pages.flows.pictures import (
    provisional_note,
    sankey_picture,
    thin_note,
    treemap_picture,
)
from dashboard.pages.flows.tables import flow_table, recipient_table
from dashboard.pages.flows.telling import left_out

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.flows.view import FlowView

WIDE, NARROW = (1000.0, 560.0, 13.0), (344.0, 640.0, 10.5)
"""Width, height and size of letters of a picture on a screen and on a phone."""

SIZES = ((WIDE, "wide"), (NARROW, "narrow"))

FEW = 8
"""Flows or recipients below which a picture is lower, to no less than two fifths."""


def _sized(size: tuple[float, float, float], count: int) -> tuple[float, float, float]:
    """A picture of few things is no wall of one colour."""
    wide, tall, letters = size
    return wide, tall * max(0.4, min(1.0, count / FEW)), letters


def sankey_panel(view: FlowView) -> Component:
    """The flows, what is said of the one with the focus, and the table that says the same."""
    words, picture = view.words, sankey_picture(view)
    both = [
        html.Div(drawn(bare_sankey(picture, *_sized(size, len(picture.strands)))), className=name)
        for size, name in SIZES
    ]
    told = [note for note in (thin_note(view), provisional_note(view), left_out(view)) if note]
    notes = html.Div([html.P(note) for note in told], className="signs")
    said = html.P(words.t("flows.keys"), id="flow-said", className="strip-key flow-said scripted")
    table = flow_table(view, "sankey-title")
    return _panel("sankey", [html.Div(both, className="sankeys"), said, notes], table, view)


def recipients_panel(view: FlowView) -> Component:
    """The recipients as areas, and the table of them."""
    picture = treemap_picture(view)
    keys = [
        html.Li([html.Span(className="swatch", style={"--own": entry.colour}), entry.label])
        for entry in picture.legend
    ]
    content = [
        html.Ul(keys, className="flow-legend"),
        *(
            html.Div(
                drawn(bare_treemap(picture, *_sized(size, len(picture.cells)))), className=name
            )
            for size, name in SIZES
        ),
    ]
    return _panel("treemap", content, recipient_table(view, "treemap-title"), view)


def _panel(name: str, content: list[Component], table: Component, view: FlowView) -> Component:
    words = view.words
    fold = html.Details([html.Summary(words.t(f"flows.{name}.table")), table], id=f"{name}-table")
    head = html.Div(
        [html.H2(words.t(f"flows.{name}"), id=f"{name}-title"), download_links(name, view)],
        className="flow-head",
    )
    return html.Section(
        [head, *content, fold], className=f"panel panel-{name}", **aria(labelledby=f"{name}-title")
    )
