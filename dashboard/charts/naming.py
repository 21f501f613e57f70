"""Where a name stands on the map: in the middle of its place, else below, above or beside it.

Names keep clear of markers, of signs and of each other; one without room is left out and counted.
The page's scripts do the same (assets/map/names.js) whenever the map is moved or enlarged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.lettering import width
from dashboard.charts.outlines import points, precedence, small_places
from dashboard.charts.projection import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.charts.picture import PicturedPlace

Spot = tuple[float, float]
Box = tuple[float, float, float, float]

BESIDE, APART = 0.85, 1.3
"""From the point to the end of a name beside it and to the middle of one above or below it, in the
size of its letters."""

HALF = 0.6
"""Half the height of a name, in the size of its letters."""

EDGE = 300
"""Units from the western edge within which the sea has most room for a name."""

WAYS = {"m": (0, 0), "l": (-1, 0), "r": (1, 0), "b": (0, 1), "a": (0, -1)}
"""Ways a name may stand to its point: over it, left, right, below, above."""


def ways(code: str) -> str:
    """The ways for a place, the best first; a name never covers the marker of its place."""
    if code in small_places():
        return "lrba" if points()[code][0] < EDGE else "rlba"
    return "mbarl"


def placed(
    places: Sequence[PicturedPlace], chosen: Iterable[str], size: float, dot: float
) -> dict[str, Spot]:
    """The middles of the names that find room, by code.

    Args:
        places: Whose names.
        chosen: Codes of those that come first where room is scarce; then cities, then the largest.
        size: Of the letters, in units of `charts.projection`.
        dot: Radius of the markers, in the same.
    """
    known = {item.code: item for item in places}
    taken = [_around(points()[code], dot, dot) for code in small_places()]
    signs = [points()[item.code] for item in places if item.sign]
    taken += [_around(point, 0.4 * size, HALF * size) for point in signs]
    found: dict[str, Spot] = {}
    for code in dict.fromkeys([*chosen, *precedence()]):
        if code not in known:
            continue
        half = width(known[code].name, size) / 2
        for way in ways(code):
            middle = _middle(points()[code], way, half, size)
            box = _around(middle, half, HALF * size)
            if not any(meet(box, other) for other in taken):
                found[code] = middle
                taken.append(box)
                break
    return found


def _middle(point: Spot, way: str, half: float, size: float) -> Spot:
    """The middle of a name; one that would leave the map is moved in."""
    right, down = WAYS[way]
    x, y = point[0] + right * (half + BESIDE * size), point[1] + down * APART * size
    return min(max(x, half), WIDTH - half), min(max(y, HALF * size), HEIGHT - HALF * size)


def _around(middle: Spot, half: float, tall: float) -> Box:
    """Left, top, right, bottom."""
    x, y = middle
    return x - half, y - tall, x + half, y + tall


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
