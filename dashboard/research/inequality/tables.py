"""The statistics of all years as a table, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.research.cells import data_columns, rounded, subject_columns

if TYPE_CHECKING:
    from dashboard.research.inequality.telling import InequalityTelling


def readable_years(telling: InequalityTelling) -> pd.DataFrame:
    """A row a year: how many count, each statistic, the same of those that count in all years."""
    found, words, writes = telling.found, telling.words, telling.writes
    rows = []
    for row, year in enumerate(found.measured.years):
        told: dict[str, object] = {
            words.t("file.column.year"): year,
            words.t("research.inequality.statistic.n"): int(found.counts[row]),
        }
        told |= {writes.label(key): rounded(values[row]) for key, values in found.values.items()}
        for key, values in found.same.items():
            label = words.t("research.inequality.column.same", label=writes.label(key))
            told[label] = rounded(values[row])
        rows.append(told)
    return pd.DataFrame(rows)


def plain_years(telling: InequalityTelling) -> pd.DataFrame:
    """The same with lasting English names of columns, and of what it is."""
    found, rows = telling.found, []
    for row, year in enumerate(found.measured.years):
        told: dict[str, object] = {
            **subject_columns(found.measured.subject),
            "since": found.measured.since,
            "places": telling.bench.state.places,
            "figures": telling.bench.state.figures,
            "year": year,
            "n": int(found.counts[row]),
        }
        told |= {_column(*key): rounded(values[row]) for key, values in found.values.items()}
        told["same_n"] = int(found.common.sum()) if found.enough[row] else None
        for key, values in found.same.items():
            told[f"same_{_column(*key)}"] = rounded(values[row])
        rows.append(told | data_columns(telling.bench))
    return pd.DataFrame(rows).astype({"since": "Int64", "same_n": "Int64"})


def _column(name: str, by: str) -> str:
    return f"{name}_{by}" if by else name
