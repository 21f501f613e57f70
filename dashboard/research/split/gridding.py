"""Lines of real shares across the centred and zoomed triangle.

Centring keeps lines straight, so a line needs only its two ends.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.ternary_picture import TernaryLine
from dashboard.research.split.mixture import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from dashboard.charts.ternary import Mixture

STATIONS, WITHIN = (0.12, 0.37, 0.62, 0.87), 0.08
"""Where along an edge a line is wanted, and how far from there it may be for a round number."""

END = 1e-9


def grid_lines(
    centre: NDArray[np.float64],
    zoom: float,
    write: Callable[[float], str],
    full: Callable[[int, str], str],
) -> tuple[TernaryLine, ...]:
    """A few round shares of each part of which the centre has any.

    Args:
        centre: The mixture in the middle.
        zoom: By how much the triangle is zoomed.
        write: Writes a share, in per cent.
        full: Writes the same with the part that it is of.
    """
    lines = []
    for part in range(PARTS):
        if not 0 < centre[part] < 1:
            continue
        for share in _round_shares(part, centre, zoom):
            ends = _clipped(*_ends(part, share, centre, zoom))
            if ends:
                label = write(100 * share)
                lines.append(TernaryLine(part, ends, label, full(part, label)))
    return tuple(lines)


def _round_shares(part: int, centre: NDArray[np.float64], zoom: float) -> list[float]:
    """Round shares along the edge where they are written, about as far from each other there."""
    edge = (part + 1) % PARTS
    found = []
    for middle in STATIONS:
        ends = (middle - WITHIN, middle + WITHIN)
        low, high = sorted(_on_edge(part, edge, each, centre, zoom) for each in ends)
        if high - low > END:
            found.append(roundest(100 * low, 100 * high) / 100)
    return [share for share in dict.fromkeys(found) if 0 < share < 1]


def roundest(low: float, high: float) -> float:
    """The roundest number between two: the fewest digits, tens before fives before even ones."""
    for power in range(2, -8, -1):
        for digits in (10, 5, 2, 1):
            step = digits * 10.0 ** (power - 1)
            number = ceil(low / step - END) * step
            if number <= high:
                return number
    return (low + high) / 2


def _on_edge(part: int, edge: int, where: float, centre: NDArray[np.float64], zoom: float) -> float:
    """The real share at a place along the edge where another part is nought."""
    seen = np.zeros(PARTS)
    seen[part], seen[3 - part - edge] = where, 1 - where
    plain = np.maximum(1 / 3 + (seen - 1 / 3) / zoom, 0) * centre
    return float(plain[part] / plain.sum())


def _ends(
    part: int, share: float, centre: NDArray[np.float64], zoom: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where a line of a real share would end in an endless plane, in the order of the others."""
    found = []
    for other in range(PARTS):
        if other != part:
            # Towards a part that the centre has nothing of, all lines run into its corner.
            ratios = np.zeros(PARTS)
            if centre[other] > 0:
                ratios[part], ratios[other] = share / centre[part], (1 - share) / centre[other]
            else:
                ratios[other] = 1
            found.append(1 / 3 + zoom * (ratios / ratios.sum() - 1 / 3))
    return found[0], found[1]


def _clipped(
    start: NDArray[np.float64], end: NDArray[np.float64]
) -> tuple[Mixture, Mixture] | None:
    """What of a line lies within the triangle."""
    low, high = 0.0, 1.0
    for one, other in zip(start, end, strict=True):
        if abs(other - one) < END:
            if one < 0:
                return None
            continue
        crossing = -one / (other - one)
        low, high = (max(low, crossing), high) if other > one else (low, min(high, crossing))
    if low >= high:
        return None
    ends = (start + at * (end - start) for at in (low, high))
    first, second = (tuple(float(part) for part in each) for each in ends)
    return first, second  # type: ignore[return-value]
