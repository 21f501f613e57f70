"""The boundaries as paths of an svg: moves from point to point in whole numbers, written short.

A county's line is drawn once even where two counties share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.charts.projection import place
from geo.boundaries import BOUNDARIES, SMALL_BOUNDARIES, label_points, load_boundaries
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.charts.clipping import Point

SMALL_KM2, NARROW_KM2 = 160, 540
"""Below the first area a municipality gets a marker, so that it can be seen; below the second one
it can be hit beside its outline too, as no circle of 24 px fits into it on a laptop."""

_MOVED = {"12": (0.044, 0.035), "11": (-0.031, -0.031), "25": (0.0, 0.0117)}
"""Degrees by which points are moved, so that those of neighbours lie 24 px apart on a phone."""


@dataclass(frozen=True)
class Outlines:
    """Path data in the viewBox of `charts.projection`.

    Attributes:
        places: By municipality code, in the order of `municipalities()`.
        rings: The same as closed rings of points, the outer one first.
        boxes: Left, top, right, bottom of each.
        counties: The lines of all counties in one.
    """

    places: dict[str, str]
    rings: dict[str, list[list[Point]]]
    boxes: dict[str, tuple[int, int, int, int]]
    counties: str


@cache
def outlines(*, small: bool = False) -> Outlines:
    """The outlines; the small ones suit a map of up to 600 px."""
    features = load_boundaries(SMALL_BOUNDARIES if small else BOUNDARIES)["features"]
    rings = {
        feature["id"]: [_units(ring) for ring in feature["geometry"]["coordinates"]]
        for feature in features
    }
    codes = [item.code for item in municipalities()]
    return Outlines(
        places={code: closed_path(rings[code]) for code in codes},
        rings={code: rings[code] for code in codes},
        boxes={code: _box(rings[code][0]) for code in codes},
        counties=_once(ring for key, found in rings.items() if key not in codes for ring in found),
    )


@cache
def degrees() -> dict[str, tuple[float, float]]:
    """Where signs, markers and names stand, by code, in the order of `municipalities()`."""
    found = label_points()
    moves = ((item.code, _MOVED.get(item.code, (0, 0))) for item in municipalities())
    return {
        code: (round(found[code][0] + east, 4), round(found[code][1] + north, 4))
        for code, (east, north) in moves
    }


@cache
def points() -> dict[str, Point]:
    """The same in the viewBox of `charts.projection`."""
    return {code: _unit(*place) for code, place in degrees().items()}


@cache
def small_places(below: int = SMALL_KM2) -> tuple[str, ...]:
    """Codes of those that get a marker, largest first, so that the smallest lie on top."""
    found = [item for item in municipalities() if item.area_km2 < below]
    return tuple(item.code for item in sorted(found, key=lambda item: -item.area_km2))


@cache
def precedence() -> tuple[str, ...]:
    """Codes in the order in which names get their place: cities, then the largest."""
    ordered = sorted(municipalities(), key=lambda item: (item.group != "city", -item.area_km2))
    return tuple(item.code for item in ordered)


def _unit(lon: float, lat: float) -> Point:
    x, y = place(lon, lat)
    return round(x), round(y)


def _units(ring: Sequence[Sequence[float]]) -> list[Point]:
    """A ring on whole units, without points that fell together."""
    found: list[Point] = []
    for lon, lat in ring:
        point = _unit(lon, lat)
        if not found or found[-1] != point:
            found.append(point)
    return found


def _box(ring: Sequence[Point]) -> tuple[int, int, int, int]:
    across, down = zip(*ring, strict=True)
    return min(across), min(down), max(across), max(down)


def closed_path(rings: Iterable[Sequence[Point]]) -> str:
    """Closed rings as path data."""
    return "".join(_path(ring[:-1]) + "z" for ring in rings)


def _path(line: Sequence[Point]) -> str:
    """A line as path data: to its first point, then by moves; a minus is separator enough."""
    (x, y), *further = line
    numbers = [x, y]
    text = f"M{x} {y}l"
    moves: list[str] = []
    for point in further:
        moves += [str(point[0] - numbers[0]), str(point[1] - numbers[1])]
        numbers = [*point]
    return text + " ".join(moves).replace(" -", "-")


def _once(rings: Iterable[Sequence[Point]]) -> str:
    """Rings as lines that leave out whatever was drawn before."""
    drawn: set[frozenset[Point]] = set()
    lines: list[list[Point]] = []
    for ring in rings:
        follows = False
        for start, end in pairwise(ring):
            edge = frozenset((start, end))
            if edge in drawn:
                follows = False
                continue
            drawn.add(edge)
            lines[-1].append(end) if follows else lines.append([start, end])
            follows = True
    return "".join(map(_path, lines))
