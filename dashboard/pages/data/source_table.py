"""The sources of the atlas as a table: whose, how fresh, of which years, with which limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas.api.types import is_list_like

from dashboard.frame import html
from dashboard.frame.plain_table import day, plain_table
from dashboard.frame.shell import demo_badge
from dashboard.language.years import spans

if TYPE_CHECKING:
    from datetime import date

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def source_table(atlas: Atlas, words: Language, *, today: date, labelled_by: str) -> Component:
    """A row a source, real ones first; how old each is, is reckoned to `today`."""
    columns = ("title", "publisher", "licence", "retrieved", "years", "note")
    return plain_table(
        [words.t(f"data.source.{name}") for name in columns],
        [_cells(row, words, today) for row in atlas.sources().to_dict("records")],
        labelled_by=labelled_by,
    )


def _cells(row: dict[Any, Any], words: Language, today: date) -> list[Any]:
    real = html.Span(words.t("real.badge"), className="real-badge")
    return [
        [html.P(row[f"title_{words.code}"]), demo_badge(words) if row["kind"] == "demo" else real],
        row["publisher"] if pd.isna(row["url"]) else html.A(row["publisher"], href=row["url"]),
        row[f"licence_{words.code}"],
        [day(row["retrieved"]), " ", html.Small(age(row["retrieved"].date(), today, words))],
        spans(row["years"], words)
        if is_list_like(row["years"])
        else words.t("data.source.timeless"),
        row[f"note_{words.code}"],
    ]


def age(retrieved: date, today: date, words: Language) -> str:
    """How long ago; a day that is yet to come, by a clock that is wrong, counts as today."""
    days = max((today - retrieved).days, 0)
    return words.n("data.source.age", days) if days else words.t("data.source.today")
