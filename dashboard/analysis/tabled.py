"""Tables of the document from written rows, with their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.document import AnalysisFile, AnalysisTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def table_of(
    name: str,
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    plain: Callable[[], pd.DataFrame],
    *,
    source: str = "",
    demo: str = "",
) -> AnalysisTable:
    """A table of written texts.

    Args:
        name: Of its files.
        title: What it holds.
        head: Headings of columns.
        rows: A row each, the first cell names it.
        plain: Makes the same for programs.
        source: The line of what it rests on.
        demo: Says that figures are invented; empty where none is.
    """
    written = tuple(tuple(row) for row in rows)

    def readable() -> pd.DataFrame:
        return pd.DataFrame(written, columns=[*head])

    return AnalysisTable(
        AnalysisFile(name, title, readable, plain, source), tuple(head), written, demo
    )
