"""The table of differences: a row a municipality, both figures and what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.writing import name_of
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing


def readable_difference(bench: Bench, found: Differing) -> pd.DataFrame:
    """For people: headings, names and reasons in the language."""
    words = bench.words
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    sides = [str(year) for year in found.years]
    if not found.of_years:
        sides = [name_of(one.subject, words) for one, _ in found.told]
    rows = []
    for at in np.flatnonzero(found.members).tolist():
        place, reason = municipalities()[at], str(found.reasons[at])
        before, after, value = _numbers(found, at)
        rows.append(
            {
                words.t("file.column.code"): place.code,
                words.t("file.column.name"): words.name(place, "full"),
                sides[0]: before,
                sides[1]: after,
                words.t("research.view.difference"): value,
                words.t("research.column.taken"): yes[not reason],
                words.t("research.column.reason"): (
                    words.t(f"research.reason.{reason}") if reason else ""
                ),
            }
        )
    return pd.DataFrame(rows)


def plain_difference(found: Differing) -> pd.DataFrame:
    """For programs: English names of columns, codes, numbers, reasons."""
    first, last = found.years
    rows = []
    for at in np.flatnonzero(found.members).tolist():
        place, reason = municipalities()[at], str(found.reasons[at])
        before, after, value = _numbers(found, at)
        rows.append(
            {
                "code": place.code,
                "first_of": found.before.subject.of,
                "first_year": first,
                "first": before,
                "second_of": found.after.subject.of,
                "second_year": last,
                "second": after,
                "difference": value,
                "taken": not reason,
                "reason": reason,
            }
        )
    return pd.DataFrame(rows)


def _numbers(found: Differing, at: int) -> list[float | None]:
    values = [*found.ends[:, at].tolist(), float(found.values[at])]
    return [None if np.isnan(value) else round(value, 6) for value in values]
