"""Names beside points of a plane: none over another, over a point, or out of the frame.

A name that must stand and finds no room beside its point stands farther away, led to by a line.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.charts.lettering import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from dashboard.charts.framing import Area

Ring = tuple[float, float, float]
"""The middle of a point and its radius."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""

ABOVE, BELOW = 0.78, 0.24
"""How far letters reach from their base, in their size."""

GAP = 0.35
"""Between a point and its name, in the size of letters."""

SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
"""Where a name may stand to its point, the best first: beside, above, below, at the corners."""

FAR = (1.6, 2.6, 3.8, 5.2, 7, 9, 12, 16)
"""How far from its point a name that must stand may be led, in the size of letters."""

TURNS = 16


class WantedName(NamedTuple):
    """A name, and the point that it belongs to.

    Attributes:
        at: The point.
        text: The name.
        must: Whether it stands even where there is no room beside the point.
        colour: Of the line that may lead to it.
        led_from: Where that begins, if not at the edge of `at`.
    """

    at: Ring
    text: str
    must: bool = False
    colour: str = ""
    led_from: Ring | None = None


class NameSpot(NamedTuple):
    """Where a name stands: its left end, its base, all its room, and whether a line leads to it."""

    x: float
    y: float
    room: Rectangle
    led: bool = False


def named_spots(
    wanted: Sequence[WantedName],
    rings: Sequence[Ring],
    area: Area,
    size: float,
    taken: Sequence[Rectangle] = (),
    most: int = 60,
) -> list[NameSpot | None]:
    """Room for names, as far as there is any.

    Args:
        wanted: The first ones have precedence; those that must stand come first, and are bold.
        rings: All points that are to be seen.
        area: The frame.
        size: Of the letters.
        taken: Further rectangles where nothing may stand.
        most: How many names there may be, those that must stand left aside.

    Returns:
        One each; None for a name that finds no room.
    """
    points = np.array(rings, dtype=float).reshape(-1, 3)
    found: list[NameSpot | None] = []
    placed = [*taken]
    for each in wanted:
        spot = None
        if each.must or sum(one is not None for one in found) < most:
            spot = _spot(each, points, area, size, placed)
        if spot:
            placed.append(spot.room)
        found.append(spot)
    return found


def _spot(
    wanted: WantedName,
    points: NDArray[np.float64],
    area: Area,
    size: float,
    placed: Sequence[Rectangle],
) -> NameSpot | None:
    long = width(wanted.text, size, bold=wanted.must)
    second = None
    for spot in _tried(wanted, long, size):
        if _within(spot.room, area) and not any(meet(spot.room, other) for other in placed):
            if not _covers(spot.room, points):
                return spot
            second = second or spot
    return second if wanted.must else None  # rather over points than over a name


def _tried(wanted: WantedName, long: float, size: float) -> Iterator[NameSpot]:
    x, y, radius = wanted.at
    for right, down in SIDES:
        away = radius + GAP * size
        yield _stood((x + right * away, y + down * away), (right, down), long, size)
    if wanted.must:
        for far in FAR:
            for turn in range(TURNS):
                right, down = cos(2 * pi * turn / TURNS), sin(2 * pi * turn / TURNS)
                end = x + right * far * size, y + down * far * size
                yield _stood(end, (right, down), long, size)._replace(led=True)


def _stood(
    end: tuple[float, float], way: tuple[float, float], long: float, size: float
) -> NameSpot:
    """A name whose side that looks to the point ends there."""
    right, down = way
    left = end[0] - (1 - max(-1, min(1, 2 * right))) / 2 * long
    tall = (ABOVE + BELOW) * size
    top = end[1] - (1 - max(-1, min(1, 2 * down))) / 2 * tall
    return NameSpot(left, top + ABOVE * size, (left, top, left + long, top + tall))


def _within(room: Rectangle, area: Area) -> bool:
    return (
        room[0] >= area.left
        and room[1] >= area.top
        and room[2] <= area.left + area.width
        and room[3] <= area.top + area.height
    )


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles lie over each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(room: Rectangle, points: NDArray[np.float64]) -> bool:
    """Whether any point, with a little air, lies under a rectangle."""
    x, y, radius = points.T
    apart_x = np.maximum(np.maximum(room[0] - x, x - room[2]), 0)
    apart_y = np.maximum(np.maximum(room[1] - y, y - room[3]), 0)
    return bool((apart_x**2 + apart_y**2 < (radius + 1) ** 2).any())
