"""The reckoned numbers of a view as a table of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.document import AnalysisFile, AnalysisTable

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView, Statistic

    Written = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def reckoned_table(
    name: str, view: ResearchView, demo: str, words: Language, file: AnalysisFile | None = None
) -> AnalysisTable:
    """The numbers, with their intervals as far as there are any.

    Args:
        name: Of the piece.
        view: What they are of.
        demo: Says that figures are invented; empty where none is.
        words: The language.
        file: The view's own file of them, where it has one.
    """
    parts = {
        each.group: each.group_name or words.t("analysis.together") for each in view.statistics
    }
    across = _across if _same_in_all(view, [*parts]) else _down
    head, rows = across(view.statistics, parts, words)
    title = words.t("analysis.statistics", title=view.title)
    made = file or AnalysisFile(
        f"{name}-statistics",
        title,
        lambda: pd.DataFrame(rows, columns=[*head]),
        lambda: _plain(view),
        view.source,
    )
    file = AnalysisFile(made.id, title, made.readable, made.plain, made.source)
    return AnalysisTable(file, head, rows, demo)


def _same_in_all(view: ResearchView, parts: list[str]) -> bool:
    """Whether all parts have the same numbers, so that a row may be a part."""
    numbers = [[each.id for each in view.statistics if each.group == part] for part in parts]
    bare = not any(each.interval for each in view.statistics)
    return bare and len(parts) > 1 and all(each == numbers[0] for each in numbers)


def _across(statistics: tuple[Statistic, ...], parts: dict[str, str], words: Language) -> Written:
    """A row a part, a column a number."""
    labels = dict.fromkeys(each.label for each in statistics)
    rows = tuple(
        (name, *(each.text for each in statistics if each.group == part))
        for part, name in parts.items()
    )
    return (words.t("analysis.column.group"), *labels), rows


def _down(statistics: tuple[Statistic, ...], parts: dict[str, str], words: Language) -> Written:
    """A row a number, with its part and interval where there are any."""
    named = any(each.group_name for each in statistics)
    columns = {
        "statistic": [each.label for each in statistics],
        "group": [parts[each.group] for each in statistics] if named else [],
        "value": [each.text for each in statistics],
        "interval": [each.interval for each in statistics],
    }
    filled = {key: texts for key, texts in columns.items() if any(texts)}
    head = tuple(words.t(f"analysis.column.{key}") for key in filled)
    return head, tuple(zip(*filled.values(), strict=True))


def _plain(view: ResearchView) -> pd.DataFrame:
    rows = [(each.id, each.group, each.value) for each in view.statistics]
    return pd.DataFrame(rows, columns=["statistic", "group", "value"])
