"""Who the peers are and why: each feature beside the municipality's own, nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.small_map import draw_small_map
from dashboard.frame import html
from dashboard.frame.places import place_link
from dashboard.frame.plain_table import plain_table
from dashboard.frame.rendering import drawn
from dashboard.indicators.picture import short_name
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.peers.pictures import circle_fills
from dashboard.peers.standing import BUDGET
from dashboard.peers.telling import county_names, feature_text
from data.peers.features import FEATURES, most_apart
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView

NUMBERS = ("residents", "density", "older", "budget")
"""Features that are numbers; the others are words."""

COLUMNS = ("place", *NUMBERS, "group", "county", "distance", "differs", "figure")


def why(view: PlaceView) -> list[Component]:
    """The small map, a sentence, and the table."""
    words, circle = view.words, view.standing.circle
    codes = [place.code for place in municipalities()]
    fills = circle_fills(circle)
    mapped = drawn(draw_small_map(fills, (codes[circle.own],)))
    key, kept = words.t("peers.map_key"), view.query(opened="", chosen=())
    table = plain_table(
        [words.t(f"peers.column.{name}") for name in COLUMNS],
        [_row(at, view, kept) for at in (circle.own, *circle.peers)],
        labelled_by="why-title",
    )
    return [
        html.P(why_sentence(view)),
        html.Div(
            [
                html.Figure([mapped, html.Figcaption(key)], className="circle-map"),
                html.Div(table, className="why-table"),
            ],
            className="why-body",
        ),
        html.P(_dated(view), className="source"),
    ]


def why_sentence(view: PlaceView) -> str:
    """How the peers were chosen, and how many there are."""
    words, state, count = view.words, view.standing.state, len(view.standing.circle.peers)
    if not count:
        return words.t("peers.why.none" if state.peers == "list" else "peers.why.unknown")
    return words.t(f"peers.why.{state.peers}", places=words.n("data.matrix.places", count))


def _row(at: int, view: PlaceView, kept: str) -> list[Component | str]:
    """Of a municipality, which is linked to with the same query but for what is this one's."""
    words, standing = view.words, view.standing
    place, features = municipalities()[at], standing.features
    own, name = at == standing.circle.own, short_name(place, words)
    numbers = [feature_text(name, float(features[name][at]), words) for name in NUMBERS]
    budget = standing.indicators[BUDGET]
    if np.isnan(features["budget"][at]) and budget.shown.there[budget.row, at]:
        numbers[-1] = words.t("peers.not_compared")
    if features["residents_estimated"][at]:
        numbers[0] += "*"
    county = county_names(words)[place.county]
    distance = standing.distances[at]
    return [
        html.Strong(name) if own else place_link(place, words, name, kept),
        *numbers,
        words.t(f"peers.kind.{place.group}"),
        county,
        "–" if own or np.isnan(distance) else words.number(float(distance), 2),
        "–" if own else _differs(at, view),
        view.telling(DEFAULT_INDICATOR).figure(at),
    ]


def _differs(at: int, view: PlaceView) -> str:
    """The feature in which a peer differs most, and to which side."""
    words, standing = view.words, view.standing
    name = most_apart(standing.differences, standing.state.weights, at)
    if not name:
        return words.t("peers.differs.nothing")
    if FEATURES[name].measure == "same":
        return words.t(f"peers.differs.{name}")
    side = "more" if standing.differences[name][at] > 0 else "less"
    return words.t(f"peers.differs.{name}_{side}")


def _dated(view: PlaceView) -> str:
    """Of which year each feature is."""
    features, words = view.standing.features, view.words
    older = int(features["older_year"][view.standing.circle.own])
    return words.t("peers.dated", year=view.standing.year, older=older)
