"""By what points are told apart: groups, counties or a third subject; with the key to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.ink import INK
from dashboard.charts.palette import FLOWING, sequential
from dashboard.charts.scatter import ScatterKey
from dashboard.indicators.classes import classify, ranges
from dashboard.research.parts import parts_of
from dashboard.research.writing import name_of

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from dashboard.research.relation.pairs import Pairs

PLAIN = INK["peer"]
EDGE = INK["muted"]
"""Around points of classes, of which the lowest is near to the ground."""

COLOURS = tuple(FLOWING[at] for at in (0, 1, 3, 4, 5))
"""Of groups and counties; orange is kept for the first selected municipality. Ten counties have
five colours twice, and a shape each."""


@dataclass(frozen=True)
class Looks:
    """How each municipality looks, and what that means.

    Attributes:
        fills: A colour each.
        shapes: Number of the marker of each.
        shares: Share of the largest area of each; None where size tells nothing.
        keys: The key.
        edge: Colour of outlines; empty for the usual one.
    """

    fills: list[str]
    shapes: list[int]
    shares: list[float] | None
    keys: tuple[ScatterKey, ...]
    edge: str = ""


def looks_of(bench: Bench, pairs: Pairs) -> Looks:
    """The looks that the choice asks for; one that cannot be is plain."""
    count, third = len(bench.members), bench.third
    fills, shapes, keys = [PLAIN] * count, [0] * count, tuple[ScatterKey, ...]()
    edge, shares = "", None
    if bench.state.colour in ("group", "county"):
        fills, shapes, keys = _by_part(bench, pairs)
    if third is not None:
        row = third.row(bench.year)
        values = third.values[row]
        largest = float(np.nanmax(third.values[:, third.members], initial=0.0))
        if bench.state.colour == "third":
            fills, keys = _by_class(bench, third, row)
            edge = EDGE
        if largest > 0 and np.nan_to_num(values).min() >= 0:
            shares = [max(float(share), 0.0) for share in np.nan_to_num(values / largest)]
            keys += _sizes(bench, third, largest)
    return Looks(fills, shapes, shares, keys, edge)


def _by_part(bench: Bench, pairs: Pairs) -> tuple[list[str], list[int], tuple[ScatterKey, ...]]:
    count = len(bench.members)
    fills, shapes, keys = [PLAIN] * count, [0] * count, []
    for part in parts_of(bench.state.colour, bench.members, bench.words):
        colour = COLOURS[part.number % len(COLOURS)]
        for at in np.flatnonzero(part.members).tolist():
            fills[at], shapes[at] = colour, part.number
        if (part.members & pairs.shown).any():
            keys.append(ScatterKey(part.name, fill=colour, shape=part.number))
    return fills, shapes, (*keys,)


def _by_class(bench: Bench, third: Measured, row: int) -> tuple[list[str], tuple[ScatterKey, ...]]:
    """Classes as those of a map, the same in all years; no figure is grey."""
    writer, known = bench.writer(third), np.where(third.there, third.values, np.nan)
    classes = ranges(known, "quantile", writer.decimals)
    colours = sequential(min(len(classes), 7))
    found = classify(third.values[row].round(writer.decimals), classes)
    fills = [colours[at] if at >= 0 else INK["other"] for at in found.tolist()]
    spans = ["–".join(dict.fromkeys(map(writer.figure, ends))) for ends in classes]
    keys = [
        ScatterKey(text, fill=fill, edge=EDGE) for text, fill in zip(spans, colours, strict=True)
    ]
    return fills, (ScatterKey(_titled(bench, third), "title"), *keys)


def _sizes(bench: Bench, third: Measured, largest: float) -> tuple[ScatterKey, ...]:
    """Two circles with their figures."""
    writer, title = (
        bench.writer(third),
        bench.words.t("research.relation.size", name=_titled(bench, third)),
    )
    circles = [
        ScatterKey(writer.figure(figure), "size", INK["muted"], 0, figure / largest, hollow=True)
        for figure in _round(largest)
    ]
    return (ScatterKey(title, "title"), *circles)


def _round(largest: float) -> tuple[float, float]:
    """A round figure not above the largest, and a quarter or a fifth of it that is round too."""
    unit = 10.0 ** floor(log10(largest))
    high = max(part for part in (1, 2, 4, 5, 6, 8) if part * unit <= largest)
    return high * unit, high * unit / (4 if high in (2, 4, 6, 8) else 5)


def _titled(bench: Bench, third: Measured) -> str:
    return name_of(third.subject, bench.words)
