"""Flows and recipients as tables: those of the page, and those to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.places import recipient_path
from dashboard.frame.plain_table import plain_table
from dashboard.pages.flows.pictures import recipient_name, recipient_rows
from data.asking.flows import PRIVATE
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.pages.flows.view import FlowView

TABLES = ("flows", "treemap")
"""What there are tables of: flows, and all recipients."""

PARTS = {"flows": ("recipient_kind", "area", "mode"), "treemap": ("recipient_kind",)}
"""Columns of codes."""


def flow_table(view: FlowView, labelled_by: str) -> Component:
    """All that the Sankey shows, and what it leaves out, a row a flow."""
    words, labels = view.words, {name: view.labels(name) for name in PARTS["flows"]}
    heads = [*PARTS["flows"], "amount", "share", "recipients"]
    rows = [
        [
            *(labels[name][row[name]] for name in labels),
            words.money(row["executed"]),
            view.share(row["executed"]),
            words.number(row["recipients"]),
        ]
        for row in view.flowing.to_dict("records")
    ]
    return plain_table(_heads(heads, view), rows, labelled_by=labelled_by)


def recipient_table(view: FlowView, labelled_by: str) -> Component:
    """The recipients of the treemap, those that are gathered in one row."""
    words, kinds = view.words, view.labels("recipient_kind")
    own, others = recipient_rows(view)
    rows: list[list[Any]] = [
        [
            _recipient(row, view),
            kinds[row["recipient_kind"]],
            words.money(row["executed"]),
            view.share(row["executed"]),
        ]
        for row in own.to_dict("records")
    ]
    if len(others):
        rest = others["executed"].sum()
        name = words.n("flows.others", len(others))
        rows.append([name, "–", words.money(rest), view.share(rest)])
    heads = ["recipient", "recipient_kind", "amount", "share"]
    return plain_table(_heads(heads, view), rows, labelled_by=labelled_by)


def _recipient(row: dict[Hashable, Any], view: FlowView) -> Component | str:
    name = recipient_name(row["entity"], row["name"], view)
    if row["entity"] == PRIVATE:
        return name
    return html.A(name, href=recipient_path(row["entity"], view.words))


def _heads(names: list[str], view: FlowView) -> list[str]:
    return [view.words.t(f"flows.column.{name}") for name in names]


def file_table(what: str, view: FlowView, *, plain: bool) -> pd.DataFrame:
    """A table to take away.

    Args:
        what: One of `TABLES`.
        view: What the page shows.
        plain: For programs: lasting English names of columns, codes, sources in each row.
    """
    frame = (view.flowing if what == "flows" else view.receiving).copy()
    if what == "treemap":
        private = frame["entity"] == PRIVATE
        frame.loc[private, "name"] = view.words.t("person.private")
    shares = (100 * frame["executed"] / view.total).round(6)
    frame.insert(list(frame).index("executed") + 1, "share", shares)
    place, words = view.place, view.words
    if plain:
        frame = frame.rename(columns={"name": "recipient"})
        ahead = {"code": place.code, "municipality": words.name(place, "full"), "year": view.year}
        behind = {
            "demo": bool(view.now["demo"]),
            "provisional": bool(view.now["provisional"]),
            "source": view.now["source"],
            "licence": LICENCE,
            "data_version": view.atlas.store.version,
        }
        return _widened(frame, ahead, behind)
    for name in PARTS[what]:
        frame[name] = frame[name].map(view.labels(name))
    named = {"name": "recipient", "executed": "amount"}
    frame = frame.rename(columns=lambda name: words.t(f"flows.column.{named.get(name, name)}"))
    badge = words.t(f"{'demo' if view.now['demo'] else 'real'}.badge")
    ahead = {"code": place.code, "name": words.name(place, "full"), "year": view.year}
    behind = {"data": badge, "version": view.atlas.store.version}
    told = [{words.t(f"file.column.{key}"): value for key, value in each.items()}
            for each in (ahead, behind)]  # fmt: skip
    return _widened(frame, *told)


def _widened(frame: pd.DataFrame, ahead: dict[str, Any], behind: dict[str, Any]) -> pd.DataFrame:
    """With columns that are the same in every row, before and after its own."""
    for number, (name, value) in enumerate(ahead.items()):
        frame.insert(number, name, value)
    return frame.assign(**behind)
