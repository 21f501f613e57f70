"""The table of figures that every view has: a row a municipality, a column each that is studied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.sources import source_ids
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

SAID = ("estimated", "corrected", "provisional", "small")
FLAGS = {"small": "small_denominator"}


def readable_figures(bench: Bench, told: Sequence[tuple[Measured, int]]) -> pd.DataFrame:
    """For people: a row a municipality of the set and year, long, with words instead of codes.

    Args:
        bench: The bench.
        told: What is told of, each with the number of a year.
    """
    words = bench.words
    county = {item.code: words.name(item, "full") for item in counties()}
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    rows = []
    for one, row in told:
        writer = bench.writer(one)
        for at in np.flatnonzero(one.members).tolist():
            place, reason = municipalities()[at], str(one.reasons[row, at])
            rows.append(
                {
                    words.t("file.column.code"): place.code,
                    words.t("file.column.name"): words.name(place, "full"),
                    words.t("file.column.county"): county[place.county],
                    words.t("file.column.year"): one.years[row],
                    words.t("research.column.subject"): writer.title,
                    words.t("file.column.value"): _number(one, row, at),
                    words.t("research.column.taken"): yes[not reason],
                    words.t("research.column.reason"): (
                        words.t(f"research.reason.{reason}") if reason else ""
                    ),
                    **{
                        words.t(f"file.column.{mark}"): yes[bool(one.marks[mark][row, at])]
                        for mark in SAID
                    },
                    words.t("file.column.data"): words.t(
                        f"{'demo' if one.marks['demo'][row, at] else 'real'}.badge"
                    ),
                }
            )
    return pd.DataFrame(rows)


def plain_figures(bench: Bench, told: Sequence[tuple[Measured, int]]) -> pd.DataFrame:
    """For programs: the same with lasting English names of columns, codes, marks and sources."""
    dates = bench.atlas.sources().set_index("source")["retrieved"]
    rows = []
    for one, row in told:
        for at in np.flatnonzero(one.members).tolist():
            place, reason = municipalities()[at], str(one.reasons[row, at])
            ids = [each for each in _sources(one, row, at) if each in dates.index]
            rows.append(
                {
                    "code": place.code,
                    "name": bench.words.name(place, "full"),
                    "county": place.county,
                    "group": place.group,
                    "year": one.years[row],
                    "of": one.subject.of,
                    "unit": one.subject.unit,
                    "area": one.subject.area,
                    "measure": one.subject.measure,
                    "since": one.since,
                    "value": _number(one, row, at),
                    "taken": not reason,
                    "reason": reason,
                    **{FLAGS.get(mark, mark): bool(one.marks[mark][row, at]) for mark in SAID},
                    "demo": bool(one.marks["demo"][row, at]),
                    "source": " ".join(ids),
                    "retrieved": " ".join(f"{dates[each]:%Y-%m-%d}" for each in ids),
                    "licence": LICENCE,
                    "data_version": bench.atlas.store.version,
                }
            )
    return pd.DataFrame(rows).astype({"since": "Int64"} if rows else {})


def _number(one: Measured, row: int, at: int) -> float | None:
    value = float(one.values[row, at])
    return None if np.isnan(value) else round(value, 6)


def _sources(one: Measured, row: int, at: int) -> tuple[str, ...]:
    if one.shown is None:
        return one.sources
    only = np.zeros_like(one.shown.there)
    only[row, at] = one.shown.there[row, at]
    return source_ids(one.shown, only)
