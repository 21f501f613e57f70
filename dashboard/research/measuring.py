"""Makes a measure of levels: a change, an index, a place, and what of it counts then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.measured import TAKEN
from dashboard.research.subjects import LEVEL, OF_TWO_YEARS
from data.statistics import measures

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.measured import Measured


def made_of(level: Measured, since: int | None) -> Measured:
    """The measure that the subject of levels names.

    Args:
        level: Figures, and what of them counts.
        since: The base year of measures of two years, one of those that there are.
    """
    measure = level.subject.measure
    if measure == LEVEL:
        return level
    if measure in OF_TWO_YEARS and since is not None:
        return _of_two_years(level, since)
    counted = np.where(level.reasons == TAKEN, level.values, np.nan)
    values = {
        "share": lambda: measures.share(level.values, ~np.isnan(counted)),
        "z": lambda: measures.z_scores(level.values, level.taken),
        "rank": lambda: measures.ranks(level.values, level.taken),
    }[measure]()
    undefined = np.isnan(values) & (level.reasons == TAKEN)
    return replace(level, values=values, reasons=np.where(undefined, "no_measure", level.reasons))


def _of_two_years(level: Measured, since: int) -> Measured:
    base, measure = level.years.index(since), level.subject.measure
    figures = {
        "change": lambda: measures.change(level.values, base),
        "growth": lambda: measures.growth(level.values, base),
        "yearly": lambda: measures.yearly(level.values, level.years, base),
        "index": lambda: measures.index(level.values, base),
    }[measure]()
    reasons = _joined(level.reasons, base, figures)
    marks = {name: flags | flags[base] for name, flags in level.marks.items()}
    return replace(level, values=figures, reasons=reasons, marks=marks, since=since)


def _joined(reasons: NDArray[np.str_], base: int, figures: NDArray[np.float64]) -> NDArray[np.str_]:
    """Why each measure of two years is left out: for either of them, or for a break between."""
    found = reasons.copy()
    for row in range(len(found)):
        first, last = sorted((row, base))
        broken = (reasons[first + 1 : last + 1] == "broken").any(axis=0)
        unbased = (reasons[base] != TAKEN) & (found[row] == TAKEN)
        found[row][unbased] = "no_base"
        found[row][broken & (found[row] != "missing")] = "broken"
    undefined = np.isnan(figures) & (found == TAKEN)
    found[undefined] = "no_measure"
    return found
