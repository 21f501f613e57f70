"""How other competitions of the municipality went: in the same area, and in the same year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import COMPETITION_SLUGS, competition_path
from dashboard.frame.plain_table import plain_table
from dashboard.pages.competitions.state import CompetitionsState, write_state
from dashboard.pages.competitions.writing import count, money, percent, share
from data.asking.competitions import CompetitionFilter, competitions_of

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

MOST = 30
"""Rows of a table; the list has the rest."""

COLUMNS = ("year", "name", "applications", "funded", "success", "requested", "awarded",
           "share_euros")  # fmt: skip


def others_panel(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """Both tables, or that there are none; real ones stand beside a real one alone."""
    others = competitions_of(atlas.store, row["municipality"], demo=row["demo"])
    others = others[others["key"] != row["key"]]
    year = others[others["year"] == row["year"]]
    area = others[(others["area"] == row["area"]) & (others["year"] != row["year"])]
    asked, title = CompetitionFilter(row["municipality"]), words.t("competition.others.area")
    parts = _part("same-area", title, area, replace(asked, area=row["area"]), row, words)
    title = words.t("competition.others.year", year=row["year"])
    parts += _part("same-year", title, year, replace(asked, year=row["year"]), row, words)
    return parts or [html.P(words.t("competition.others.none"))]


def _part(
    name: str,
    title: str,
    table: pd.DataFrame,
    asked: CompetitionFilter,
    row: dict[str, Any],
    words: Language,
) -> list[Component]:
    """A table under its title, with a link to the list where that has more; none if it is empty."""
    if table.empty:
        return []
    parts = [html.H3(title, id=f"{name}-title"), _table(name, table[:MOST], words)]
    if len(table) > MOST:
        state = CompetitionsState(asked, "demo" if row["demo"] else "real")
        path = words.path(f"/{COMPETITION_SLUGS[words.code]}?{write_state(state)}")
        parts.append(html.P(html.A(words.t("competition.others.whole"), href=path)))
    return parts


def _table(name: str, table: pd.DataFrame, words: Language) -> Component:
    rows = [
        [
            str(row["year"]),
            html.A(row["competition"], href=competition_path(row["key"], words)),
            count(row["applications"], words),
            count(row["funded"], words),
            percent(share(row["funded"], row["applications"]), words),
            money(row["requested"], words),
            money(row["awarded"], words),
            percent(share(row["awarded"], row["requested"]), words),
        ]
        for row in table.to_dict("records")
    ]
    headings = [words.t(f"competitions.column.{column}") for column in COLUMNS]
    return plain_table(headings, rows, labelled_by=f"{name}-title", header=1)
