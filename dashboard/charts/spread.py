"""Labels beside the ends of lines, moved apart so that none lies over another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places at least `gap` apart within `low` and `high`, in the order of those wanted.

    Where there is not room for all, they stand evenly and closer.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    places, last = list(wanted), low - gap
    for index in order:
        places[index] = last = max(wanted[index], last + gap)
    last = high + gap
    for index in reversed(order):
        places[index] = last = min(places[index], last - gap)
    return places
