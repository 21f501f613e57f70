"""A recipient's money: over the years, by municipality on a map, by area and award mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.charts import palette
from dashboard.charts.palette import SELECTED
from dashboard.charts.series import ChartOptions, TrendLine, TrendPicture
from dashboard.charts.small_map import draw_small_map
from dashboard.charts.trend import draw_trend
from dashboard.frame import html
from dashboard.frame.places import flows_path, place_link
from dashboard.frame.plain_table import plain_table
from dashboard.frame.rendering import drawn
from dashboard.pages.recipients.table import paid_text
from dashboard.pages.recipients.view import UNKNOWN, labels, places
from data.catalog import PRICE_YEAR, YEARS

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

CHART_PX = (720, 260)
CLASSES = 4
"""Of the map: as many as are told apart on a small one."""


def years(received: pd.DataFrame, words: Language) -> list[Component]:
    """Euros and constant prices, year by year, as lines and as a table."""
    table = yearly(received)
    rows = [
        [
            str(year),
            _paid(row, words),
            paid_text(row["constant"], words, provisional=bool(row["provisional"])),
            *([paid_text(row["awarded"], words)] if table["awarded"].notna().any() else []),
        ]
        for year, row in table.sort_index(ascending=False).iterrows()
    ]
    heads = ["year", "paid", "constant", *(["awarded"] if len(rows[0]) > 3 else [])]
    chart = [_chart(table, words)] if table["paid"].notna().sum() > 1 else []
    return [html.Div([*chart, _table(heads, rows, "years", words)], className="beside")]


def given(received: pd.DataFrame, words: Language) -> list[Component]:
    """Which municipality gave how much in which year, and what part of all that it paid that is."""
    table = _summed(received, "year", "municipality").reset_index()
    totals = received.groupby(["year", "municipality"])["total"].first()
    order = ["year", "paid", "awarded"]
    rows = []
    for row in table.sort_values(order, ascending=False, kind="stable").to_dict("records"):
        total = totals[row["year"], row["municipality"]]
        place = places()[row["municipality"]]
        share = 100 * row["paid"] / total
        flows = html.A(str(row["year"]), href=flows_path(place, words, row["year"]))
        rows.append(
            [
                place_link(place, words),
                flows,
                _paid(row, words),
                _percent(share, words),
                *([paid_text(row["awarded"], words)] if table["awarded"].notna().any() else []),
            ]
        )
    heads = ["municipality", "year", "paid", "share"]
    heads += ["awarded"] if table["awarded"].notna().any() else []
    return [html.Div([_map(received, words), _table(heads, rows, "given", words)],
                     className="beside")]  # fmt: skip


def areas(received: pd.DataFrame, atlas: Atlas, words: Language) -> list[Component]:
    """For what, and how it was awarded."""
    told = received[received["paid"].notna()].fillna({"area": "", "mode": ""})
    if told.empty:
        return []
    table = _summed(told, "area", "mode").reset_index().sort_values("paid", ascending=False)
    whole = table["paid"].sum()
    area, mode = labels("area", atlas, words), labels("mode", atlas, words)
    rows = [
        [
            area.get(row["area"], UNKNOWN),
            mode.get(row["mode"], UNKNOWN),
            _paid(row, words),
            _percent(100 * row["paid"] / whole if whole else np.nan, words),
        ]
        for row in table.to_dict("records")
    ]
    return [_table(["area", "mode", "paid", "part"], rows, "areas", words)]


def _summed(received: pd.DataFrame, *by: str) -> pd.DataFrame:
    """Sums by some columns; NaN where nothing of it is known."""
    money = [name for name in ("paid", "awarded", "constant") if name in received]
    groups = received.groupby([*by] if len(by) > 1 else by[0])
    return groups[money].sum(min_count=1).assign(provisional=groups["provisional"].any())


def _paid(row: Any, words: Language) -> str:
    return paid_text(row["paid"], words, provisional=bool(row["provisional"]))


def _percent(share: float, words: Language) -> str:
    """Per cent with as many digits as a small share needs."""
    if np.isnan(share):
        return UNKNOWN
    return words.percent(share, 1 if share >= 1 else 3)


def _table(heads: list[str], rows: list[list[Any]], name: str, words: Language) -> Component:
    said = [words.t(f"recipients.column.{head}", year=PRICE_YEAR) for head in heads]
    return html.Div(plain_table(said, rows, labelled_by=f"{name}-title"), className="money")


def yearly(received: pd.DataFrame) -> pd.DataFrame:
    """A row a year: paid, awarded, in constant prices."""
    return _summed(received.assign(constant=received["paid"] * received["price_factor"]), "year")


def paid_trend(table: pd.DataFrame, paid: str = "", constant: str = "") -> TrendPicture:
    """Two lines of `yearly`, named: as it was paid, and in prices of one year."""
    known = table.reindex(YEARS)

    def values(name: str) -> tuple[float | None, ...]:
        return tuple(None if np.isnan(each) else float(each) for each in known[name])

    hollow = tuple(bool(each) for each in known["provisional"].fillna(value=False))
    first = TrendLine("", paid, values("paid"), hollow=hollow)
    second = TrendLine("constant", constant, values("constant"), SELECTED[0], hollow=hollow)
    return TrendPicture(tuple(YEARS), first, (second,))


def _chart(table: pd.DataFrame, words: Language) -> Component:
    """The lines with what they mean."""
    drawing = draw_trend(paid_trend(table), ChartOptions(*CHART_PX, bare=True), words.money)
    keys = [
        html.Span([html.Span(className=f"line-key {look}"),
                   words.t(f"recipients.column.{name}", year=PRICE_YEAR)])
        for name, look in (("paid", ""), ("constant", "thin"))
    ]  # fmt: skip
    return html.Figure([drawn(drawing), html.Figcaption(keys, className="line-keys")])


def _map(received: pd.DataFrame, words: Language) -> Component:
    """The municipalities that gave something, the darker the more."""
    money = received.fillna({"paid": 0, "awarded": 0}).groupby("municipality")[["paid", "awarded"]]
    sums = money.sum().max(axis=1).sort_values()
    ranks = np.linspace(0, 1, len(sums), endpoint=False) if len(sums) > 1 else np.array([0.999])
    colours = palette.sequential(min(CLASSES, len(sums)))
    fills = {
        code: colours[int(rank * len(colours))]
        for code, rank in zip(sums.index, ranks, strict=True)
    }
    said = html.Figcaption(words.t("recipient.map"))
    return html.Figure([drawn(draw_small_map(fills, list(sums.index))), said], className="on-map")
