"""The table of years: what the money of the set came to in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.cells import data_columns
from dashboard.research.split.part_cells import named, plain
from dashboard.research.split.writing import SplitWriter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def readable_years(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For people: what the set's money came to in each year, and of how many municipalities."""
    words, writer = bench.words, SplitWriter(bench.words)
    amounts, shares = _of_years(figures)
    return pd.DataFrame(
        [
            {
                words.t("file.column.year"): year,
                words.t("research.split.column.count"): int(figures.taken[row].sum()),
                **named(writer, "euros", amounts[:, row], 0),
                **named(writer, "shares", 100 * shares[:, row], 2),
            }
            for row, year in enumerate(figures.years)
        ]
    )


def plain_years(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For programs: the same in euros and shares of one."""
    amounts, shares = _of_years(figures)
    invented = np.any([part.marks["demo"] for part in figures.parts], axis=0) & figures.taken
    return pd.DataFrame(
        [
            {
                "year": year,
                "area": bench.state.subject.area,
                "municipalities": int(figures.taken[row].sum()),
                **plain(amounts[:, row], "eur", 2),
                **plain(shares[:, row], "share", 8),
                "demo": bool(invented[row].any()),
                **data_columns(bench),
            }
            for row, year in enumerate(figures.years)
        ]
    )


def _of_years(figures: SplitFigures) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Parts × years: euros and shares of those of the set that count; NaN where none does."""
    some = figures.taken.any(axis=1)
    amounts = np.where(figures.taken, figures.amounts, 0.0).sum(axis=2)
    return np.where(some, amounts, np.nan), figures.together(figures.taken)
