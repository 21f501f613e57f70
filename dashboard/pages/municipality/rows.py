"""All indicators of a municipality, a row each: figure, place, a strip of all 60, a line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.charts.dots import dots_row
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.figure_link import figure_link
from dashboard.frame.rendering import drawn
from dashboard.indicators.writing import unit_label
from dashboard.language.alphabet import collation
from dashboard.pages.municipality.opened import opened
from dashboard.peers.pictures import bare_dots, year_line
from dashboard.peers.state import SORTS
from dashboard.peers.telling import percentile_text, place_text
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView
    from dashboard.peers.telling import StandingWords

COLUMNS = ("indicator", "own", "strip", "median", "peers", "all", "line")
STRIP_PX, LINE_PX = (300, 30), (110, 30)
"""Width and height in px of the pictures in a row."""


def indicator_rows(view: PlaceView) -> list[Component]:
    """The table, the ways to sort it, and what its strips show."""
    words = view.words
    return [
        html.P([words.t("municipality.sort"), *_sorts(view)], className="sorts"),
        html.P(words.t("municipality.strip_key"), className="strip-key"),
        html.Table(
            [
                html.Thead(
                    html.Tr(
                        [
                            html.Th(words.t(f"municipality.column.{name}"), scope="col",
                                    role="columnheader")
                            for name in COLUMNS
                        ],
                        role="row",
                    ),
                    role="rowgroup",
                ),
                *_bodies(view),
            ],
            className="plain-table standing-table",
            role="table",
            **aria(labelledby="indicators-title"),
        ),
    ]  # fmt: skip


def order(view: PlaceView) -> list[str]:
    """Ids of the indicators as they are sorted; those without a place last."""
    names, sort = [*INDICATORS], view.standing.state.sort
    if sort == "name":
        return sorted(names, key=lambda name: collation(view.words.t(f"indicator.{name}.name")))
    if sort == "apart":
        far = {name: abs(it.distance) for name, it in view.standing.indicators.items()}
        return sorted(names, key=lambda name: -far[name] if far[name] == far[name] else 1)
    return names


def _sorts(view: PlaceView) -> Iterable[Component | str]:
    """The orders: links, but for the one that there is."""
    for name in SORTS:
        label = view.words.t(f"municipality.sort.{name}")
        link = {"href": view.path(sort=name), "id": f"sort-{name}", "data-stay": ""}
        yield " "
        yield html.Strong(label) if name == view.standing.state.sort else html.A(label, **link)


def _bodies(view: PlaceView) -> Iterable[Component]:
    """The rows, under headings of their groups where they are sorted by them."""
    names = order(view)
    if view.standing.state.sort != SORTS[0]:
        yield html.Tbody([part for name in names for part in _row(name, view)], role="rowgroup")
        return
    for group, members in groupby(names, key=lambda name: INDICATORS[name].group):
        heading = html.Th(
            view.words.t(f"group.{group}.name"), colSpan=len(COLUMNS), scope="rowgroup",
            className="group-name", role="rowheader",
        )  # fmt: skip
        rows = [part for name in members for part in _row(name, view)]
        yield html.Tbody([html.Tr(heading, role="row"), *rows], role="rowgroup")


def _row(name: str, view: PlaceView) -> list[Component]:
    telling, words = view.telling(name), view.words
    it, is_open = telling.it, view.standing.state.opened == name
    link = html.A(
        words.t(f"indicator.{name}.name"),
        href=f"{view.closed}#{name}" if is_open else view.opening(name),
        id=f"open-{name}",
        **{"data-stay": "", **aria(expanded=str(is_open).lower())},
    )
    cells = {
        "indicator": [link, _small(unit_label(it.shown.view.unit, words))],
        "own": figure_link(
            telling.figure(), it.shown.view, view.standing.year, view.place.code, words
        ),
        "strip": [drawn(dots_row(bare_dots(it), STRIP_PX)), *_lines(_to_median(telling))],
        "median": [telling.median or "–", *_lines(telling.distance())],
        "peers": [place_text(it.among_peers, words) or "–",
                  *_lines(percentile_text(it.among_peers, words), telling.span())],
        "all": [place_text(it.among_all, words) or "–",
                *_lines(percentile_text(it.among_all, words))],
        "line": drawn(year_line(it, LINE_PX)),
    }  # fmt: skip
    found = [
        html.Tr(
            [_cell(column, cell, view) for column, cell in cells.items()],
            id=name,
            role="row",
            className="opened" if is_open else None,
        )
    ]
    if is_open:
        content = html.Td(opened(view, name), colSpan=len(COLUMNS), role="cell")
        found.append(html.Tr(content, role="row", className="opening"))
    return found


def _to_median(telling: StandingWords) -> str:
    """What it would take; empty where nothing is to be said."""
    takes = telling.takes()
    return telling.words.t("peers.to_median", takes=takes) if takes else ""


def _cell(column: str, content: object, view: PlaceView) -> Component:
    how = {
        "className": f"column-{column}",
        "data-label": view.words.t(f"municipality.column.{column}"),
    }
    if column == COLUMNS[0]:
        return html.Th(content, scope="row", role="rowheader", **how)
    return html.Td(content, role="cell", **how)


def _lines(*texts: str) -> list[Component]:
    return [_small(text) for text in texts if text]


def _small(text: str) -> Component:
    return html.Span(text, className="small")
