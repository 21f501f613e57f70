"""Where a municipality stands among others, how sure that is, and how far it is to their middle."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isnan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

FEWEST = 5
"""Ranks among fewer figures than these are not given."""

FEWEST_MIDDLE = 3
"""A median or quartiles of fewer figures than these are not given."""


@dataclass(frozen=True)
class Place:
    """A place among figures, the own one among them.

    Attributes:
        rank: 1 is the largest; equal figures share a rank.
        count: How many figures there are.
        smaller: How many are smaller.
    """

    rank: int
    count: int
    smaller: int

    @property
    def percentile(self) -> float:
        """Of how many per cent of the others the figure is larger."""
        return 100 * self.smaller / (self.count - 1)


@dataclass(frozen=True)
class Middle:
    """The median of figures, and their quartiles."""

    median: float
    low: float
    high: float


def place_among(
    figures: Sequence[float], own: int, others: Sequence[int], *, fewest: int = FEWEST
) -> Place | None:
    """The place of a municipality among others.

    Args:
        figures: Of all municipalities; NaN where there is none that counts.
        own: Number of the municipality.
        others: Numbers of those it is compared with, without it.
        fewest: Figures below which there is no place.

    Returns:
        None where it has no figure, or too few have one.
    """
    value, known = figures[own], known_among(figures, others)
    if isnan(value) or len(known) + 1 < fewest:
        return None
    larger = sum(each > value for each in known)
    return Place(larger + 1, len(known) + 1, sum(each < value for each in known))


def known_among(figures: Sequence[float], others: Sequence[int]) -> list[float]:
    """The figures that others have."""
    return [value for at in others if not isnan(value := figures[at])]


def middle_of(figures: Sequence[float], others: Sequence[int]) -> Middle | None:
    """The median and the quartiles of the others; None of fewer than `FEWEST_MIDDLE`."""
    known = sorted(known_among(figures, others))
    if len(known) < FEWEST_MIDDLE:
        return None
    return Middle(*(_quantile(known, share) for share in (0.5, 0.25, 0.75)))


def median_of(figures: Sequence[float]) -> float | None:
    """The median of the known ones; None of fewer than `FEWEST_MIDDLE`."""
    known = sorted(value for value in figures if not isnan(value))
    return _quantile(known, 0.5) if len(known) >= FEWEST_MIDDLE else None


def _quantile(rising: Sequence[float], share: float) -> float:
    """The figure below which a share lies, between two where need be, as numpy does by default."""
    at, rest = divmod(share * (len(rising) - 1), 1)
    low, high = rising[int(at)], rising[min(int(at) + 1, len(rising) - 1)]
    return low + (high - low) * rest


def rank_span(
    figures: Sequence[float],
    own: int,
    others: Sequence[int],
    groups: Iterable[Sequence[int]] = (),
) -> tuple[int, int] | None:
    """The lowest and the highest rank, whichever others are taken.

    Each of the others is left out once, and each other group is taken once. The share of larger
    figures there is told as a rank among as many as there are here, so that all compare.

    Args:
        figures: Of all municipalities; NaN where there is none that counts.
        own: Number of the municipality.
        others: Numbers of those it is compared with.
        groups: Numbers of those that it could be compared with instead.

    Returns:
        The first and the last rank among `others`; None where it has no rank there.
    """
    here = place_among(figures, own, others)
    if here is None:
        return None
    ranks = [here.rank]
    larger, rest = here.rank - 1, here.count - 2
    if here.count > FEWEST:
        ranks += [_scaled(larger - 1, rest, here.count)] if larger else []
        ranks += [_scaled(larger, rest, here.count)] if larger < here.count - 1 else []
    for group in groups:
        there = place_among(figures, own, group)
        if there:
            ranks.append(_scaled(there.rank - 1, there.count - 1, here.count))
    return min(ranks), max(ranks)


def _scaled(larger: int, others: int, count: int) -> int:
    """The rank among `count` at which as large a share is larger as `larger` of `others`."""
    return 1 + floor(larger * (count - 1) / others + 0.5)


def change_since(
    values: NDArray[np.float64],
    counted: NDArray[np.bool_],
    broken: NDArray[np.bool_],
    row: int,
    years: int,
) -> float | None:
    """How much a figure rose on that of some years before.

    Args:
        values: Of one municipality, a figure a year.
        counted: Which of them count.
        broken: In which years the series breaks.
        row: Number of the year.
        years: How many years before.

    Returns:
        None where one of the two does not count, or the series breaks between them.
    """
    former = row - years
    if former < 0 or not (counted[row] and counted[former]) or broken[former + 1 : row + 1].any():
        return None
    return float(values[row] - values[former])


def shortfall(value: float, goal: float | None, denominator: float) -> float:
    """What the numerator lacks for a figure to reach a goal; 0 where it is reached, or unknown."""
    if goal is None or not value < goal:
        return 0.0
    return (goal - value) * denominator


def whole(amount: float) -> int:
    """An amount of things that cannot be parted: the next whole number."""
    return ceil(amount - 1e-9)
