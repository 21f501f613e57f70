"""The wide table: a row a municipality, a column a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.research.cells import place_cells, rounded
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.multiples.spanning import YearSpan


def readable_years(it: YearSpan) -> pd.DataFrame:
    """For people: names in the language and every figure that is shown."""
    words = it.bench.words
    rows = [
        {
            **place_cells(place, words),
            **{str(year): value for year, value in _by_year(it, at).items()},
        }
        for at, place in enumerate(municipalities())
        if it.measured.members[at]
    ]
    return pd.DataFrame(rows)


def _by_year(it: YearSpan, at: int) -> dict[int, float | None]:
    return {it.measured.years[row]: rounded(it.measured.values[row, at]) for row in it.rows}
