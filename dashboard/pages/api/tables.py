"""Every table with its columns, closed until somebody looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from dashboard.resources.params import key_columns
from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource
    from data.tidy.described import TidyColumn

V1 = "/api/v1"


def tables(atlas: Atlas, words: Language) -> list[Component]:
    """Each with its address, what is chosen of it, its key and its columns."""
    found = [_table(resource, atlas, words) for resource in RESOURCES.values()]
    return [
        html.P(words.t("api.tables.explained", count=len(found))),
        html.Div(found, className="group"),
    ]


def more(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - one for all data
    """What is no table: a figure with its trace, and views of the map."""
    figure = f"{V1}/figure?indicator=total&municipality=13&year=2020&lang={words.code}"
    return [
        html.P([html.A(html.Code(f"{V1}/figure"), href=figure), ": ", words.t("api.figure.about")]),
        html.P([html.Code(f"{V1}/views/total"), ": ", words.t("api.views.about")]),
    ]


def _table(resource: Resource, atlas: Atlas, words: Language) -> Component:
    table, name = resource.table, f"table-{resource.id}"
    chosen = {choice.name: choice for choice in resource.choices}
    address = f"{V1}/{resource.id}"
    key = "".join(f"/{{{column}}}" for column in key_columns(resource))
    asked = [f"lang={words.code}"]
    asked += [
        f"{choice.name}={choice.known(atlas, {})[0]}"
        for choice in resource.choices
        if choice.required
    ]
    needed = [html.Code(name) for name, choice in chosen.items() if choice.required]
    free = [html.Code(name) for name, choice in chosen.items() if not choice.required]
    facts: list[tuple[str, list[Component]]] = [
        ("address", [html.A(html.Code(address), href=f"{address}?{'&'.join(asked)}")]),
        ("one", [html.Code(f"{address}{key}")]),
        ("needed", _parted(needed)),
        ("chosen", _parted(free)),
    ]
    return html.Details(
        [
            html.Summary(
                [
                    html.Code(resource.id),
                    " ",
                    html.Span(table.title[words.code], id=f"{name}-title"),
                ]
            ),
            html.P(table.about[words.code]),
            html.Dl(
                [
                    html.Div([html.Dt(words.t(f"api.table.{fact}")), html.Dd(told)])
                    for fact, told in facts
                    if told
                ],
                className="facts",
            ),
            plain_table(
                [words.t(f"api.column.{part}") for part in ("name", "type", "about")],
                [_column(column, words) for column in table.columns.values()],
                labelled_by=f"{name}-title",
            ),
        ],
        id=name,
    )


def _parted(names: list[Component]) -> list[Component]:
    return [part for name in names for part in (name, " ")]


def _column(column: TidyColumn, words: Language) -> list[Component | str | list[Component]]:
    kind = " ".join(filter(None, [words.t(f"api.type.{column.type}"), column.unit]))
    about: list[Component] = [column.about[words.code]]
    if column.refers_to in RESOURCES:
        about += [" → ", html.A(column.refers_to, href=f"#table-{column.refers_to}")]
    if column.codes:
        codes = f"{V1}/codes?list={column.codes}&lang={words.code}"
        about += [" → ", html.A(column.codes, href=codes)]
    return [html.Code(column.name), kind, about]
