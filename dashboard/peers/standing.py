"""Where a municipality stands among its peers: numbers, no words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from data.catalog import INDICATORS, UNITS
from data.peers.features import spread_of
from data.peers.groups import fixed
from data.peers.standing import (
    change_since,
    median_of,
    middle_of,
    place_among,
    rank_span,
    shortfall,
    whole,
)
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.peers.state import PeersState
    from data.peers.standing import Middle, Place
    from geo.places import Municipality

BUDGET = "total"
"""The indicator that is all the money of a municipality."""

FURTHEST_BACK = 5
"""The longer change is on as many years before."""


@dataclass(frozen=True)
class Reach:
    """What it would take to reach the peers' median.

    Attributes:
        goal: That median, in the unit of the figure.
        amount: Euros a year more, in prices of the year; or how many more of what is counted.
        share: The euros in per cent of the municipality's budget of the year; None of what is
            counted, or where the budget is not known.
    """

    goal: float
    amount: float
    share: float | None


@dataclass(frozen=True)
class Circle:
    """A municipality and those with whom it is compared, all by their numbers.

    Attributes:
        own: The municipality.
        peers: Its peers, nearest first.
        groups: The members of each group that it could be compared with.
    """

    own: int
    peers: tuple[int, ...]
    groups: dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class IndicatorStanding:
    """A municipality's figure of one indicator among others'.

    Attributes:
        shown: All figures of the indicator.
        row: Number of the year.
        circle: The municipality and its peers.
        budget: What the municipality paid out in the year, euros; NaN where it is not known.
        price_factor: From prices of the year to those of constant prices.
    """

    shown: MapView
    row: int
    circle: Circle
    budget: float
    price_factor: float

    @property
    def own(self) -> int:
        """Number of the municipality."""
        return self.circle.own

    @property
    def peers(self) -> tuple[int, ...]:
        """Numbers of its peers."""
        return self.circle.peers

    @property
    def indicator(self) -> str:
        """Its id."""
        return self.shown.view.indicator

    @cached_property
    def figures(self) -> list[float]:
        """Those of the year that count, of all municipalities; NaN elsewhere."""
        counted = self.shown.counted[self.row]
        figures: list[float] = np.where(counted, self.shown.values[self.row], np.nan).tolist()
        return figures

    @property
    def is_there(self) -> bool:
        """Whether the municipality has a figure, be it compared or not."""
        return bool(self.shown.there[self.row, self.own])

    @property
    def value(self) -> float:
        """The municipality's figure; NaN where none counts."""
        return self.figures[self.own]

    @cached_property
    def among_peers(self) -> Place | None:
        """Its place among its peers."""
        return place_among(self.figures, self.own, self.peers)

    @cached_property
    def among_all(self) -> Place | None:
        """Its place among all municipalities."""
        return place_among(self.figures, self.own, fixed("all", self.own))

    @cached_property
    def middle(self) -> Middle | None:
        """The median and quartiles of its peers."""
        return middle_of(self.figures, self.peers)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """Its lowest and highest rank, whichever peers are taken."""
        return rank_span(self.figures, self.own, self.peers, self.circle.groups.values())

    @cached_property
    def distance(self) -> float:
        """How far it lies from its peers' median, in spreads of all; NaN where one is not known."""
        if self.middle is None or np.isnan(self.value):
            return np.nan
        spread = spread_of(np.array(self.figures))
        difference = self.value - self.middle.median
        if not spread:
            return float(np.copysign(np.inf, difference)) if difference else 0.0
        return difference / spread

    def change(self, years: int) -> float | None:
        """How much its figure rose on that of some years before."""
        return change_since(
            self.shown.values[:, self.own],
            self.shown.counted[:, self.own],
            self.shown.states[:, self.own] == "not_comparable",
            self.row,
            years,
        )

    @cached_property
    def medians(self) -> list[float | None]:
        """The median of its peers in each year; None where too few have a figure."""
        figures = np.where(self.shown.counted, self.shown.values, np.nan)[:, list(self.peers)]
        return [*map(median_of, figures.tolist())]

    @cached_property
    def reach(self) -> Reach | None:
        """What it would take; None where more is not better, or where the median is reached."""
        indicator = INDICATORS[self.indicator]
        goal = self.middle.median if self.middle else None
        denominator = float(self.shown.denominators[self.row, self.own])
        lacking = shortfall(self.value, goal, denominator)
        if indicator.direction != "more" or goal is None or not lacking:
            return None
        unit = UNITS[self.shown.view.unit]
        if unit.kind == "percent":
            lacking /= 100
        if unit.id.startswith("constant"):
            lacking /= self.price_factor
        if not indicator.in_money:
            return Reach(goal, whole(lacking), None)
        known = not np.isnan(self.budget) and self.budget > 0
        return Reach(goal, lacking, 100 * lacking / self.budget if known else None)


@dataclass(frozen=True)
class PeerStanding:
    """A municipality among its peers in a year, of all indicators.

    Attributes:
        circle: The municipality and its peers.
        state: What is looked at.
        year: The year.
        features: A value a municipality, by the columns of
            `data.asking.views.municipality_features`.
        differences: By feature, how far each municipality lies from this one, in spreads.
        distances: Of each municipality, by the weights.
        indicators: In the order of the catalogue.
    """

    circle: Circle
    state: PeersState
    year: int
    features: dict[str, NDArray[Any]]
    differences: dict[str, NDArray[np.float64]]
    distances: NDArray[np.float64]
    indicators: dict[str, IndicatorStanding]

    @property
    def place(self) -> Municipality:
        """The municipality."""
        return municipalities()[self.circle.own]
