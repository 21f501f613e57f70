"""The list: a row a competition, headings that sort it, and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import competition_path
from dashboard.frame.plain_table import day, plain_table
from dashboard.pages.competitions.view import EACH, UNKNOWN, known, places
from dashboard.pages.competitions.writing import count, money, percent

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView

COLUMNS = (
    "name", "municipality", "year", "area", "announced", "budget", "applications", "funded",
    "success", "requested", "awarded",
)  # fmt: skip
FALLING = ("year", "announced", "budget", "applications", "funded", "success", "requested",
           "awarded")  # fmt: skip
"""Of these the largest come first."""

BESIDE = 2
"""Pages before and after the one shown that are linked by number."""


def listing(view: CompetitionsView) -> list[Component]:
    """A page of the list, with links to the others."""
    words = view.words
    rows = view.rows(EACH, EACH * (view.page - 1)).to_dict("records")
    table = plain_table(
        [words.t(f"competitions.column.{name}") for name in COLUMNS],
        [_row(row, view) for row in rows],
        labelled_by="list-title",
        heads=[_heading(name, view) for name in COLUMNS],
        sorts={name: _direction(name, view) for name in COLUMNS},
    )
    return [html.Div(table, className="competitions-list"), *_pager(view)]


def _row(row: dict[Any, Any], view: CompetitionsView) -> list[Any]:
    words = view.words
    success = None if not known(row["success"]) else 100 * row["success"]
    return [
        html.A(row["competition"], href=competition_path(row["key"], words)),
        words.name(places()[row["municipality"]]),
        str(row["year"]),
        view.areas[row["area"]],
        day(row["announced"]) if known(row["announced"]) else UNKNOWN,
        money(row["budget"], words),
        count(row["applications"], words),
        count(row["funded"], words),
        percent(success, words),
        money(row["requested"], words),
        money(row["awarded"], words),
    ]


def _direction(name: str, view: CompetitionsView) -> str:
    sort = view.state.sort
    if sort.removeprefix("-") != name:
        return "none"
    return "descending" if sort.startswith("-") else "ascending"


def _heading(name: str, view: CompetitionsView) -> Component:
    first, second = (f"-{name}", name) if name in FALLING else (name, f"-{name}")
    following = second if view.state.sort == first else first
    sign = {"ascending": " ↑", "descending": " ↓", "none": ""}[_direction(name, view)]
    return html.A(
        [view.words.t(f"competitions.column.{name}"), html.Span(sign, **aria(hidden="true"))],
        id=f"sort-{name}",
        href=view.path(sort=following),
        **{"data-stay": ""},
    )


def _pager(view: CompetitionsView) -> list[Component]:
    """Links to the first and last pages and to those around the one shown."""
    words, now, last = view.words, view.page, view.pages
    if last == 1:
        return []
    numbers = sorted({1, last, *range(max(1, now - BESIDE), min(last, now + BESIDE) + 1)})
    items: list[Component] = []
    if now > 1:
        items.append(_to(now - 1, words.t("competitions.page.previous"), view, rel="prev"))
    for at, number in enumerate(numbers):
        if at and number - numbers[at - 1] > 1:
            items.append(html.Span("…"))
        items.append(_to(number, words.number(number), view))
    if now < last:
        items.append(_to(now + 1, words.t("competitions.page.next"), view, rel="next"))
    label = aria(label=words.t("competitions.page.pages"))
    return [html.Nav(html.Ul([html.Li(item) for item in items]), className="pager", **label)]


def _to(number: int, text: str, view: CompetitionsView, **more: str) -> Component:
    current = {} if more or number != view.page else aria(current="true")
    named = {} if more else {"id": f"page-{number}"}
    path = view.path(page=number)
    return html.A(text, href=path, **named, **more, **current, **{"data-stay": ""})
