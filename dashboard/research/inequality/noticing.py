"""What the year that is looked at tells of inequality, in words: tenths, halves, parts."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.inequality.reckoning import NOTHING, PARTED_BY, is_parted
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.research.inequality.telling import InequalityTelling

FEWEST_TENTHS = 10
"""Of fewer municipalities nobody speaks of tenths."""


def findings_of(telling: InequalityTelling) -> tuple[str, ...]:
    """What else the year that is looked at tells."""
    found = telling.found
    if not found.keys or not found.values[found.keys[0]][telling.row] > NOTHING:
        return ()
    return (*_tenths(telling), *_half(telling), *_parts(telling))


def _tenths(telling: InequalityTelling) -> Iterator[str]:
    if telling.figures.size < FEWEST_TENTHS:
        return
    low, high = np.quantile(telling.figures, (0.1, 0.9)).tolist()
    key = telling.found.keys[0] if "gap" in telling.found.keys[0][0] else ("p90_p10", "")
    value = telling.found.values[key][telling.row]
    ending = key[0]
    if isnan(value):
        ending = "none" if high > 0 else "nought"
    yield telling.words.t(
        f"research.inequality.tenths.{ending}",
        year=telling.bench.year,
        low=telling.writes.writer.summary(low),
        high=telling.writes.writer.summary(high),
        value=telling.writes.figure(key, value),
    )


def _half(telling: InequalityTelling) -> Iterator[str]:
    if ("gini", "") in telling.found.keys and telling.figures.size >= FEWEST_TENTHS:
        shares = np.cumsum(np.sort(telling.figures)) / telling.figures.sum()
        ranks = np.arange(telling.figures.size + 1) / telling.figures.size
        half = 100 * float(np.interp(0.5, ranks, np.append(0.0, shares)))
        yield telling.words.t("research.inequality.half", share=telling.words.percent(half))


def _parts(telling: InequalityTelling) -> Iterator[str]:
    """How much of Theil's index lies between, and how much would by chance."""
    total = telling.found.values.get(("theil", ""), (0.0,) * (telling.row + 1))[telling.row]
    for by in PARTED_BY if total > 0 else ():
        if not is_parted(telling.found.measured, telling.row, by):
            continue
        counted = np.flatnonzero(telling.found.measured.taken[telling.row]).tolist()
        groups = len({getattr(municipalities()[at], by) for at in counted})
        between = telling.found.values["theil_between", by][telling.row]
        yield telling.words.t(
            f"research.inequality.between.{by}",
            share=telling.words.percent(100 * between / total, 0),
            chance=telling.words.percent(100 * (groups - 1) / (len(counted) - 1), 0),
        )
