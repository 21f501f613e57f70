"""The reckoned numbers of a view as a table of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.document import AnalysisFile, AnalysisTable

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView


def reckoned_table(
    name: str, view: ResearchView, demo: str, words: Language, file: AnalysisFile | None = None
) -> AnalysisTable:
    """The numbers with their intervals and what they tell, as far as there are any.

    Args:
        name: Of the piece.
        view: What they are of.
        demo: Says that figures are invented; empty where none is.
        words: The language.
        file: The view's own file of them, where it has one.
    """
    columns = {
        "statistic": [each.label for each in view.statistics],
        "group": [each.group_name for each in view.statistics],
        "value": [each.text for each in view.statistics],
        "interval": [each.interval for each in view.statistics],
    }
    filled = {key: texts for key, texts in columns.items() if any(texts)}
    head = tuple(words.t(f"analysis.column.{key}") for key in filled)
    rows = tuple(zip(*filled.values(), strict=True))
    title = words.t("analysis.statistics", title=view.title)
    made = file or AnalysisFile(
        f"{name}-statistics",
        title,
        lambda: pd.DataFrame(rows, columns=[*head]),
        lambda: _plain(view),
        view.source,
    )
    return AnalysisTable(AnalysisFile(made.id, title, made.readable, made.plain, made.source),
                         head, rows, demo)  # fmt: skip


def _plain(view: ResearchView) -> pd.DataFrame:
    rows = [(each.id, each.group, each.value) for each in view.statistics]
    return pd.DataFrame(rows, columns=["statistic", "group", "value"])
