"""The one registry of what can be mapped: add an indicator here and in sql/indicators.

How an indicator is computed is in its query (sql/indicators/<id>.sql), what it is called is in
the catalogues of words (indicator.<id>.name, indicator.<id>.method, unit.<id>.name,
group.<id>.name). Here is what programs must know of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.errors import UnknownArea, UnknownIndicator, UnknownUnit

Lang = Literal["lt", "en"]
"""The languages of the atlas."""

YEARS = tuple(range(2015, 2026))
"""The years that municipalities report on."""

PRICE_YEAR = 2025
"""Constant prices are prices of this year, the last one with a published index."""

ALL_AREAS = "all"
"""The policy area that means all of them together."""

FIGURES = ("all", "real")
"""Figures of a view: all, of which invented ones count where there are any, or only real ones."""

GROUPS = ("budget", "ngo", "competitions", "services", "openness")
"""Groups of indicators, in the order of the menu; a series break may concern one of them."""


TABLES = {
    "budget": "allocation",
    "ngo": "allocation",
    "competitions": "competition",
    "services": "service",
    "openness": "openness",
}
"""The table whose rows the indicators of each group count or add up."""


@dataclass(frozen=True)
class Unit:
    """How a figure is measured.

    Attributes:
        id: name in URLs and queries; the arithmetic is in sql/marts/030_unit_terms.sql.
        kind: how it is written: euros, per cent, or a bare number.
        decimals: digits after the decimal mark.
        last_year: the last year that it can be computed for.
        level: true for plain amounts, whose national figure is the average municipality.
        source: ids of the sources that it alone rests on.
    """

    id: str
    kind: Literal["money", "percent", "count"]
    decimals: int
    last_year: int = YEARS[-1]
    level: bool = False
    source: tuple[str, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """What can be mapped.

    Attributes:
        id: name in URLs, downloads and the database, and of its query in sql/indicators.
        group: one of GROUPS.
        units: ids of its units, the default first.
        direction: whether more is better, less is better, or neither.
        source: ids of the sources that it rests on.
        by_area: whether it is also known for each policy area.
        rate: whether its query gives a denominator (else it is 1 everywhere, or the residents).
        declarable: whether a municipality that declares "no money to NGOs by competition" thereby
            declares this indicator to be zero.
        of_applications: whether its denominator counts applications, so that it may be very small.
        decimals: digits after the decimal mark where the unit's are not enough or too many.
        share_of_money: whether it is a share whose whole is euros.
    """

    id: str
    group: str
    units: tuple[str, ...]
    direction: Literal["more", "less", "neutral"]
    source: tuple[str, ...]
    by_area: bool = True
    rate: bool = False
    declarable: bool = False
    of_applications: bool = False
    decimals: int | None = None
    share_of_money: bool = False

    @property
    def of_residents(self) -> bool:
        """Whether it has no other unit than per so many residents."""
        return self.units == ("per_10000",)

    @property
    def table(self) -> str:
        """The table whose rows it counts or adds up."""
        return TABLES[self.group]

    @property
    def in_money(self) -> bool:
        """Whether what is counted is euros, as an amount or as a share of an amount."""
        return self.share_of_money or UNITS[self.units[0]].kind == "money"


@dataclass(frozen=True)
class IndicatorView:
    """An indicator in one of its units and policy areas: what one map shows.

    Attributes:
        decimals: digits after the decimal mark.
        years: the years that it can be shown for, ascending.
        national: what the national figure is: "rate" (that of all municipalities taken together)
            or "average" (plain amounts: the average municipality, so that it can stand on the
            same axis).
    """

    indicator: Indicator
    unit: Unit
    area: str
    decimals: int
    years: tuple[int, ...]
    national: Literal["rate", "average"]


_PEOPLE = ("population", "population_2019", "population_2021")
_PRICES = ("prices", "prices_2025")

UNITS: dict[str, Unit] = {
    unit.id: unit
    for unit in (
        Unit("eur", "money", 0, level=True),
        Unit("per_resident", "money", 2, source=_PEOPLE),
        Unit("budget_share", "percent", 2),
        Unit("constant", "money", 0, last_year=PRICE_YEAR, level=True, source=_PRICES),
        Unit(
            "constant_per_resident",
            "money",
            2,
            last_year=PRICE_YEAR,
            source=(*_PEOPLE, *_PRICES),
        ),
        Unit("percent", "percent", 1),
        Unit("count", "count", 0, level=True),
        Unit("per_10000", "count", 1, source=_PEOPLE),
    )
}

# A map of plain euros is a map of where people live: money shows per resident unless asked.
_MONEY = ("per_resident", "eur", "budget_share", "constant", "constant_per_resident")
FORM_SOURCES = ("forms", "demo")
"""Stand for whatever figures of municipalities come from: forms, tables that they published, and
what is invented where neither is there."""

_MONEY_SOURCES = (*FORM_SOURCES, *_PEOPLE, *_PRICES)

INDICATORS: dict[str, Indicator] = {
    indicator.id: indicator
    for indicator in (
        Indicator(
            "total",
            group="budget",
            units=_MONEY,
            direction="neutral",
            source=_MONEY_SOURCES,
        ),
        Indicator(
            "budgetary",
            group="budget",
            units=_MONEY,
            direction="neutral",
            source=_MONEY_SOURCES,
        ),
        Indicator(
            "public",
            group="budget",
            units=_MONEY,
            direction="neutral",
            source=_MONEY_SOURCES,
        ),
        Indicator(
            "others",
            group="budget",
            units=_MONEY,
            direction="neutral",
            source=_MONEY_SOURCES,
        ),
        Indicator(
            "ngo_competition",
            group="ngo",
            units=_MONEY,
            direction="more",
            source=_MONEY_SOURCES,
            declarable=True,
        ),
        Indicator(
            "ngo_any",
            group="ngo",
            units=_MONEY,
            direction="more",
            source=_MONEY_SOURCES,
        ),
        Indicator(
            "ngo_competition_share",
            group="ngo",
            units=("percent",),
            direction="more",
            source=FORM_SOURCES,
            rate=True,
            declarable=True,
            decimals=2,
            share_of_money=True,
        ),
        Indicator(
            "ngo_recipients",
            group="ngo",
            units=("per_10000",),
            direction="more",
            source=(*FORM_SOURCES, *_PEOPLE),
        ),
        Indicator(
            "competitions",
            group="competitions",
            units=("count",),
            direction="neutral",
            source=FORM_SOURCES,
            declarable=True,
        ),
        Indicator(
            "success_rate",
            group="competitions",
            units=("percent",),
            direction="more",
            source=FORM_SOURCES,
            rate=True,
            of_applications=True,
        ),
        Indicator(
            "average_grant",
            group="competitions",
            units=("eur", "constant"),
            direction="neutral",
            source=(*FORM_SOURCES, *_PRICES),
            rate=True,
            of_applications=True,
        ),
        Indicator(
            "services_transferred",
            group="services",
            units=("percent",),
            direction="more",
            source=FORM_SOURCES,
            rate=True,
        ),
        Indicator(
            "openness",
            group="openness",
            units=("percent",),
            direction="more",
            source=FORM_SOURCES,
            by_area=False,
            rate=True,
            decimals=0,
        ),
    )
}


def find_indicator(indicator: str) -> Indicator:
    """Return the indicator of that id.

    Raises:
        UnknownIndicator: there is none; the error lists those there are.
    """
    if indicator not in INDICATORS:
        raise UnknownIndicator(indicator, INDICATORS)
    return INDICATORS[indicator]


def resolve(indicator: str, unit: str | None = None, area: str = ALL_AREAS) -> IndicatorView:
    """Make a view of ids, with the indicator's default unit where none is asked for.

    Policy areas are a code list of the database, so a misspelt one is noticed only when the view
    is asked of a store.

    Raises:
        UnknownIndicator: no such indicator.
        UnknownUnit: the indicator is not measured in that unit.
        UnknownArea: the indicator is not split by policy area.
    """
    found = find_indicator(indicator)
    chosen = found.units[0] if unit is None else unit
    if chosen not in found.units:
        raise UnknownUnit(chosen, found.units)
    if area != ALL_AREAS and not found.by_area:
        raise UnknownArea(area, (ALL_AREAS,))
    measure = UNITS[chosen]
    return IndicatorView(
        indicator=found,
        unit=measure,
        area=area,
        decimals=measure.decimals if found.decimals is None else found.decimals,
        years=tuple(year for year in YEARS if year <= measure.last_year),
        national="average" if measure.level and not found.rate else "rate",
    )
