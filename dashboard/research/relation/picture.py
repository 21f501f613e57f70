"""The picture of a relation: every text written, every point with its look."""

from __future__ import annotations

from functools import partial
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.ink import INK
from dashboard.charts.palette import SELECTED
from dashboard.charts.scatter import (
    PlaneAxis,
    ScatterKey,
    ScatterLine,
    ScatterPicture,
    ScatterPoint,
)
from dashboard.research.amounts import axis_texts
from dashboard.research.pointing import selecting
from dashboard.research.points import axis_ends, figures_of, point_name, reason_text
from dashboard.research.relation.colouring import looks_of
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.charts.scatter import PlaneSpot
    from dashboard.research.bench import Bench
    from dashboard.research.relation.colouring import Looks
    from dashboard.research.relation.pairs import PairFigures, Pairs
    from dashboard.research.relation.reckoning import Relation


def scatter_of(relation: Relation, bench: Bench) -> ScatterPicture:
    """The picture, without what stands around it."""
    pairs = relation.pairs
    looks = looks_of(bench, pairs)
    x, y = (_axis(pairs, at, bench) for at in (0, 1))
    return ScatterPicture(
        points=tuple(_points(relation, looks, bench)),
        x=x,
        y=y,
        line=_line(relation),
        keys=(*looks.keys, *_further_keys(relation, bench)),
    )


def _axis(pairs: Pairs, at: int, bench: Bench) -> PlaneAxis:
    """From the least to the largest figure of all years, so that years can be compared."""
    measured, log = (pairs.across, pairs.up)[at], "xy"[at] in pairs.log
    low, high = pairs.low[at], pairs.high[at]
    if log:
        low, high = (low / 1.5, high * 1.5) if low == high else (low, high)
    else:
        low, high = axis_ends(low, high)
    title = bench.writer(measured).title
    if log:
        title = bench.words.t("research.relation.log_axis", title=title)
    return PlaneAxis(low, high, title, partial(axis_texts, words=bench.words, apart=log), log)


def _points(relation: Relation, looks: Looks, bench: Bench) -> list[ScatterPoint]:
    """Those selected, then those that lie farthest out."""
    pairs, words, chosen = relation.pairs, bench.words, bench.state.select
    titles, links, found = _titles(pairs, bench), selecting(bench), []
    for at in precedence(relation):
        place = municipalities()[at]
        own = place.code in chosen
        number = chosen.index(place.code) if own else 0
        found.append(
            ScatterPoint(
                float(pairs.x[at]),
                float(pairs.y[at]),
                point_name(place, words),
                titles[at],
                SELECTED[number] if own else looks.fills[at],
                number if own else looks.shapes[at],
                looks.shares[at] if looks.shares else None,
                own,
                bool(pairs.hollow[at]),
                not pairs.taken[at],
                links[place.code],
                "" if own else looks.edge,
            )
        )
    order = {code: number for number, code in enumerate(chosen)}
    return sorted(found, key=lambda point: order.get(chosen[point.shape], 99) if point.own else 99)


def precedence(relation: Relation) -> list[int]:
    """Numbers of the points, those that a reader asks for first: far from the line, at the ends."""
    pairs, line = relation.pairs, relation.line
    shown = np.flatnonzero(pairs.shown)
    if not shown.size:
        return []
    x, y = (_on_axis(values[shown], letter in pairs.log)
            for values, letter in ((pairs.x, "x"), (pairs.y, "y")))  # fmt: skip
    away = y - np.median(y) if line is None else y - line.intercept - line.slope * x
    orders = [np.argsort(-np.abs(away)), np.argsort(-x), np.argsort(-y), np.argsort(x)]
    mixed = [int(order[rank]) for rank in range(shown.size) for order in orders]
    return [int(shown[at]) for at in dict.fromkeys(mixed)]


def _on_axis(values: PairFigures, log: bool) -> PairFigures:
    return np.log10(values) if log else values


def _titles(pairs: Pairs, bench: Bench) -> list[str]:
    """What is told of each point: its name and both figures with their signs, and why it is out."""
    words, third = bench.words, bench.third
    x, y = (
        figures_of(pairs.across, pairs.rows[1], bench),
        figures_of(pairs.up, pairs.rows[0], bench),
    )
    beside = [""] * len(x)
    if third is not None:
        texts = figures_of(third, third.row(bench.year), bench)
        beside = [words.t("research.relation.third", figure=text) if text else "" for text in texts]
    titles = []
    for at, place in enumerate(municipalities()):
        reason = str(pairs.up.reasons[pairs.rows[0], at] or pairs.across.reasons[pairs.rows[1], at])
        said = words.t("research.relation.point", name=words.name(place), x=x[at], y=y[at])
        titles.append(f"{said}{beside[at]}{reason_text(reason, words)}")
    return titles


def _line(relation: Relation) -> ScatterLine | None:
    """The line between the least and the largest x, and the slopes it may well have."""
    line, pairs = relation.line, relation.pairs
    if line is None or pairs.same:
        return None
    x, y = pairs.counted
    ends, middle = (np.nanmin(x), np.nanmax(x)), (np.nanmedian(x), np.nanmedian(y))

    def through(slope: float) -> tuple[PlaneSpot, PlaneSpot]:
        left, right = (_spot(end, middle[1] + slope * (end - middle[0]), pairs) for end in ends)
        return left, right

    sure = isfinite(line.low) and isfinite(line.high)
    return ScatterLine(
        through(line.slope),
        _spot(*middle, pairs),
        through(line.low) if sure else None,
        through(line.high) if sure else None,
    )


def _spot(x: float, y: float, pairs: Pairs) -> PlaneSpot:
    """Back from logarithms to figures."""
    across, up = (10.0 ** float(value) if letter in pairs.log else float(value)
                  for letter, value in (("x", x), ("y", y)))  # fmt: skip
    return across, up


def _further_keys(relation: Relation, bench: Bench) -> list[ScatterKey]:
    """What the line is, and what hollow and pale points are."""
    words, pairs = bench.words, relation.pairs
    keys = []
    if _line(relation):
        keys.append(ScatterKey(words.t("research.relation.line"), "line"))
    taken, pale = pairs.hollow & pairs.taken, pairs.shown & ~pairs.taken
    if taken.any():
        keys.append(ScatterKey(words.t("research.key.hollow"), fill=INK["muted"], hollow=True))
    if pale.any():
        text = words.t("research.key.out")
        keys.append(ScatterKey(text, fill=INK["muted"], hollow=True, pale=True))
    return keys
