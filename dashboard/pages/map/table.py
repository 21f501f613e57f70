"""The same numbers as a plain table, by alphabet or sorted by one of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import place_link
from dashboard.indicators.state import COLUMNS
from dashboard.pages.map.controls import FORM
from dashboard.pages.map.links import place_query
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

LARGEST_FIRST = ("value", "change")
"""Columns that are asked for their largest first, so a minus stands for the other way."""


def table(shown: Shown, words: Language) -> Component:
    """The table of a year; a script changes what its cells say for another, and their order."""
    county = {item.code: words.name(item) for item in counties()}
    caption = words.t(
        "table.caption", title=shown.view["subject"], year=shown.year, unit=shown.view["unit"]
    )
    places, query = municipalities(), place_query(shown.state, shown.view["newest"])
    rows = [
        html.Tr(
            [
                html.Th(place_link(places[index], words, query=query), scope="row"),
                html.Td(county[places[index].county], className="county"),
                html.Td(_value(shown, index), className="value", title=_reason(shown, index)),
                html.Td(shown.of("rank")[index] or "", className="rank"),
                html.Td(shown.of("change")[index], className="change"),
            ],
            className="selected" if places[index].code in shown.state.select else None,
        )
        for index in table_order(shown)
    ]
    head = [_heading(name, shown.state.sort, words) for name in COLUMNS]
    whole = html.Table([html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(whole, className="table-scroll", tabIndex=0)


def _heading(name: str, sort: str, words: Language) -> Component:
    """A heading that sorts by its column, and the other way round where it does already.

    Without scripts it sends the form of the controls.
    """
    by, back = sort.removeprefix("-"), sort.startswith("-")
    rising = back if name in LARGEST_FIRST else not back
    state = aria(sort="ascending" if rising else "descending") if name == by else {}
    button = html.Button(
        words.t(f"table.{name}"),
        type="submit",
        form=FORM,
        name="sort",
        value=f"-{name}" if sort == name else name,
        formAction="#table",
        className="sort",
    )
    return html.Th(button, scope="col", className=name, **state)


def table_order(shown: Shown) -> list[int]:
    """Numbers of the municipalities in the order of the table; those without a figure last."""
    by, places = shown.state.sort.removeprefix("-"), municipalities()
    keys: list[Any] = {
        "name": [*range(len(places))],
        "county": [place.county for place in places],
        "value": _figures(shown),
        "rank": [rank or None for rank in shown.of("rank")],
        "change": _changes(shown),
    }[by]
    falling = (by in LARGEST_FIRST) != shown.state.sort.startswith("-")
    known = [index for index, key in enumerate(keys) if key is not None]
    known.sort(key=lambda index: keys[index], reverse=falling)
    return known + [index for index, key in enumerate(keys) if key is None]


def _figures(shown: Shown) -> list[float | None]:
    pairs = zip(shown.of("value"), shown.of("rank"), strict=True)
    return [value if rank else None for value, rank in pairs]


def _changes(shown: Shown) -> list[float | None]:
    """Changes as they are told: of money as a share of the year before."""
    if not shown.row:
        return [None] * len(municipalities())
    before, relative = shown.view["value"][shown.row - 1], shown.view["relative"]
    rows = zip(shown.of("value"), before, shown.of("change"), strict=True)
    return [
        ((now - then) / then if relative else now - then) if told else None
        for now, then, told in rows
    ]


def _reason(shown: Shown, index: int) -> str | None:
    """Why there is no figure, where its source tells, and what is remarked on it."""
    remarks = (it for it in shown.view["remarks"] if it["place"] == index)
    said = [it["line"] for it in remarks if it["year"] in (None, shown.year)]
    return "\n".join(filter(None, [shown.of("why").get(str(index)), *said])) or None


def _value(shown: Shown, index: int) -> str:
    label = shown.label(index)
    return " ".join(filter(None, [shown.of("text")[index], label and f"({label})"]))
