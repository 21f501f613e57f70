"""In which order the nodes of each column of a Sankey stand, so that few links cross.

Barycenters: a column is sorted by where its nodes' neighbours lie on average, to and fro, and the
best order that was come by is kept. Everything is decided by values and ids, so that the same flows
always look the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SWEEPS = 6
"""To and fro; orders hardly change after three."""

Order = list[list[str]]
"""Ids of the nodes of each column, from the top."""


@dataclass(frozen=True)
class Strand:
    """A flow all the way.

    Attributes:
        path: The id of a node in each column.
        value: More than nought.
    """

    path: tuple[str, ...]
    value: float


@lru_cache(maxsize=32)  # a picture is drawn in several sizes
def ordered(strands: tuple[Strand, ...]) -> Order:
    """The nodes of each column in the order in which least is crossed."""
    columns = range(len(strands[0].path))
    order = [_by_value(strands, column) for column in columns]
    best, least = order, crossed(strands, order)
    for sweep in range(2 * SWEEPS):
        forth = sweep % 2 == 0
        order = [list(column) for column in order]
        for column in columns[1:] if forth else columns[-2::-1]:
            beside = column - 1 if forth else column + 1
            order[column] = _by_neighbours(strands, order, column, beside)
        now = crossed(strands, order)
        if now < least:
            best, least = order, now
    return best


def crossed(strands: Sequence[Strand], order: Order) -> float:
    """How much crosses: of each two links that do, the value of the lesser."""
    total = 0.0
    for column, (here, there) in enumerate(pairwise(order)):
        at = {name: number for number, name in enumerate(here)}
        to = {name: number for number, name in enumerate(there)}
        links: dict[tuple[int, int], float] = defaultdict(float)
        for strand in strands:
            start, end = strand.path[column : column + 2]
            links[at[start], to[end]] += strand.value
        for (one, size), (other, size_of_other) in combinations(links.items(), 2):
            if (one[0] - other[0]) * (one[1] - other[1]) < 0:
                total += min(size, size_of_other)
    return total


def _by_value(strands: Sequence[Strand], column: int) -> list[str]:
    sums: dict[str, float] = defaultdict(float)
    for strand in strands:
        sums[strand.path[column]] += strand.value
    return sorted(sums, key=lambda name: (-sums[name], name))


def _by_neighbours(strands: Sequence[Strand], order: Order, column: int, beside: int) -> list[str]:
    """A column sorted by the mean place of what its nodes are linked with."""
    places = _middles(strands, order[beside], beside)
    weights: dict[str, float] = defaultdict(float)
    moments: dict[str, float] = defaultdict(float)
    for strand in strands:
        weights[strand.path[column]] += strand.value
        moments[strand.path[column]] += strand.value * places[strand.path[beside]]
    before = {name: number for number, name in enumerate(order[column])}
    return sorted(before, key=lambda name: (moments[name] / weights[name], before[name]))


def _middles(strands: Sequence[Strand], names: Sequence[str], column: int) -> Mapping[str, float]:
    """Where the middle of each node lies, were they heaped up by their values."""
    sums: dict[str, float] = defaultdict(float)
    for strand in strands:
        sums[strand.path[column]] += strand.value
    middles, top = {}, 0.0
    for name in names:
        middles[name] = top + sums[name] / 2
        top += sums[name]
    return middles
