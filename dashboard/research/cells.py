"""Cells that tables of the bench have in common, for people and for programs."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.sources import source_ids
from data.dataset.offered import LICENCE
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from dashboard.research.subjects import Subject
    from geo.places import Municipality

DIGITS = 6
"""Decimals of figures and statistics in files."""


def rounded(value: float, digits: int = DIGITS) -> float | None:
    """A number as files have it; nothing for NaN."""
    return None if isnan(value) else round(float(value), digits)


def place_cells(place: Municipality, words: Language) -> dict[str, object]:
    """For people: code, name and county."""
    county = next(each for each in counties() if each.code == place.county)
    return {
        words.t("file.column.code"): place.code,
        words.t("file.column.name"): words.name(place, "full"),
        words.t("file.column.county"): words.name(county, "full"),
    }


def taken_cells(reason: str, words: Language, *, invented: bool) -> dict[str, object]:
    """For people: whether a figure is taken into statistics, why not, whether it is real."""
    return {
        words.t("research.column.taken"): words.t("file.no" if reason else "file.yes"),
        words.t("research.column.reason"): words.t(f"research.reason.{reason}") if reason else "",
        words.t("file.column.data"): words.t(f"{'demo' if invented else 'real'}.badge"),
    }


def place_columns(place: Municipality, words: Language) -> dict[str, object]:
    """For programs: code, name, county and group."""
    name = words.name(place, "full")
    return {"code": place.code, "name": name, "county": place.county, "group": place.group}


def subject_columns(subject: Subject) -> dict[str, object]:
    """For programs: what is studied."""
    return {
        "of": subject.of,
        "unit": subject.unit,
        "area": subject.area,
        "measure": subject.measure,
    }


def sources_at(one: Measured, row: int, at: int) -> tuple[str, ...]:
    """Ids of what a figure of a year and a municipality rests on."""
    if one.shown is None:
        return one.sources
    only = np.zeros_like(one.shown.there)
    only[row, at] = one.shown.there[row, at]
    return source_ids(one.shown, only)


def source_columns(ids: Iterable[str], dates: pd.Series) -> dict[str, object]:
    """For programs: what a row rests on, and when that was taken, of the sources that are told."""
    known = [each for each in ids if each in dates.index]
    return {
        "source": " ".join(known),
        "retrieved": " ".join(f"{dates[each]:%Y-%m-%d}" for each in known),
    }


def source_dates(bench: Bench) -> pd.Series:
    """When each source was taken."""
    return bench.atlas.sources().set_index("source")["retrieved"]


def data_columns(bench: Bench) -> dict[str, object]:
    """For programs: under which licence, of which data."""
    return {"licence": LICENCE, "data_version": bench.atlas.store.version}
