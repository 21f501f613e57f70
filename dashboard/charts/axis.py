"""Scales and ticks of charts: round numbers, few of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


NOUGHT = 1e-200
"""Figures that differ by less are the same: an axis between them could not be written."""


@dataclass(frozen=True)
class AxisScale:
    """Figures to px, evenly."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a figure lies."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(values: Iterable[float], most: int = 5) -> list[float]:
    """Round numbers from zero, or below, to above the largest figure.

    Args:
        values: What has to lie between; without any, between 0 and 1.
        most: Steps at most.
    """
    known = [*values, 0.0]
    low, high = min(known), max(known)
    if high - low < NOUGHT:
        high = low + 1
    rough = (high - low) / most
    unit = 10.0 ** floor(log10(rough))
    for step in (unit, 2 * unit, 2.5 * unit, 5 * unit, 10 * unit, 20 * unit):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first <= most:
            return [number * step for number in range(first, last + 1)]
    raise AssertionError("twice the rough step always does")


def inner_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers between two figures, wherever zero lies; `most` steps at most."""
    rough = (high - low) / most
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * part for part in (1, 2, 2.5, 5, 10, 20) if unit * part >= rough)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def every(years: Sequence[int], room: float, label: float) -> list[int]:
    """The years that are written: all, or every second, third …, always with the newest."""
    most = max(1, floor(room / label))
    step = ceil(len(years) / most)
    return [*years[::-1][::step]][::-1]
