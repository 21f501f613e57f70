"""Asks the data for what is studied, and decides what of it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.peers.reading import features_of
from dashboard.research.measured import MARKED, TAKEN, Measured
from dashboard.research.measuring import made_of
from dashboard.research.subjects import OF_TWO_YEARS
from data.catalog import UNITS, YEARS
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.research.subjects import Subject

FEATURE_SOURCES = {
    "residents": UNITS["per_resident"].source,
    "density": (*UNITS["per_resident"].source, "places"),
    "older": ("population_age", "population_older"),
    "area_km2": ("places",),
}


def read_measured(
    atlas: Atlas,
    subject: Subject,
    members: NDArray[np.bool_],
    *,
    figures: str,
    estimated: bool,
    since: int | None,
) -> Measured:
    """What is studied, measured.

    Args:
        atlas: The data.
        subject: What, and by which measure.
        members: The set of municipalities; means, places and z-scores are among these.
        figures: All, or real ones alone.
        estimated: Whether figures that rest on interpolated residents count.
        since: The base year; None, or one without figures, is the first with any.

    Raises:
        StoreError: The database cannot answer.
    """
    level = _feature if subject.is_feature else _indicator
    found = level(atlas, subject, members, figures)
    if not estimated:
        dropped = found.marks["estimated"] & (found.reasons == TAKEN)
        found = replace(found, reasons=np.where(dropped, "estimated", found.reasons))
    base = None
    if subject.measure in OF_TWO_YEARS:
        base = since if since in found.years else _first(found)
    return made_of(found, base)


def _indicator(
    atlas: Atlas, subject: Subject, members: NDArray[np.bool_], figures: str
) -> Measured:
    view = ViewRequest(subject.of, subject.unit, subject.area, figures=figures)
    shown = remembered_view(atlas, view)
    marks = {name: shown.marks[name] for name in MARKED if name in shown.marks}
    marks |= {"real": shown.real, "remarked": shown.remarked}
    return Measured(
        subject, shown.years, shown.values, _reasons(shown), marks, members, shown=shown
    )


def _reasons(shown: MapView) -> NDArray[np.str_]:
    """Why each figure is left out, as `LEFT_OUT` says it."""
    reasons = np.full(shown.values.shape, TAKEN, dtype="<U10")
    reasons[~shown.counted] = "kind"
    reasons[shown.states == "not_comparable"] = "broken"
    reasons[~shown.there] = "missing"
    return reasons


def _feature(atlas: Atlas, subject: Subject, members: NDArray[np.bool_], figures: str) -> Measured:
    found = {year: features_of(atlas, year, figures) for year in YEARS}
    found = {year: columns for year, columns in found.items() if len(columns["municipality"])}
    values = np.array([columns[subject.of] for columns in found.values()], dtype=float)
    values = values.reshape(len(found), len(municipalities()))
    marks = {name: np.zeros(values.shape, dtype=bool) for name in MARKED}
    years_told: dict[int, int] = {}
    if subject.of in ("residents", "density"):
        marks["estimated"] = np.array([each["residents_estimated"] for each in found.values()])
    elif subject.of == "older":
        years_told = {year: int(each["older_year"][0]) for year, each in found.items()}
    reasons = np.where(np.isnan(values), "missing", TAKEN).astype("<U10")
    return Measured(
        subject,
        (*found,),
        values,
        reasons,
        marks,
        members,
        sources=FEATURE_SOURCES[subject.of],
        older_years=years_told,
    )


def _first(found: Measured) -> int:
    """The first year with a figure that counts."""
    known = (year for year, row in zip(found.years, found.taken, strict=True) if row.any())
    return next(known, found.years[0])
