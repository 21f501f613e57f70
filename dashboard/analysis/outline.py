"""What the yearly analysis is made of: its sections, and the views of the bench in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A view that a section shows.

    Attributes:
        id: Its name in files.
        query: Of the bench, without year and kind of figures; of a map, of the map's page.
        pictures: How many of its pictures are shown, from the first.
        is_map: Whether it is a plain map of an indicator's level.
        in_summary: Whether its sentence stands in the summary too.
        statistics: Whether its reckoned numbers stand in a table.
    """

    id: str
    query: str
    pictures: int = 1
    is_map: bool = False
    in_summary: bool = False
    statistics: bool = False


SHARE = "indicator=ngo_competition_share"
REAL_MONEY = "indicator=ngo_competition&unit=constant_per_resident"

OUTLINE: dict[str, tuple[Piece, ...]] = {
    "split": (
        Piece("split-map", "view=split&parts=map", in_summary=True),
        Piece("split-flows", "view=split&parts=flows"),
    ),
    "ngo": (
        Piece("ngo-share", SHARE, is_map=True, in_summary=True),
        Piece("ngo-share-years", f"view=multiples&{SHARE}&tiled=maps"),
    ),
    "change": (
        Piece("ngo-share-change", f"view=difference&{SHARE}", pictures=2, in_summary=True),
        Piece("ngo-money-change", f"view=difference&{REAL_MONEY}"),
    ),
    "groups": (
        Piece("ngo-share-groups", f"view=distribution&{SHARE}&by=group", statistics=True),
        Piece("ngo-share-spread", f"view=distribution&{SHARE}&by=year"),
    ),
    "relation": (
        Piece(
            "share-and-budget",
            f"view=relation&{SHARE}&other_indicator=total&other_unit=constant_per_resident"
            "&colour=group",
            statistics=True,
        ),
        Piece("share-and-density", f"view=relation&{SHARE}&other_indicator=density&log=x"),
    ),
    "inequality": (
        Piece("inequality", f"view=inequality&{REAL_MONEY}", in_summary=True, statistics=True),
    ),
    "place": (Piece("clusters", f"view=inequality&{SHARE}&lines=clusters", statistics=True),),
    "services": (
        Piece("services", "indicator=services_transferred", is_map=True, in_summary=True),
        Piece("services-spread", "view=distribution&indicator=services_transferred&by=year"),
    ),
    "competitions": (
        Piece("success", "view=distribution&indicator=success_rate&by=year"),
        Piece("grants", "view=distribution&indicator=average_grant&unit=constant&by=year"),
    ),
    "openness": (Piece("openness", "indicator=openness", is_map=True),),
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
