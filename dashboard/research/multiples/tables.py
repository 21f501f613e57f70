"""The wide table: a row a municipality, a column a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.research.multiples.spanning import YearSpan


def readable_years(it: YearSpan) -> pd.DataFrame:
    """For people: names in the language and every figure that is shown."""
    words = it.bench.words
    county = {each.code: words.name(each, "full") for each in counties()}
    rows = [
        {
            words.t("file.column.code"): place.code,
            words.t("file.column.name"): words.name(place, "full"),
            words.t("file.column.county"): county[place.county],
            **{str(year): value for year, value in _by_year(it, at).items()},
        }
        for at, place in enumerate(municipalities())
        if it.measured.members[at]
    ]
    return pd.DataFrame(rows)


def _by_year(it: YearSpan, at: int) -> dict[int, float | None]:
    values = {it.measured.years[row]: float(it.measured.values[row, at]) for row in it.rows}
    return {year: None if np.isnan(each) else round(each, 6) for year, each in values.items()}
