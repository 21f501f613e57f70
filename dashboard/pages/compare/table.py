"""The table: a column a municipality, a row an indicator, each with a strip of all 60."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.charts.dots import dots_row
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import place_link
from dashboard.frame.rendering import drawn
from dashboard.indicators.state import State, write_state
from dashboard.indicators.writing import unit_label
from dashboard.pages.compare.markers import marker_svg
from dashboard.peers.compared import compared_dots
from dashboard.peers.telling import county_names, feature_text, place_text
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView

STRIP_PX = (260, 34)
"""Width and height in px of a strip."""

NUMBERS = ("residents", "density", "older")
"""What is told of a municipality in numbers."""


def compare_table(view: CompareView) -> Component:
    """The table; a region of its own that can be scrolled where it is wider than the screen."""
    words = view.words
    heads = [
        html.Th(words.t(f"municipality.column.{name}"), scope="col", role="columnheader")
        for name in ("indicator", "strip")
    ]
    heads += [
        html.Th(
            [marker_svg(at), place_link(place, words, query=view.place_query)],
            scope="col",
            role="columnheader",
        )
        for at, place in enumerate(view.places)
    ]
    table = html.Table(
        [
            html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
            html.Tbody([*_facts(view)], role="rowgroup"),
            *_bodies(view),
        ],
        className="plain-table compare-table",
        role="table",
        **aria(labelledby="compare-title"),
    )
    return html.Div(
        table,
        className="compare-scroll",
        tabIndex=0,
        role="region",
        **aria(labelledby="compare-title"),
    )


def _facts(view: CompareView) -> Iterator[Component]:
    """What the municipalities are: how many live there and how old, their group and county."""
    words, features = view.words, view.compared.features
    members = view.compared.members
    years = {"residents": view.compared.year, "density": view.compared.year}
    years["older"] = int(features["older_year"][members[0]])
    yield _group(words.t("compare.facts"), view)
    for name in NUMBERS:
        texts = [feature_text(name, float(features[name][at]), words) for at in members]
        if name != "older":
            signs = ["*" if features["residents_estimated"][at] else "" for at in members]
            texts = [text + sign for text, sign in zip(texts, signs, strict=True)]
        head = [words.t(f"peers.feature.{name}"), _small(words.t("year.of", year=years[name]))]
        yield _row(name, head, None, texts, view)
    kinds = [words.t(f"peers.kind.{place.group}") for place in view.places]
    yield _row("group", words.t("peers.feature.group"), None, kinds, view)
    named = [county_names(words)[place.county] for place in view.places]
    yield _row("county", words.t("peers.feature.county"), None, named, view)


def _bodies(view: CompareView) -> Iterator[Component]:
    """The indicators under the headings of their groups."""
    for group, names in groupby(INDICATORS, key=lambda name: INDICATORS[name].group):
        heading = _group(view.words.t(f"group.{group}.name"), view)
        yield html.Tbody([heading, *(_indicator(name, view) for name in names)], role="rowgroup")


def _indicator(name: str, view: CompareView) -> Component:
    words, it = view.words, view.compared.indicators[name]
    state = State(it.shown.view, view.compared.year, view.state.select)
    head = [
        html.A(words.t(f"indicator.{name}.name"), href=f"{words.path('/')}?{write_state(state)}"),
        _small(unit_label(it.shown.view.unit, words)),
    ]
    strip = drawn(dots_row(compared_dots(it), STRIP_PX))
    cells = [_figure(name, at, text, view) for at, text in enumerate(view.texts(it))]
    return _row(name, head, strip, cells, view)


def _figure(name: str, number: int, text: str, view: CompareView) -> list[Component]:
    """A figure with its signs and place, or what is said instead of one."""
    it = view.compared.indicators[name]
    at, shown, row = it.members[number], it.shown, it.row
    if not shown.there[row, at]:
        return [html.Span(text, className="without")]
    state = shown.states[row, at]
    said = [] if state == "ok" else [view.labels[state]]
    said += [place_text(it.places[number], view.words)]
    return [html.Strong(text), *(_small(part) for part in said if part)]


def _row(
    name: str, head: object, strip: object, cells: Sequence[object], view: CompareView
) -> Component:
    """A row; one without a strip has its head in that column too."""
    wide = {} if strip is not None else {"colSpan": 2}
    figures = [
        html.Td(
            [html.Span([marker_svg(at), view.words.name(place)], className="whose",
                       **aria(hidden="true")), *(cell if isinstance(cell, list) else [cell])],
            role="cell",
        )
        for at, (place, cell) in enumerate(zip(view.places, cells, strict=True))
    ]  # fmt: skip
    strips = [html.Td(strip, role="cell", className="column-strip")] if strip is not None else []
    head = html.Th(head, scope="row", role="rowheader", className="column-indicator", **wide)
    return html.Tr([head, *strips, *figures], role="row", id=f"row-{name}")


def _group(name: str, view: CompareView) -> Component:
    columns = 2 + len(view.places)
    return html.Tr(
        html.Th(name, colSpan=columns, scope="rowgroup", className="group-name", role="rowheader"),
        role="row",
    )


def _small(text: str) -> Component:
    return html.Span(text, className="small")
