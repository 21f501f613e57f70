"""Dots on a line that lie beside each other, and names on poles above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Pole(NamedTuple):
    """A name that stands on a pole, like a flag: it is led to without crossing any other name.

    Attributes:
        row: From the top.
        at: Where the pole stands.
        start: Where the name begins.
        end: Where it ends.
    """

    row: int
    at: float
    start: float
    end: float


def swarm(
    places: Sequence[float], radii: Sequence[float], step: float, reach: float
) -> list[float] | None:
    """How far from the line each dot lies so that none lies over another.

    Args:
        places: Where they lie along the line; the first ones lie nearest to it.
        radii: Of the dots.
        step: Between the rows that they may lie in.
        reach: How far from the line the last row may be.

    Returns:
        None where there is no room for all.
    """
    rows = [0.0]
    for number in range(1, int(reach / step) + 1):
        rows += (-number * step, number * step)
    found: list[tuple[float, float, float]] = []
    for x, radius in zip(places, radii, strict=True):
        near = [
            (a - x, b, 0.99 * (radius + other))
            for a, b, other in found
            if abs(a - x) < radius + other
        ]
        for row in rows:
            if all(a * a + (b - row) ** 2 >= apart * apart for a, b, apart in near):
                found.append((x, row, radius))
                break
        else:
            return None
    return [away for _, away, _ in found]


def poles(
    wanted: Sequence[tuple[float, float]], room: tuple[float, float], rows: int, gap: float
) -> list[Pole | None]:
    """Room for names above a line, each beside or on its pole.

    Args:
        wanted: Where each pole stands and how long its name is; the first ones have precedence.
        room: Least and largest place of a name.
        rows: Rows at most.
        gap: Between a name and what is beside it.

    Returns:
        One each; None for a name that finds no room.
    """
    found: list[Pole | None] = []
    for at, long in wanted:
        tried = (
            Pole(row, at, start, start + long)
            for row in range(rows)
            for start in (at + gap, at - gap - long, at - long / 2)
            if start >= room[0] and start + long <= room[1]
        )
        placed = [pole for pole in found if pole]
        found.append(
            next((pole for pole in tried if not any(_cross(pole, o, gap) for o in placed)), None)
        )
    return found


def _cross(one: Pole, other: Pole, gap: float) -> bool:
    """Whether names lie over each other, or a pole, which goes down, runs through a name."""
    if one.row == other.row:
        return (
            min(one.at, one.start) - gap < max(other.at, other.end)
            and min(other.at, other.start) - gap < max(one.at, one.end)
        )  # fmt: skip
    above, below = sorted((one, other))
    return below.start - 0.9 * gap < above.at < below.end + 0.9 * gap
