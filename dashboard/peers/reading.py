"""Asks the data where a municipality stands among its peers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.peers.standing import BUDGET, Circle, IndicatorStanding, PeerStanding
from dashboard.peers.state import MONEY_UNITS
from data.asking.views import municipality_features, view_terms
from data.catalog import INDICATORS
from data.peers.features import apart, apart_by, distances, measured, nearest
from data.peers.groups import FIXED, chosen, fixed, ringed
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.peers.state import PeersState


def unit_of(indicator: str, money: str) -> str:
    """The unit of an indicator where money is told in `money`: that, or the nearest it has."""
    units = INDICATORS[indicator].units
    if money in units:
        return money
    return next((unit for unit in units if money.startswith(unit)), units[0])


def shown_in(atlas: Atlas, view: ViewRequest, year: int) -> MapView:
    """A view that has a year: in the usual unit where it has not in the one asked for.

    The prices of a new year are published after its figures.
    """
    shown = remembered_view(atlas, view)
    if year in shown.years:
        return shown
    return remembered_view(atlas, replace(view, unit=INDICATORS[view.indicator].units[0]))


def newest_year(atlas: Atlas, figures: str) -> int:
    """The newest year in which any municipality's budget is known."""
    return remembered_view(atlas, ViewRequest(BUDGET, MONEY_UNITS[0], figures=figures)).newest


def read_standing(atlas: Atlas, own: int, state: PeersState) -> PeerStanding:
    """Where a municipality stands.

    Args:
        atlas: The data.
        own: Number of the municipality.
        state: What is looked at.

    Raises:
        StoreError: The database cannot answer.
    """
    year = state.year or newest_year(atlas, state.figures)
    features = features_of(atlas, year, state.figures)
    differences = apart(features, own)
    found = distances(differences, state.weights)
    circle = _circle(own, found, state)
    return PeerStanding(
        circle=circle,
        state=state,
        year=year,
        features=features,
        differences=differences,
        distances=found,
        indicators={name: _indicator(atlas, circle, state, year, name) for name in INDICATORS},
    )


def standings_of(atlas: Atlas, name: str, state: PeersState) -> list[IndicatorStanding]:
    """Where every municipality stands among its peers by one indicator, in Lithuanian order.

    Args:
        atlas: The data.
        name: The indicator.
        state: Who the peers are, in which year and unit.
    """
    year = state.year or newest_year(atlas, state.figures)
    features = measured(features_of(atlas, year, state.figures))
    circles = (
        _circle(own, distances(apart_by(features, own), state.weights), state)
        for own in range(len(municipalities()))
    )
    return [_indicator(atlas, circle, state, year, name) for circle in circles]


def _circle(own: int, apart_by: NDArray[np.float64], state: PeersState) -> Circle:
    """A municipality and its peers, nearest first."""
    groups = {name: fixed(name, own) for name in FIXED}
    groups["nearest"] = tuple(nearest(apart_by, own, state.nearest))
    if state.peers == "list":
        groups["list"] = chosen(state.chosen, own)
    order = np.argsort(apart_by, kind="stable").tolist()
    return Circle(own, tuple(sorted(groups[state.peers], key=order.index)), groups)


def _indicator(
    atlas: Atlas, circle: Circle, state: PeersState, year: int, name: str
) -> IndicatorStanding:
    shown = shown_in(
        atlas, ViewRequest(name, unit_of(name, state.unit), figures=state.figures), year
    )
    row = shown.years.index(year)
    euros = remembered_view(atlas, ViewRequest(BUDGET, "eur", figures=state.figures))
    budget = float(euros.values[row, circle.own])
    return IndicatorStanding(shown, row, circle, budget, float(price_factors(atlas)[row]))


def price_factors(atlas: Atlas) -> NDArray[np.float64]:
    """By year, what turns euros of the year into constant prices."""

    def read() -> NDArray[np.float64]:
        terms = view_terms(atlas.store, BUDGET, "eur")
        factors: NDArray[np.float64] = terms["price_factor"].to_numpy()[:: len(municipalities())]
        return factors

    found: NDArray[np.float64] = atlas.once("price factors", read)
    return found


def features_of(atlas: Atlas, year: int, figures: str) -> dict[str, NDArray[Any]]:
    """What municipalities are compared by in a year, a value a municipality, by their names."""

    def read() -> dict[str, NDArray[Any]]:
        frame = municipality_features(atlas.store, year, figures=figures)
        columns = {str(name): frame[name].to_numpy() for name in frame}
        return columns | {"ringed": np.array([ringed(own) for own in range(len(frame))])}

    found: dict[str, NDArray[Any]] = atlas.once(("features", year, figures), read)
    return found
