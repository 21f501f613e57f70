"""Where the nodes and links of a Sankey lie.

What flows all the way is a strand, and is as high everywhere: the height of a node or link is the
sum of its strands', so that on both sides of a node it is the same. A strand has a least height,
that the smallest can be seen too; the others share what is left by their values. Each node has a
slot that its label fits into, so that no two labels ever meet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.sankey_heights import LinkKey, NodeKey, fitting, link_keys
from dashboard.charts.sankey_order import ordered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.charts.framing import Area
    from dashboard.charts.sankey_order import Order, Strand

LEAST_GAP, MOST_GAP = 0.35, 2.0
"""Between the slots of a column, in the size of the letters."""


class NodeBar(NamedTuple):
    """A node as it lies; `left` is that of its column."""

    left: float
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Of its height."""
        return self.top + self.height / 2


class Ribbon(NamedTuple):
    """A link as it lies: from the right edge of one node to the left edge of another."""

    left: float
    right: float
    top: float
    end: float
    height: float


@dataclass(frozen=True)
class Layout:
    """All that is drawn, in the order in which it is read: a node, then what flows out of it.

    Attributes:
        bars: Of the nodes.
        ribbons: Of the links.
        thin: Numbers of the strands that are higher than their value.
        bottom: The lowest edge; lower than that of the area where labels need more room.
    """

    bars: Mapping[NodeKey, NodeBar]
    ribbons: Mapping[LinkKey, Ribbon]
    thin: frozenset[int]
    bottom: float


def lay_out(
    strands: tuple[Strand, ...],
    area: Area,
    lefts: Sequence[float],
    wide: float,
    labels: Mapping[NodeKey, float],
    letters: float,
) -> Layout:
    """Lays out what flows.

    Args:
        strands: At least one; all through as many columns.
        area: Where they lie.
        lefts: The left edge of each column.
        wide: Width of a node.
        labels: How high each node's label is; those without one have none.
        letters: Size of the letters, by which gaps and the least height go.
    """
    order = ordered(strands)
    least, gap = 0.16 * letters, LEAST_GAP * letters
    tall, high = fitting(strands, area.height, least, gap, labels)
    bars: dict[NodeKey, NodeBar] = {}
    for column, names in enumerate(order):
        keys = [NodeKey(column, name) for name in names]
        tops = _tops(keys, high, labels, area, gap, MOST_GAP * letters)
        for key, top in zip(keys, tops, strict=True):
            bars[key] = NodeBar(lefts[column], top, high[key])
    ribbons = _ribbons(strands, tall, order, bars, wide)
    bottom = max(bar.middle + max(bar.height, labels.get(key, 0)) / 2 for key, bar in bars.items())
    thin = frozenset(at for at, height in enumerate(tall) if height <= least)
    return Layout(bars, ribbons, thin, bottom)


def _tops(
    keys: Sequence[NodeKey],
    high: Mapping[NodeKey, float],
    labels: Mapping[NodeKey, float],
    area: Area,
    gap: float,
    most: float,
) -> list[float]:
    """The tops of a column's nodes: each in the middle of its slot, the column in the middle."""
    slots = [max(high[key], labels.get(key, 0)) for key in keys]
    spare = area.height - sum(slots)
    between = min(max(gap, spare / (len(keys) - 1)), most) if len(keys) > 1 else 0.0
    top = area.top + max(0.0, (spare - between * (len(keys) - 1)) / 2)
    tops = []
    for key, slot in zip(keys, slots, strict=True):
        tops.append(top + (slot - high[key]) / 2)
        top += slot + between
    return tops


def _ribbons(
    strands: tuple[Strand, ...],
    tall: Sequence[float],
    order: Order,
    bars: Mapping[NodeKey, NodeBar],
    wide: float,
) -> dict[LinkKey, Ribbon]:
    """Links leave and reach a node in the order of their other ends."""
    links: dict[LinkKey, float] = defaultdict(float)
    for strand, height in zip(strands, tall, strict=True):
        for key in link_keys(strand):
            links[key] += height
    at = [{name: number for number, name in enumerate(names)} for names in order]
    places = {
        key: (at[key.column][key.start], at[key.column + 1][key.end], at[1][key.thread])
        for key in links
    }
    leaving, reaching = dict[LinkKey, float](), dict[LinkKey, float]()
    down = {key: bar.top for key, bar in bars.items()}
    for key in sorted(links, key=lambda key: (key.column, places[key])):
        leaving[key] = down[key.source]
        down[key.source] += links[key]
    down = {key: bar.top for key, bar in bars.items()}
    for key in sorted(links, key=lambda key: (places[key][1], places[key][0], places[key][2])):
        reaching[key] = down[key.target]
        down[key.target] += links[key]
    return {
        key: Ribbon(
            bars[key.source].left + wide, bars[key.target].left, top, reaching[key], links[key]
        )
        for key, top in leaving.items()
    }
