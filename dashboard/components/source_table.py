"""The sources of the atlas as a table: whose, under which licence, of when, with which limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

from dashboard.components.plain_table import day, plain_table
from dashboard.components.shell import demo_badge

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language


def source_table(atlas: Atlas, words: Language, *, labelled_by: str) -> Component:
    """A row a source, real ones first."""
    columns = ("title", "publisher", "licence", "retrieved", "note")
    return plain_table(
        [words.t(f"data.source.{name}") for name in columns],
        [_cells(row, words) for row in atlas.sources().to_dict("records")],
        labelled_by=labelled_by,
    )


def _cells(row: dict[Any, Any], words: Language) -> list[Any]:
    real = html.Span(words.t("real.badge"), className="real-badge")
    return [
        [html.P(row[f"title_{words.code}"]), demo_badge(words) if row["kind"] == "demo" else real],
        row["publisher"] if pd.isna(row["url"]) else html.A(row["publisher"], href=row["url"]),
        row[f"licence_{words.code}"],
        day(row["retrieved"]),
        row[f"note_{words.code}"],
    ]
