"""The table: a column a municipality, a row an indicator, each with a strip of all 60."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.charts.dots import dots_row
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.figure_link import figure_link
from dashboard.frame.own_marker import marker_svg
from dashboard.frame.places import map_path, place_link
from dashboard.frame.rendering import drawn
from dashboard.indicators.state import State, write_state
from dashboard.indicators.writing import unit_label
from dashboard.peers.compared import compared_dots, compared_lines
from dashboard.peers.telling import county_names, feature_text
from data.catalog import INDICATORS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView
    from dashboard.peers.comparing import ComparedIndicator

STRIP_PX, LINE_PX = (220, 36), (100, 36)
"""Width and height in px of the pictures in a row."""

NUMBERS = ("residents", "density", "older")
"""What is told of a municipality in numbers."""


def compare_table(view: CompareView) -> Component:
    """The table; a region of its own that can be scrolled where it is wider than the screen."""
    words = view.words
    heads = [
        html.Th(
            words.t(f"municipality.column.{name}"),
            scope="col",
            role="columnheader",
            className=f"column-{name}",
        )
        for name in ("indicator", "strip", "line")
    ]
    heads += [
        html.Th(
            html.Span(
                [
                    marker_svg(at),
                    place_link(place, words, view.heads[at], view.place_query),
                ],
                className="head",
            ),
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
        yield _row(name, head, {}, texts, view)
    kinds = [words.t(f"peers.kind.{place.group}") for place in view.places]
    yield _row("group", words.t("peers.feature.group"), {}, kinds, view)
    named = [county_names(words)[place.county] for place in view.places]
    yield _row("county", words.t("peers.feature.county"), {}, named, view)


def _bodies(view: CompareView) -> Iterator[Component]:
    """The indicators under the headings of their groups."""
    for group, names in groupby(INDICATORS, key=lambda name: INDICATORS[name].group):
        heading = _group(view.words.t(f"group.{group}.name"), view)
        yield html.Tbody([heading, *(_indicator(name, view) for name in names)], role="rowgroup")


def _indicator(name: str, view: CompareView) -> Component:
    words, it = view.words, view.compared.indicators[name]
    state = State(it.shown.view, view.compared.year, view.state.select)
    head = [
        html.A(words.t(f"indicator.{name}.name"), href=map_path(words, write_state(state))),
        _small(unit_label(it.shown.view.unit, words)),
    ]
    pictures = {
        "strip": drawn(dots_row(compared_dots(it), STRIP_PX)),
        "line": drawn(compared_lines(it, LINE_PX)),
    }
    cells = [_figure(it, at, text, view) for at, text in enumerate(view.texts(it))]
    return _row(name, head, pictures, cells, view)


def _figure(it: ComparedIndicator, number: int, text: str, view: CompareView) -> list[Component]:
    """A figure with its signs and place, or what is said instead of one."""
    at, shown, row = it.members[number], it.shown, it.row
    if not shown.there[row, at]:
        return [html.Span(text, className="without")]
    unit = UNITS[shown.view.unit]
    long = "long" if unit.level and unit.kind == "money" else None  # those of cities have 13 signs
    code = view.state.select[number]
    how = {"className": long} if long else {}
    link = figure_link(text, shown.view, view.compared.year, code, view.words, **how)
    return [link, *map(_small, view.beside(it, number))]


def _row(
    name: str,
    head: object,
    pictures: Mapping[str, object],
    cells: Sequence[object],
    view: CompareView,
) -> Component:
    """A row; the head of one without pictures goes through their columns."""
    wide = {} if pictures else {"colSpan": 3}
    drawings = [
        html.Td(picture, role="cell", className=f"column-{kind}")
        for kind, picture in pictures.items()
    ]
    figures = [
        html.Td([_whose(at, view), html.Div(cell)], role="cell") for at, cell in enumerate(cells)
    ]
    row_head = html.Th(head, scope="row", role="rowheader", className="column-indicator", **wide)
    return html.Tr([row_head, *drawings, *figures], role="row", id=f"row-{name}")


def _whose(number: int, view: CompareView) -> Component:
    """Whose figure it is, where the heads of columns are not seen; a reader is told by these."""
    return html.Span(
        [marker_svg(number), view.heads[number]], className="whose", **aria(hidden="true")
    )


def _group(name: str, view: CompareView) -> Component:
    columns = 3 + len(view.places)
    return html.Tr(
        html.Th(name, colSpan=columns, scope="rowgroup", className="group-name", role="rowheader"),
        role="row",
    )


def _small(text: str) -> Component:
    return html.Span(text, className="small")
