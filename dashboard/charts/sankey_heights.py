"""How high the strands and nodes of a Sankey are, that every column fits into the room."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.charts.sankey_order import Strand

HALVINGS = 14
"""To less than a tenth of a pixel."""


class NodeKey(NamedTuple):
    """A node: the number of its column, from 0, and its id there."""

    column: int
    id: str


class LinkKey(NamedTuple):
    """A link: the column that it starts in, the thread that it is part of, and its two ends.

    Threads are the strands of one node of the second column: they keep its colour to the end.
    """

    column: int
    thread: str
    start: str
    end: str

    @property
    def source(self) -> NodeKey:
        """Where it begins."""
        return NodeKey(self.column, self.start)

    @property
    def target(self) -> NodeKey:
        """Where it ends."""
        return NodeKey(self.column + 1, self.end)


def node_keys(strand: Strand) -> list[NodeKey]:
    """The nodes that a strand goes through."""
    return [NodeKey(column, name) for column, name in enumerate(strand.path)]


def link_keys(strand: Strand) -> list[LinkKey]:
    """The links that a strand is part of."""
    path = strand.path
    return [LinkKey(at, path[1], path[at], path[at + 1]) for at in range(len(path) - 1)]


def heights(values: Sequence[float], room: float, least: float) -> list[float]:
    """Heights by the values, none lower than the least, that fill the room if there is enough."""
    rising, left, rest = sorted(values), room, sum(values)
    for value in rising:
        if value * left >= least * rest:
            break
        left, rest = left - least, rest - value
    scale = left / rest if rest > 0 and left > 0 else 0.0
    return [max(least, value * scale) for value in values]


def fitting(
    strands: tuple[Strand, ...],
    room: float,
    least: float,
    gap: float,
    labels: Mapping[NodeKey, float],
) -> tuple[list[float], dict[NodeKey, float]]:
    """The largest heights of strands and nodes with which every column fits into the room."""
    values = [strand.value for strand in strands]

    def reckoned(total: float) -> tuple[list[float], dict[NodeKey, float]]:
        tall = heights(values, total, least)
        high: dict[NodeKey, float] = defaultdict(float)
        for strand, height in zip(strands, tall, strict=True):
            for key in node_keys(strand):
                high[key] += height
        return tall, high

    def needed(high: Mapping[NodeKey, float]) -> float:
        slots = [0.0] * len(strands[0].path)
        for key, height in high.items():
            slots[key.column] += max(height, labels.get(key, 0)) + gap
        return max(slots) - gap

    low, most = least * len(strands), room
    if needed(reckoned(most)[1]) <= room:
        return reckoned(most)
    for _ in range(HALVINGS):
        middle = (low + most) / 2
        if needed(reckoned(middle)[1]) <= room:
            low = middle
        else:
            most = middle
    return reckoned(low)
