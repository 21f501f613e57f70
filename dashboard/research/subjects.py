"""What can be studied: an indicator in a unit and area, or a feature of municipalities.

Each is told as a level or as a measure made of levels: a change, an index, a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from data.catalog import ALL_AREAS, INDICATORS, UNITS, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

FigureKind = Literal["money", "percent", "count"]

LEVEL = "level"
MEASURES = (LEVEL, "change", "growth", "yearly", "index", "share", "z", "rank")
"""The figure itself; its change since the base year, in its unit, in per cent, in per cent a year;
an index (base year = 100); its share of the country; its distance from the mean in standard
deviations; its place from the largest."""

OF_TWO_YEARS = ("change", "growth", "yearly", "index")
"""Measures that need a base year."""


@dataclass(frozen=True)
class StudiedFeature:
    """A feature of municipalities that figures can be set beside.

    Attributes:
        id: Name in addresses, texts and of its column in `data.asking.views.municipality_features`.
        decimals: Digits after the decimal mark.
        kind: How it is written.
        sums: Whether municipalities' figures can be added up.
    """

    id: str
    decimals: int
    kind: FigureKind = "count"
    sums: bool = False


FEATURES_STUDIED = {
    feature.id: feature
    for feature in (
        StudiedFeature("residents", 0, sums=True),
        StudiedFeature("density", 1),
        StudiedFeature("older", 1, "percent"),
        StudiedFeature("area_km2", 0, sums=True),
    )
}
STUDIED = (*INDICATORS, *FEATURES_STUDIED)
"""Ids of all that can be studied."""


@dataclass(frozen=True)
class Subject:
    """What is studied.

    Attributes:
        of: Id of an indicator or of a feature.
        unit: One of the indicator's units; empty for a feature.
        area: A policy area.
        measure: One of `MEASURES`.
    """

    of: str
    unit: str = ""
    area: str = ALL_AREAS
    measure: str = LEVEL

    @property
    def is_feature(self) -> bool:
        """Whether it is a feature of municipalities and no indicator."""
        return self.of in FEATURES_STUDIED

    @property
    def kind(self) -> FigureKind:
        """How its level is written: euros, per cent, or a bare number."""
        return FEATURES_STUDIED[self.of].kind if self.is_feature else UNITS[self.unit].kind

    @property
    def decimals(self) -> int:
        """Digits of its level after the decimal mark."""
        if self.is_feature:
            return FEATURES_STUDIED[self.of].decimals
        return resolve(self.of, self.unit, self.area).decimals

    @property
    def sums(self) -> bool:
        """Whether figures of municipalities add up to the country's."""
        if self.is_feature:
            return FEATURES_STUDIED[self.of].sums
        return UNITS[self.unit].level and not INDICATORS[self.of].rate


def units_of(of: str) -> tuple[str, ...]:
    """Units of what is studied, the usual first; one empty one for a feature."""
    return INDICATORS[of].units if of in INDICATORS else ("",)


def areas_of(of: str, areas: Sequence[str]) -> tuple[str, ...]:
    """Policy areas that it can be told for, all together first."""
    by_area = of in INDICATORS and INDICATORS[of].by_area
    return (ALL_AREAS, *areas) if by_area else (ALL_AREAS,)


def measures_of(subject: Subject) -> tuple[str, ...]:
    """Measures that make sense: a rate has no share of the country, a constant no change."""
    constant = subject.of == "area_km2"
    return tuple(
        measure
        for measure in MEASURES
        if (measure != "share" or subject.sums) and not (constant and measure in OF_TWO_YEARS)
    )
