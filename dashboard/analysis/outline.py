"""What the yearly analysis is made of: its sections, and the views of the bench in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnalysisPiece:
    """A view that a section shows.

    Attributes:
        id: Its name in files.
        query: Of the bench, without year and kind of figures; of a map, of the map's page.
        pictures: Ids of its pictures that are shown; the first one where none is named.
        is_map: Whether it is a plain map of an indicator's level.
        statistics: Whether its reckoned numbers stand in a table.
        sentence: Whether its sentence is told; not where another view has said it before.
        compares: Whether it needs a year before, and is left out of the first one.
    """

    id: str
    query: str
    pictures: tuple[str, ...] = ()
    is_map: bool = False
    statistics: bool = False
    sentence: bool = True
    compares: bool = False


SHARE = "indicator=ngo_competition_share"
REAL_MONEY = "indicator=ngo_competition&unit=constant_per_resident"

OUTLINE: dict[str, tuple[AnalysisPiece, ...]] = {
    "split": (
        AnalysisPiece("split-map", "view=split&parts=map"),
        AnalysisPiece("split-flows", "view=split&parts=flows", sentence=False, compares=True),
    ),
    "ngo": (
        AnalysisPiece("ngo-share", SHARE, is_map=True),
        AnalysisPiece("ngo-share-years", f"view=distribution&{SHARE}&by=year", compares=True),
    ),
    "change": (
        AnalysisPiece(
            "ngo-share-change",
            f"view=difference&{SHARE}",
            pictures=("map", "slopes"),
            compares=True,
        ),
        AnalysisPiece("ngo-money-change", f"view=difference&{REAL_MONEY}", compares=True),
    ),
    "groups": (
        AnalysisPiece("ngo-share-groups", f"view=distribution&{SHARE}&by=group", statistics=True),
    ),
    "relation": (
        AnalysisPiece(
            "share-and-budget",
            f"view=relation&{SHARE}&other_indicator=total&other_unit=constant_per_resident"
            "&colour=group",
            statistics=True,
        ),
        AnalysisPiece("share-and-density", f"view=relation&{SHARE}&other_indicator=density&log=x"),
    ),
    "inequality": (AnalysisPiece("inequality", f"view=inequality&{REAL_MONEY}", statistics=True),),
    "place": (
        AnalysisPiece("clusters", f"view=inequality&{SHARE}&lines=clusters", statistics=True),
    ),
    "services": (
        AnalysisPiece("services", "indicator=services_transferred", is_map=True),
        AnalysisPiece(
            "services-years",
            "view=distribution&indicator=services_transferred&by=year",
            compares=True,
        ),
    ),
    "competitions": (
        AnalysisPiece("success-years", "view=distribution&indicator=success_rate&by=year"),
        AnalysisPiece(
            "grants-years", "view=distribution&indicator=average_grant&unit=constant&by=year"
        ),
    ),
    "openness": (AnalysisPiece("openness", "indicator=openness", is_map=True),),
}
"""Views by section, in the order of the document."""

ANNEX = (
    ("ngo_competition_share", "percent"),
    ("ngo_competition", "per_resident"),
    ("total", "per_resident"),
    ("ngo_recipients", "per_10000"),
    ("services_transferred", "percent"),
    ("openness", "percent"),
)
"""Indicators of the table of all municipalities, each in a unit."""
