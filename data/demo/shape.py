"""What a municipality is like: the few numbers from which all of its demonstration follows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.demo import stories
from data.demo.chance import spread, stream
from data.demo.residents import residents

if TYPE_CHECKING:
    from geo.places import Municipality

PER_RESIDENT = dict(
    enumerate((800, 842, 905, 990, 1105, 1245, 1385, 1590, 1835, 2075, 2300), start=2015)
)
"""Budget for a resident of an average municipality, € a year, in prices of the year."""

YEARS = tuple(PER_RESIDENT)
"""The years of the demonstration: of later ones the atlas shows what municipalities sent."""

LEVEL = {"city": 0.955, "resort": 1.45, "ring": 1.0, "other": 1.08}
"""Budget per resident against the average, by group."""

NGO_SHARE = {"city": 3.7, "resort": 2.6, "ring": 1.9, "other": 2.2}
"""Per cent of the budget that goes to NGOs by competition in the last year, by group."""

PANDEMIC = {2020: 0.8, 2021: 0.93}
"""Competitions that were put off."""


@dataclass(frozen=True)
class Shape:
    """The parameters of one municipality; shares are fractions of its budget.

    Attributes:
        code: municipality code.
        people: residents by year.
        level: budget per resident against the average of all.
        drift: how much faster than the average it grows, a year.
        ngo_last: to NGOs by competition in the last year.
        ngo_first: the same in the first year, as a fraction of ngo_last.
        ngo_other: to NGOs by appropriation or procurement, in the last year.
        public: to public institutions.
        other: to companies.
        busy: how many competitions it calls in the last year.
        open: inclination to hand services over and to publish, 0 to 1.
    """

    code: str
    people: dict[int, int]
    level: float
    drift: float
    ngo_last: float
    ngo_first: float
    ngo_other: float
    public: float
    other: float
    busy: float
    open: float

    def progress(self, year: int) -> float:
        """Return how far the time has run, 0 in the first year and 1 in the last."""
        return (year - YEARS[0]) / (YEARS[-1] - YEARS[0])

    def budget(self, year: int) -> int:
        """Return the amount executed in a year, without the outlier, in cents."""
        rng = stream(self.code, year, "budget")
        level = self.level * (1 + self.drift) ** (year - YEARS[0]) * spread(rng, 0.025)
        if self.code == stories.BREAK.municipality and year >= stories.BREAK.year:
            level *= stories.BREAK.factor
        return round(100 * PER_RESIDENT[year] * level * self.people[year])

    def ngo_share(self, year: int) -> float:
        """Return the fraction of the budget that goes to NGOs by competition."""
        rng = stream(self.code, year, "ngo share")
        # Slow at first, faster once the habit is there.
        path = self.ngo_first + (1 - self.ngo_first) * math.pow(self.progress(year), 1.3)
        return self.ngo_last * path * spread(rng, 0.1) * PANDEMIC.get(year, 1.0)


def shape_of(municipality: Municipality) -> Shape:
    """Draw the parameters of a municipality from its group, its size and its density."""
    rng = stream(municipality.code, "shape")
    people = {year: residents(municipality.code, year) for year in YEARS}
    density = people[YEARS[0]] / municipality.area_km2
    sparse = 1.0 if municipality.group == "city" else math.pow(20.0 / density, 0.09)
    uneven = {"city": 0.25, "resort": 0.35}.get(municipality.group, 0.55)
    ngo_last = NGO_SHARE[municipality.group] * spread(rng, uneven)
    size = math.log10(people[YEARS[0]])
    return Shape(
        code=municipality.code,
        people=people,
        level=LEVEL[municipality.group] * sparse * spread(rng, 0.06),
        drift=(0.012 if municipality.group == "ring" else 0.0) + rng.uniform(-0.006, 0.006),
        ngo_last=min(max(ngo_last, 0.5), 5.5) / 100,
        ngo_first=rng.uniform(0.22, 0.45),
        ngo_other=rng.uniform(0.004, 0.02),
        public=rng.uniform(0.05, 0.15),
        other=rng.uniform(0.03, 0.08),
        busy=min(max((size - 3.4) * 4.2 + rng.uniform(0.0, 2.5), 2.0), 12.0),
        open=rng.betavariate(2.0, 2.0),
    )
