"""A municipality's page as a table: its own figures, then those of each of its peers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.marks import flagged
from dashboard.indicators.writing import unit_label
from dashboard.peers.reading import FURTHEST_BACK
from data.catalog import INDICATORS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.pages.municipality.view import PlaceView

WHOLE = ("rank_peers", "count_peers", "rank_first", "rank_last", "rank_all", "count_all")
"""Columns of whole numbers that may be empty."""


def standing_table(view: PlaceView) -> pd.DataFrame:
    """Every indicator of the municipality and of each of its peers.

    Returns:
        A row an indicator and municipality, the own one first, then the nearest; columns are named
        in the language. Values are in the unit; medians, places and changes stand in the own row,
        features and distance in every one.
    """
    circle = view.standing.circle
    members = (circle.own, *circle.peers)
    rows = [_row(name, at, view) for name in INDICATORS for at in members]
    table = pd.DataFrame(rows).astype(dict.fromkeys(WHOLE, "Int64"))
    return table.rename(columns=lambda name: view.words.t(f"municipality.file.{name}"))


def _row(name: str, at: int, view: PlaceView) -> dict[str, object]:
    it, words, place = view.standing.indicators[name], view.words, municipalities()[at]
    own = at == it.own
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    marks = {
        mark: yes[bool(flags[it.row, at])]
        for mark, flags in flagged(it.shown).items()
        if mark != "real"
    }
    kind = "demo" if it.shown.marks["demo"][it.row, at] else "real"
    return {
        "code": place.code,
        "name": words.name(place, "full"),
        "role": words.t(f"municipality.role.{'own' if own else 'peer'}"),
        "year": view.standing.year,
        "indicator": words.t(f"indicator.{name}.name"),
        "unit": unit_label(it.shown.view.unit, words),
        "value": _known(it.shown.values[it.row, at]),
        "state": view.labels[it.shown.states[it.row, at]],
        **_standing(name, view, own=own),
        **marks,
        "data": words.t(f"{kind}.badge"),
        **_features(at, view),
        "version": view.atlas.store.version,
    }


def _standing(name: str, view: PlaceView, *, own: bool) -> dict[str, object]:
    """Medians, places and changes; empty but in the own row."""
    it = view.standing.indicators[name]
    middle, among, over, span, reach = (
        (it.middle, it.among_peers, it.among_all, it.span, it.reach) if own else (None,) * 5
    )
    return {
        "median": middle and middle.median,
        "low_quartile": middle and middle.low,
        "high_quartile": middle and middle.high,
        "rank_peers": among and among.rank,
        "count_peers": among and among.count,
        "rank_first": span and span[0],
        "rank_last": span and span[1],
        "percentile_peers": among and among.percentile,
        "rank_all": over and over.rank,
        "count_all": over and over.count,
        "percentile_all": over and over.percentile,
        "change_year": it.change(1) if own else None,
        "change_years": it.change(FURTHEST_BACK) if own else None,
        "lacks": reach and reach.amount,
        "lacks_share": reach and reach.share,
    }


def _features(at: int, view: PlaceView) -> dict[str, object]:
    """What peers are found by, and how far each lies."""
    standing, words, place = view.standing, view.words, municipalities()[at]
    features = standing.features
    own = at == standing.circle.own
    return {
        "distance": None if own else _known(standing.distances[at]),
        "residents": int(features["residents"][at]),
        "density": float(features["density"][at]),
        "older": float(features["older"][at]),
        "older_year": int(features["older_year"][at]),
        "budget": _known(features["budget"][at]),
        "group": words.t(f"peers.kind.{place.group}"),
        "county": words.name(next(each for each in counties() if each.code == place.county)),
    }


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
