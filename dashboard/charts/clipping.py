"""A polygon cut to a rectangle, so that no renderer has to: clipping costs it a layer each time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[int, int]
"""In units of the viewBox."""


def clipped(ring: Sequence[Point], box: tuple[int, int, int, int]) -> list[Point]:
    """What lies within, by Sutherland and Hodgman; the parts hang together along the edge.

    Args:
        ring: A closed ring, whose last point is its first.
        box: Left, top, right, bottom.

    Returns:
        A closed ring; nothing where it lies outside.
    """
    found = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        found = _half(found, axis, limit, sign)
    return found


def _half(ring: list[Point], axis: int, limit: int, sign: int) -> list[Point]:
    """What lies on one side of a line: above the limit, or with a negative sign below it."""
    kept: list[Point] = []
    for start, end in pairwise(ring):
        before, after = sign * (start[axis] - limit), sign * (end[axis] - limit)
        if before * after < 0:
            kept.append(_between(start, end, before / (before - after)))
        if after >= 0:
            kept.append(end)
    return [*kept, kept[0]] if kept else []


def _between(start: Point, end: Point, share: float) -> Point:
    return (
        round(start[0] + share * (end[0] - start[0])),
        round(start[1] + share * (end[1] - start[1])),
    )
