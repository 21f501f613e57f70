"""Outlines for maps the size of a stamp: few points, so that many maps can refer to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dashboard.charts.outlines import closed_path, outlines, points, small_places
from dashboard.charts.projection import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.clipping import Point

COARSER = 5
"""Units of the map in a unit of these."""

TINY_WIDTH, TINY_HEIGHT = WIDTH // COARSER, HEIGHT // COARSER

DOT_RADIUS = 6
"""Of the marker of a municipality that is too small to be seen, in units of the tiny map."""


@dataclass(frozen=True)
class TinyOutlines:
    """Path data in units of the tiny map.

    Attributes:
        places: By code, with the markers of small places; these come last.
        counties: The lines of counties, in units of `charts.projection`.
    """

    places: dict[str, str]
    counties: str


@cache
def tiny_outlines() -> TinyOutlines:
    """The outlines; neighbours still touch, as each point is moved to the same place for both."""
    found = outlines(small=True)
    small = small_places()
    places = {
        code: closed_path(_coarse(rings)) + (_dot(code) if code in small else "")
        for code, rings in found.rings.items()
    }
    # The small lie on top: their markers reach over their neighbours.
    ordered = [code for code in places if code not in small] + [*small]
    return TinyOutlines({code: places[code] for code in ordered}, found.counties)


def _coarse(rings: Sequence[Sequence[Point]]) -> list[list[Point]]:
    moved = [
        _without_repeats([(round(x / COARSER), round(y / COARSER)) for x, y in ring])
        for ring in rings
    ]
    return [ring for ring in moved if len(ring) > 3]


def _without_repeats(ring: list[Point]) -> list[Point]:
    return [point for at, point in enumerate(ring) if at == 0 or point != ring[at - 1]]


def _dot(code: str) -> str:
    x, y = (round(each / COARSER) for each in points()[code])
    half = f"a{DOT_RADIUS} {DOT_RADIUS} 0 1 0"
    return f"M{x - DOT_RADIUS} {y}{half} {2 * DOT_RADIUS} 0{half}-{2 * DOT_RADIUS} 0z"
