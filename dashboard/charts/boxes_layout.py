"""Where the dots of boxes lie: beside each other within their row, in all rows equally large."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.swarm import swarm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.charts.boxes import BoxDot, BoxRow

RADII = (0.4, 0.33, 0.27, 0.22, 0.18, 0.14)
"""Of dots, in the size of letters: the first that has room in all rows."""

OWN = 0.42
"""Radius of selected ones, in the size of letters."""

FILLED = 0.84
"""Share of the height of a row that dots may take."""


class BoxSpot(NamedTuple):
    """A dot with its place and radius, px."""

    dot: BoxDot
    x: float
    y: float
    radius: float


def box_spots(
    rows: Sequence[BoxRow], middles: Sequence[float], scale: Callable[[float], float],
    tall: float, size: float,
) -> list[list[BoxSpot]]:  # fmt: skip
    """The dots of each row, none over another as long as there is room for the smallest.

    Args:
        rows: The rows.
        middles: Where the middle of each lies.
        scale: Figures to px.
        tall: Height of a row.
        size: Of the letters.
    """
    reach = FILLED * tall / 2
    for share in RADII:
        found = _all_swarmed(rows, scale, share * size, reach, size, force=share == RADII[-1])
        if found is not None:
            break
    return [
        [spot._replace(y=middle + spot.y) for spot in spots]
        for spots, middle in zip(found or (), middles, strict=True)
    ]


def _all_swarmed(
    rows: Sequence[BoxRow], scale: Callable[[float], float], radius: float, reach: float,
    size: float, *, force: bool,
) -> list[list[BoxSpot]] | None:  # fmt: skip
    """The dots of all rows; None as soon as one has no room for all of its own."""
    found = []
    for row in rows:
        spots = _swarmed(row, scale, radius, reach, size, force=force)
        if spots is None:
            return None
        found.append(spots)
    return found


def _swarmed(
    row: BoxRow, scale: Callable[[float], float], radius: float, reach: float, size: float,
    *, force: bool,
) -> list[BoxSpot] | None:  # fmt: skip
    """The dots about a middle at nought; selected ones lie nearest to it."""
    dots = sorted(row.dots, key=lambda dot: not dot.own)
    places = [scale(dot.value) for dot in dots]
    radii = [max(radius, OWN * size) if dot.own else radius for dot in dots]
    room = max(reach - radius, 0.0)
    endless = 3 * (len(dots) + 1) * size
    away = swarm(places, radii, radius, endless if force else room)
    if away is None:
        return None
    most = max(map(abs, away), default=0.0)
    closer = min(room / most, 1.0) if most else 1.0
    return [*map(BoxSpot, dots, places, [closer * each for each in away], radii)]
