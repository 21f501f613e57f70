"""How other competitions of the municipality went: in the same area, and in the same year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import competition_path
from dashboard.frame.plain_table import plain_table
from dashboard.pages.competitions.writing import count, money, percent, share
from data.asking.competitions import competitions_of

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

COLUMNS = ("year", "name", "applications", "funded", "success", "requested", "awarded",
           "share_euros")  # fmt: skip


def others_panel(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """Both tables, or that there are none; real ones stand beside a real one alone."""
    others = competitions_of(atlas.store, row["municipality"], demo=row["demo"])
    others = others[others["key"] != row["key"]]
    same_area = others[(others["area"] == row["area"]) & (others["year"] != row["year"])]
    same_year = others[others["year"] == row["year"]]
    titles = {
        "same-area": words.t("competition.others.area"),
        "same-year": words.t("competition.others.year", year=row["year"]),
    }
    tables = {"same-area": same_area, "same-year": same_year}
    parts: list[Component] = []
    for name, table in tables.items():
        if not table.empty:
            parts += [html.H3(titles[name], id=f"{name}-title"), _table(name, table, words)]
    return parts or [html.P(words.t("competition.others.none"))]


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
