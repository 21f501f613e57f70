"""The statistics of all years as a table, for people and for programs."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from dashboard.research.inequality.telling import InequalityTelling

DIGITS = 6
"""Decimals of statistics in files."""


def readable_years(telling: InequalityTelling) -> pd.DataFrame:
    """A row a year: how many count, each statistic, the same of those that count in all years."""
    found, words, writes = telling.found, telling.words, telling.writes
    rows = []
    for row, year in enumerate(found.measured.years):
        told: dict[str, object] = {
            words.t("file.column.year"): year,
            words.t("research.inequality.statistic.n"): int(found.counts[row]),
        }
        told |= {writes.label(key): _number(values[row]) for key, values in found.values.items()}
        for key, values in found.same.items():
            label = words.t("research.inequality.column.same", label=writes.label(key))
            told[label] = _number(values[row])
        rows.append(told)
    return pd.DataFrame(rows)


def plain_years(telling: InequalityTelling) -> pd.DataFrame:
    """The same with lasting English names of columns, and of what it is."""
    found, subject = telling.found, telling.found.measured.subject
    rows = []
    for row, year in enumerate(found.measured.years):
        told: dict[str, object] = {
            "of": subject.of,
            "unit": subject.unit,
            "area": subject.area,
            "measure": subject.measure,
            "since": found.measured.since,
            "places": telling.bench.state.places,
            "figures": telling.bench.state.figures,
            "year": year,
            "n": int(found.counts[row]),
        }
        told |= {_column(*key): _number(values[row]) for key, values in found.values.items()}
        told["same_n"] = int(found.common.sum()) if found.enough[row] else None
        for key, values in found.same.items():
            told[f"same_{_column(*key)}"] = _number(values[row])
        told["licence"] = LICENCE
        told["data_version"] = telling.bench.atlas.store.version
        rows.append(told)
    return pd.DataFrame(rows).astype({"since": "Int64", "same_n": "Int64"})


def _column(name: str, by: str) -> str:
    return f"{name}_{by}" if by else name


def _number(value: float) -> float | None:
    return None if isnan(value) else round(value, DIGITS)
