"""Every check that the present data passed, in words, and what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import plain_table

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language


def check_table(checks: pd.DataFrame, words: Language, *, labelled_by: str) -> Component:
    """A row a check.

    Args:
        checks: As `data.asking.views.checks`.
        words: Language.
        labelled_by: Id of the heading that names the table.
    """
    rows = [
        [
            each[f"about_{words.code}"],
            [
                html.Span("✓ " if not each["rows_found"] else "✗ ", **aria(hidden="true")),
                words.n("data.checks.found", each["rows_found"]),
            ],
            html.Code(each["name"]),
        ]
        for each in checks.to_dict("records")
    ]
    columns = ("about", "result", "name")
    return plain_table(
        [words.t(f"data.checks.{name}") for name in columns], rows, labelled_by=labelled_by
    )
