"""The same numbers as a plain table, in Lithuanian alphabetical order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown

COLUMNS = ("name", "county", "value", "rank", "change")


def table(shown: Shown, words: Language) -> Component:
    """The table of a year; a script changes what its cells say for another."""
    county = {item.code: words.name(item) for item in counties()}
    caption = words.t(
        "table.caption", title=shown.view["subject"], year=shown.year, unit=shown.view["unit"]
    )
    head = [html.Th(words.t(f"table.{name}"), scope="col", className=name) for name in COLUMNS]
    rows = [
        html.Tr(
            [
                html.Th(words.name(place), scope="row"),
                html.Td(county[place.county], className="county"),
                html.Td(_value(shown, index), className="value"),
                html.Td(shown.of("rank")[index] or "", className="rank"),
                html.Td(shown.of("change")[index], className="change"),
            ],
            className="selected" if place.code in shown.state.select else None,
        )
        for index, place in enumerate(municipalities())
    ]
    whole = html.Table([html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(whole, className="table-scroll", tabIndex=0)


def _value(shown: Shown, index: int) -> str:
    label = shown.label(index)
    return " ".join(filter(None, [shown.of("text")[index], label and f"({label})"]))
