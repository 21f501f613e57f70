"""The table of figures that every view has: a row a municipality, a column each that is studied."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.cells import (
    data_columns,
    place_columns,
    rounded,
    source_columns,
    source_dates,
    sources_at,
    subject_columns,
)
from dashboard.research.measured import LEFT_OUT, TAKEN
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
    parts = [_readable(bench, one, row) for one, row in told]
    return pd.DataFrame({name: [*chain(*(part[name] for part in parts))] for name in parts[0]})


def _readable(bench: Bench, one: Measured, row: int) -> dict[str, Sequence[object]]:
    """Column by column: a cell at a time takes several times as long."""
    words, all_ = bench.words, municipalities()
    members = np.flatnonzero(one.members).tolist()
    places = [all_[at] for at in members]
    county = {item.code: words.name(item, "full") for item in counties()}
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    why = {reason: words.t(f"research.reason.{reason}") for reason in LEFT_OUT} | {TAKEN: ""}
    kind = {flag: words.t(f"{'demo' if flag else 'real'}.badge") for flag in (True, False)}
    reasons = one.reasons[row, members].tolist()
    marks = {name: one.marks[name][row, members].tolist() for name in (*SAID, "demo")}
    return {
        words.t("file.column.code"): [place.code for place in places],
        words.t("file.column.name"): [words.name(place, "full") for place in places],
        words.t("file.column.county"): [county[place.county] for place in places],
        words.t("file.column.year"): [one.years[row]] * len(members),
        words.t("research.column.subject"): [bench.writer(one).title] * len(members),
        words.t("file.column.value"): [
            rounded(value) for value in one.values[row, members].tolist()
        ],
        words.t("research.column.taken"): [yes[not reason] for reason in reasons],
        words.t("research.column.reason"): [why[reason] for reason in reasons],
        **{words.t(f"file.column.{name}"): [yes[flag] for flag in marks[name]] for name in SAID},
        words.t("file.column.data"): [kind[flag] for flag in marks["demo"]],
    }


def plain_figures(bench: Bench, told: Sequence[tuple[Measured, int]]) -> pd.DataFrame:
    """For programs: the same with lasting English names of columns, codes, marks and sources."""
    dates = source_dates(bench)
    rows = []
    for one, row in told:
        for at in np.flatnonzero(one.members).tolist():
            reason = str(one.reasons[row, at])
            rows.append(
                {
                    **place_columns(municipalities()[at], bench.words),
                    "year": one.years[row],
                    **subject_columns(one.subject),
                    "since": one.since,
                    "value": rounded(one.values[row, at]),
                    "taken": not reason,
                    "reason": reason,
                    **{FLAGS.get(mark, mark): bool(one.marks[mark][row, at]) for mark in SAID},
                    "demo": bool(one.marks["demo"][row, at]),
                    **source_columns(sources_at(one, row, at), dates),
                    **data_columns(bench),
                }
            )
    return pd.DataFrame(rows).astype({"since": "Int64"} if rows else {})
