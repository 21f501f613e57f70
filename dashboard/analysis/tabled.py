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
    written: tuple[Sequence[str], Sequence[Sequence[str]]],
    plain: Callable[[], pd.DataFrame],
    *,
    source: str = "",
    demo: str = "",
) -> AnalysisTable:
    """A table of written texts.

    Args:
        name: Of its files.
        title: What it holds.
        written: Headings of columns, and the rows: the first cell of each names it.
        plain: Makes the same for programs.
        source: The line of what it rests on.
        demo: Says that figures are invented; empty where none is.
    """
    head, rows = tuple(written[0]), tuple(tuple(row) for row in written[1])

    def readable() -> pd.DataFrame:
        return pd.DataFrame(rows, columns=[*head])

    return AnalysisTable(AnalysisFile(name, title, readable, plain, source), head, rows, demo)
