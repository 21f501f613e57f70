"""Success over the years: of the applications and of the euros asked for, how much was granted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.series import ChartOptions, TrendLine, TrendPicture
from dashboard.charts.trend import draw_trend
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import plain_table
from dashboard.frame.rendering import drawn
from dashboard.indicators.series import axis_figure
from dashboard.pages.competitions.writing import count, money, percent, share
from data.catalog import YEARS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView

SIZE = (520, 220)
"""Of the picture in the page, px."""


def shares(view: CompetitionsView) -> dict[str, tuple[float | None, ...]]:
    """Per cent of every year that municipalities report on, of applications and of euros."""
    rows = {row["year"]: row for row in view.years}
    pairs = {"applications": ("funded_of", "applications"), "euros": ("awarded_of", "requested")}
    return {
        name: tuple(
            share(rows[year][part], rows[year][whole]) if year in rows else None for year in YEARS
        )
        for name, (part, whole) in pairs.items()
    }


def success_picture(view: CompetitionsView, caption: Caption = UNCAPTIONED) -> TrendPicture:
    """Two lines: the thick one of applications, the thin one of euros."""
    words, found = view.words, shares(view)
    applications = TrendLine("", words.t("competitions.success.applications"),
                             found["applications"])  # fmt: skip
    euros = TrendLine("euros", words.t("competitions.success.euros"), found["euros"], SELECTED[0])
    return TrendPicture(YEARS, applications, (euros,), caption=caption)


def draw_success(picture: TrendPicture, options: ChartOptions, view: CompetitionsView) -> str:
    """The lines, bare or as a file of its own."""
    return draw_trend(picture, options, partial(axis_figure, words=view.words))


def success_panel(view: CompetitionsView) -> list[Component]:
    """Picture and table side by side."""
    words = view.words
    options = ChartOptions(*SIZE, bare=True)
    keys = [
        html.Span([html.Span(className=f"line-key {name}", **aria(hidden="true")), text])
        for name, text in (
            ("thick", words.t("competitions.success.applications")),
            ("thin", words.t("competitions.success.euros")),
        )
    ]
    picture = html.Figure(
        [
            html.Figcaption([*keys, words.t("competitions.success.unit")], className="line-keys"),
            drawn(draw_success(success_picture(view), options, view)),
        ]
    )
    return [html.Div([picture, _table(view)], className="success")]


def _table(view: CompetitionsView) -> Component:
    words = view.words
    columns = ("year", "competitions", "applications", "funded", "share", "requested", "awarded",
               "share_euros")  # fmt: skip
    rows = [
        [
            str(row["year"]),
            words.number(row["competitions"]),
            count(row["applications"], words),
            count(row["funded"], words),
            percent(share(row["funded_of"], row["applications"]), words),
            money(row["requested"], words),
            money(row["awarded"], words),
            percent(share(row["awarded_of"], row["requested"]), words),
        ]
        for row in view.years
    ]
    headings = [words.t(f"competitions.column.{name}") for name in columns]
    return plain_table(headings, rows[::-1], labelled_by="success-title")
