"""A municipality's page as a table: its own figures, then those of each of its peers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.frame.place_view import FEATURE_SOURCES
from dashboard.indicators.marks import flagged, reason
from dashboard.indicators.remarks import remark_cell
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import unit_label
from dashboard.peers.standing import FURTHEST_BACK
from data.catalog import INDICATORS
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.frame.place_view import PlaceView

WHOLE = (
    "rank_peers", "count_peers", "rank_first", "rank_last", "rank_all", "count_all", "residents",
    "older_year",
)  # fmt: skip
"""Columns of whole numbers, some of which may be empty."""

FLAGS = {
    "estimated": "residents_estimated",
    "corrected": "corrected",
    "provisional": "provisional",
    "small": "small_denominator",
}
"""Signs of a figure, and their columns for programs."""

DECIMALS = 9
"""More than any figure can be known to, and less than what reckoning adds of its own."""


def standing_table(view: PlaceView) -> pd.DataFrame:
    """Every indicator of the municipality and of each of its peers, with codes and flags.

    Returns:
        A row an indicator and municipality, the own one first, then the nearest. Values are in the
        unit; medians, places and changes stand in the own row, features and distance in every one.
    """
    circle = view.standing.circle
    members = (circle.own, *circle.peers)
    rows = [_row(name, at, view) for name in INDICATORS for at in members]
    return pd.DataFrame(rows).astype(dict.fromkeys(WHOLE, "Int64")).round(DECIMALS)


def readable(table: pd.DataFrame, view: PlaceView) -> pd.DataFrame:
    """For people: headings, names and states in the language."""
    words, yes = view.words, {True: view.words.t("file.yes"), False: view.words.t("file.no")}
    flags = [*FLAGS, "population_estimated"]
    written = table.drop(columns=["source", "retrieved"]).assign(
        role=table["role"].map(lambda role: words.t(f"municipality.role.{role}")),
        indicator=table["indicator"].map(lambda name: words.t(f"indicator.{name}.name")),
        unit=table["unit"].map(lambda unit: unit_label(unit, words)),
        state=table["state"].map(view.labels),
        demo=table["demo"].map({True: words.t("demo.badge"), False: words.t("real.badge")}),
        group=table["group"].map(lambda group: words.t(f"peers.kind.{group}")),
        county=table["county"].map({each.code: words.name(each, "full") for each in counties()}),
        version=view.atlas.store.version,
        **{flag: table[flag].map(yes) for flag in flags},
    )
    renamed = written.rename(columns={"demo": "data"})
    return renamed.rename(columns=lambda name: words.t(f"municipality.file.{name}"))


def plain(table: pd.DataFrame, view: PlaceView) -> pd.DataFrame:
    """For programs: lasting English names of columns, codes and flags, sources in each row."""
    rest = {"licence": LICENCE, "data_version": view.atlas.store.version}
    return table.drop(columns="note").rename(columns=FLAGS).assign(**rest)


def _row(name: str, at: int, view: PlaceView) -> dict[str, object]:
    it, place = view.standing.indicators[name], municipalities()[at]
    flags = flagged(it.shown)
    remarks = (*it.shown.breaks, *it.shown.absences)
    told = [reason(one, view.words) for one in remarks if (one.row, one.place) == (it.row, at)]
    return {
        "code": place.code,
        "name": view.words.name(place, "full"),
        "role": "own" if at == it.own else "peer",
        "year": view.standing.year,
        "indicator": name,
        "unit": it.shown.view.unit,
        "value": _known(it.shown.values[it.row, at]),
        "state": it.shown.states[it.row, at],
        "note": " ".join(told),
        "remark": remark_cell(it.shown, it.row, place.code, view.words),
        **_standing(name, view, own=at == it.own),
        **{flag: bool(flags[flag][it.row, at]) for flag in FLAGS},
        "demo": bool(it.shown.marks["demo"][it.row, at]),
        **_features(at, view),
        **_sources(name, at, view),
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
    standing, place = view.standing, municipalities()[at]
    features = standing.features
    return {
        "distance": None if at == standing.circle.own else _known(standing.distances[at]),
        "residents": int(features["residents"][at]),
        "population_estimated": bool(features["residents_estimated"][at]),
        "density": float(features["density"][at]),
        "older": float(features["older"][at]),
        "older_year": int(features["older_year"][at]),
        "budget": _known(features["budget"][at]),
        "group": place.group,
        "county": place.county,
    }


def _sources(name: str, at: int, view: PlaceView) -> dict[str, str]:
    """Ids of what the row rests on, and the day on which each was fetched."""
    it, days = view.standing.indicators[name], view.retrieved
    only = np.zeros_like(it.shown.there)
    only[it.row, at] = it.shown.there[it.row, at]
    ids = sorted({*source_ids(it.shown, only), *FEATURE_SOURCES} & {*days})
    return {"source": " ".join(ids), "retrieved": " ".join(days[each] for each in ids)}


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
