"""The table of differences: a row a municipality, both figures and what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.cells import place_cells, rounded, taken_cells
from dashboard.research.tables import plain_figures
from dashboard.research.writing import name_of
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing

OF_EACH = (
    "of", "unit", "area", "year", "value", "estimated", "corrected", "provisional",
    "small_denominator", "demo", "source", "retrieved",
)  # fmt: skip
"""Columns of the table of figures that are told of both."""


def readable_difference(bench: Bench, found: Differing) -> pd.DataFrame:
    """For people: headings, names and reasons in the language."""
    words = bench.words
    sides = [str(year) for year in found.years]
    if not found.of_years:
        sides = [name_of(one.subject, words) for one, _ in found.told]
    rows = []
    for at in np.flatnonzero(found.members).tolist():
        before, after, value = _numbers(found, at)
        rows.append(
            {
                **place_cells(municipalities()[at], words),
                sides[0]: before,
                sides[1]: after,
                words.t("research.view.difference"): value,
                **taken_cells(str(found.reasons[at]), words, invented=_invented(found, at)),
            }
        )
    return pd.DataFrame(rows)


def plain_difference(bench: Bench, found: Differing) -> pd.DataFrame:
    """For programs: codes, and of both figures what the table of figures tells of each."""
    first, second = (plain_figures(bench, [each]) for each in found.told)
    members = np.flatnonzero(found.members).tolist()
    table = first[["code", "name", "county", "group"]].copy()
    for name, frame in (("first", first), ("second", second)):
        for column in OF_EACH:
            table[f"{name}_{column}"] = frame[column]
    table["difference"] = [_numbers(found, at)[2] for at in members]
    table["reason"] = [str(found.reasons[at]) for at in members]
    table["taken"] = table["reason"] == ""
    return table.assign(licence=first["licence"], data_version=first["data_version"])


def _invented(found: Differing, at: int) -> bool:
    """Whether any of both figures is invented."""
    return any(one.marks["demo"][row, at] for one, row in found.told)


def _numbers(found: Differing, at: int) -> list[float | None]:
    values = [*found.ends[:, at].tolist(), float(found.values[at])]
    return [rounded(value) for value in values]
