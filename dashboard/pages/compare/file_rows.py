"""The table as one to take away: a row an indicator and municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dashboard.indicators.marks import flagged, reason
from dashboard.indicators.remarks import remark_cell
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import unit_label
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.pages.compare.view import CompareView
    from dashboard.peers.comparing import ComparedIndicator

FLAGS = {
    "estimated": "residents_estimated",
    "corrected": "corrected",
    "provisional": "provisional",
    "small": "small_denominator",
}
"""Signs, and their columns for programs."""

FEATURES = ("residents", "density", "older", "older_year", "group")
WHOLE = ("rank", "count", "residents", "older_year")


def readable_rows(view: CompareView) -> pd.DataFrame:
    """For people: headings, names and states in the language."""
    words = view.words
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    county = {item.code: words.name(item, "full") for item in counties()}
    rows = []
    for name, it, number in _cells(view):
        at = it.members[number]
        place = municipalities()[at]
        features = _features(at, view)
        rows.append(
            {
                "code": place.code,
                "name": words.name(place, "full"),
                "county": county[place.county],
                "year": view.compared.year,
                "indicator": words.t(f"indicator.{name}.name"),
                "unit": unit_label(it.shown.view.unit, words),
                **_figure(it, number),
                "state": view.labels[it.shown.states[it.row, at]],
                "note": _note(it, at, view),
                "remark": remark_cell(it.shown, it.row, place.code, words),
                **{flag: yes[bool(on[it.row, at])] for flag, on in _flags(it).items()},
                "break": yes[bool(it.shown.states[it.row, at] == "not_comparable")],
                "data": words.t(f"{'demo' if _invented(it, at) else 'real'}.badge"),
                **features | {"group": words.t(f"peers.kind.{features['group']}")},
                "version": view.atlas.store.version,
            }
        )
    table = pd.DataFrame(rows).astype(dict.fromkeys(WHOLE, "Int64"))
    return table.rename(columns=lambda name: words.t(f"file.column.{name}"))


def plain_rows(view: CompareView) -> pd.DataFrame:
    """For programs: lasting English names of columns, codes and flags, sources in each row."""
    dates = view.atlas.sources().set_index("source")["retrieved"]
    rows = []
    for name, it, number in _cells(view):
        at = it.members[number]
        place = municipalities()[at]
        only = np.zeros_like(it.shown.there)
        only[it.row, at] = it.shown.there[it.row, at]
        ids = [each for each in source_ids(it.shown, only) if each in dates.index]
        rows.append(
            {
                "code": place.code,
                "name": view.words.name(place, "full"),
                "county": place.county,
                "year": view.compared.year,
                "indicator": name,
                "unit": it.shown.view.unit,
                **_figure(it, number),
                "state": it.shown.states[it.row, at],
                **{FLAGS[flag]: bool(on[it.row, at]) for flag, on in _flags(it).items()},
                "break_in_series": bool(it.shown.states[it.row, at] == "not_comparable"),
                "demo": _invented(it, at),
                "remark": remark_cell(it.shown, it.row, place.code, view.words),
                **_features(at, view),
                "source": " ".join(ids),
                "retrieved": " ".join(f"{dates[each]:%Y-%m-%d}" for each in ids),
                "licence": LICENCE,
                "data_version": view.atlas.store.version,
            }
        )
    return pd.DataFrame(rows).astype(dict.fromkeys(WHOLE, "Int64"))


def _cells(view: CompareView) -> list[tuple[str, ComparedIndicator, int]]:
    """Every indicator and number of a municipality."""
    return [
        (name, it, number)
        for name, it in view.compared.indicators.items()
        for number in range(len(it.members))
    ]


def _figure(it: ComparedIndicator, number: int) -> dict[str, object]:
    """Value and place."""
    value, place = it.shown.values[it.row, it.members[number]], it.places[number]
    return {
        "value": None if np.isnan(value) else round(float(value), 6),
        "rank": place and place.rank,
        "count": place and place.count,
    }


def _flags(it: ComparedIndicator) -> dict[str, Any]:
    found = flagged(it.shown)
    return {name: found[name] for name in FLAGS}


def _invented(it: ComparedIndicator, at: int) -> bool:
    return bool(it.shown.marks["demo"][it.row, at])


def _note(it: ComparedIndicator, at: int, view: CompareView) -> str:
    """Why the figure breaks its series or is not there, where that is told."""
    remarks = (*it.shown.breaks, *it.shown.absences)
    return " ".join(
        reason(item, view.words) for item in remarks if (item.row, item.place) == (it.row, at)
    )


def _features(at: int, view: CompareView) -> dict[str, Any]:
    """What the municipality is."""
    found = {name: view.compared.features[name][at] for name in FEATURES}
    return found | {
        "density": round(float(found["density"]), 2),
        "older": round(float(found["older"]), 2),
    }
