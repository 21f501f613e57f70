"""Tables that municipalities published: what they come to, and by which rules they were read.

Who looks a figure up in the original finds it here with the reason where it was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from data.asking import views
from data.forms.definition.read import load_form

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

LISTS = {"kind": "recipient_kind", "area": "policy_area", "financing": "financing"}
"""The code lists of the columns that rules give values to."""


def published_tables(atlas: Atlas, words: Language) -> list[Component]:
    """A part a source: its totals, the rules and what each decided, and whose kind is not known."""
    totals = views.published_totals(atlas.store)
    if totals.empty:
        return [html.P(words.t("data.published.none"))]
    titles = atlas.sources().set_index("source")[f"title_{words.code}"]
    parts: list[Component] = [html.P(words.t("data.published.explained"))]
    for source in totals["source"].unique():
        parts += [
            html.H3(titles[source], id=f"published-{source}"),
            _totals(totals[totals["source"] == source], source, words),
            *_left_out(atlas, source, words),
            *_rules(atlas, source, words),
            *_undecided(atlas, source, words),
        ]
    return parts


def _totals(totals: pd.DataFrame, source: str, words: Language) -> Component:
    columns = ("year", "sheet", "amount", "left_out", "taken")
    rows = [
        [
            str(row["year"]),
            words.t(f"data.published.sheet.{row['sheet']}"),
            *(_euros(row[name], words) for name in columns[2:]),
        ]
        for row in totals.to_dict("records")
    ]
    return plain_table(
        [words.t(f"data.published.{name}") for name in columns],
        rows,
        labelled_by=f"published-{source}",
    )


def _left_out(atlas: Atlas, source: str, words: Language) -> list[Component]:
    found = views.left_out(atlas.store)
    found = found[found["source"] == source]
    if found.empty:
        return []
    items = [
        words.t(
            "data.published.reason",
            why=row[f"why_{words.code}"],
            rows=words.n("data.published.rows", int(row["rows"])),
            amount=_euros(row["amount"], words),
        )
        for row in found.to_dict("records")
    ]
    return [html.P(words.t("data.published.left")), html.Ul([html.Li(item) for item in items])]


def _rules(atlas: Atlas, source: str, words: Language) -> list[Component]:
    rules = views.applied_rules(atlas.store)
    rules = rules[(rules["source"] == source) & rules["column"].isin(list(LISTS))]
    if rules.empty:
        return []
    columns = ("conditions", "value", "why", "recipients", "amount")
    heading = html.H4(words.t("data.published.rules"), id=f"rules-{source}")
    rows = [_rule(row, atlas, words) for row in rules.to_dict("records")]
    table = plain_table(
        [words.t(f"data.published.{name}") for name in columns],
        rows,
        labelled_by=heading.id,
        header=1,
    )
    return [heading, html.P(words.t("data.published.rules_explained")), table]


def _rule(row: dict[Any, Any], atlas: Atlas, words: Language) -> list[Any]:
    column, why = row["column"], row[f"why_{words.code}"]
    form = load_form().sheet("allocations").column(column)
    name = form.title_lt if words.code == "lt" else form.title_en
    label = atlas.labels(LISTS[column], words)[row["value"]]
    return [
        html.Code(row["conditions"]),
        f"{name}: {label}",
        "" if pd.isna(why) else why,
        words.number(row["recipients"]),
        _euros(row["amount"], words),
    ]


def _undecided(atlas: Atlas, source: str, words: Language) -> list[Component]:
    found = views.undecided(atlas.store)
    found = found[found["source"] == source]
    if found.empty:
        return []
    named = [
        f"{row['name']} ({row['code']}): {_euros(row['amount'], words)}"
        for row in found.to_dict("records")
    ]
    return [
        html.H4(words.t("data.published.undecided")),
        html.P(words.t("data.published.undecided_explained")),
        html.Ul([html.Li(text) for text in named]),
    ]


def _euros(value: float, words: Language) -> str:
    return words.euros(words.number(value, 2))
