"""Loads the drawn shapes: boundaries, label points, neighbours and the tile map.

Only loads, and with the standard library only: ``geo.generalise`` makes what is read here.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from geo.tables import FOLDER, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOUNDARIES: Final[Path] = FOLDER / "boundaries.geojson"
SMALL_BOUNDARIES: Final[Path] = FOLDER / "boundaries_small.geojson"
"""The same, coarser, for pictures of a few hundred pixels."""

POINTS: Final[Path] = FOLDER / "points.csv"
NEIGHBOURS: Final[Path] = FOLDER / "neighbours.csv"
TILES: Final[Path] = FOLDER / "tiles.csv"


def load_boundaries(path: Path = BOUNDARIES) -> dict[str, Any]:
    """The boundaries as a GeoJSON FeatureCollection in WGS 84 longitude and latitude.

    Args:
        path: `BOUNDARIES` or `SMALL_BOUNDARIES`.

    Returns:
        60 features whose id is a municipality code ("13"), then 10 whose id is a county's NUTS 3
        code ("LT011"). Exterior rings run clockwise, which is what d3-geo fills from the inside.
        Source: Registrų centras, generalised.
    """
    collection: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return collection


def label_points() -> dict[str, tuple[float, float]]:
    """Where a municipality's name sits best.

    Returns:
        Longitude and latitude in degrees by municipality code: the centre of the largest circle
        that fits into the drawn shape.
    """
    rows = read_rows(POINTS, ["code", "lon", "lat"])
    return {row["code"]: (float(row["lon"]), float(row["lat"])) for row in rows}


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """Which municipalities share a border, on land or water; touching in one point is not enough.

    Returns:
        The neighbours' codes by municipality code, symmetric and without itself.
    """
    found: dict[str, set[str]] = {}
    for row in read_rows(NEIGHBOURS, ["code", "neighbour"]):
        found.setdefault(row["code"], set()).add(row["neighbour"])
    return {code: frozenset(codes) for code, codes in found.items()}


def tiles() -> dict[str, tuple[int, int]]:
    """The tile map, where every municipality has one equal square.

    Returns:
        Column (from the west) and row (from the north), both from 0, by municipality code.
    """
    rows = read_rows(TILES, ["code", "column", "row"])
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in rows}


@cache
def extent() -> tuple[float, float, float, float]:
    """West, south, east and north of the country in degrees, as it is drawn."""
    shapes = load_boundaries(SMALL_BOUNDARIES)["features"]
    points = [point for shape in shapes for point in _points(shape["geometry"]["coordinates"])]
    east, north = (max(each) for each in zip(*points, strict=True))
    west, south = (min(each) for each in zip(*points, strict=True))
    return west, south, east, north


def _points(rings: list[Any]) -> Iterator[tuple[float, float]]:
    """The points of a polygon or of many."""
    for each in rings:
        if isinstance(each[0], float):
            yield each[0], each[1]
        else:
            yield from _points(each)
