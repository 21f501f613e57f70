"""What was corrected by hand: where, what stood there, what stands there now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from dashboard.frame.shell import demo_badge
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language


def correction_table(corrections: pd.DataFrame, words: Language, *, labelled_by: str) -> Component:
    """A row a correction and municipality-year.

    Args:
        corrections: As `data.asking.views.corrections`.
        words: Language.
        labelled_by: Id of the heading that names the table.
    """
    columns = ("place", "column", "before", "after", "reason")
    return plain_table(
        [words.t(f"data.corrections.{name}") for name in columns],
        [_cells(row, words) for row in corrections.to_dict("records")],
        labelled_by=labelled_by,
    )


def _cells(row: dict[Any, Any], words: Language) -> list[Any]:
    names = {place.code: words.name(place) for place in municipalities()}
    known = not pd.isna(row["municipality"])
    place = f"{names[row['municipality']]}, {row['year']:.0f}" if known else row["key"]
    badge = [demo_badge(words)] if row["kind"] == "demo" else []
    return [
        [html.P(place), *badge],
        html.Code(f"{row['table']}.{row['column']}"),
        *("–" if pd.isna(row[name]) else row[name] for name in ("before", "after")),
        row["reason"],
    ]
