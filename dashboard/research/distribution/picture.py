"""The picture of a distribution: every text written, every dot with its look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.boxes import BoxDot, BoxEnds, BoxesPicture, BoxRow
from dashboard.charts.boxes_ground import TARGET
from dashboard.charts.ink import INK
from dashboard.charts.palette import SELECTED
from dashboard.charts.scatter import PlaneAxis, ScatterKey
from dashboard.research.amounts import axis_texts
from dashboard.research.pointing import selecting
from dashboard.research.points import axis_ends, figures_of, point_name, reason_text
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread


def boxes_of(spread: Spread, bench: Bench) -> BoxesPicture:
    """The picture, without what stands around it."""
    measured = spread.measured
    known = measured.values[measured.there]
    nationals = [figure for row in spread.rows if (figure := spread.national(row)) is not None]
    ends = axis_ends(float(min(known.min(), *nationals, known.min())),
                     float(max(known.max(), *nationals, known.max())))  # fmt: skip
    axis = PlaneAxis(*ends, bench.writer(measured).title, partial(axis_texts, words=bench.words))
    # Over the years there are too many dots to lead on.
    paths = selecting(bench) if spread.by != "year" else {}
    rows = [_row(spread, number, bench, paths) for number in range(len(spread.rows))]
    return BoxesPicture(tuple(rows), axis, tuple(_keys(spread, bench)))


def _row(spread: Spread, number: int, bench: Bench, paths: dict[str, str]) -> BoxRow:
    row, words = spread.rows[number], bench.words
    five, box = row.box, None
    if five:
        box = BoxEnds(five.low, five.lower, five.median, five.upper, five.high)
    key = "research.distribution.note" if box else "research.distribution.note_few"
    note = words.t(key, n=words.number(row.n))
    return BoxRow(row.name, note, _dots(spread, number, bench, paths), box, spread.national(row))


def _dots(spread: Spread, number: int, bench: Bench, paths: dict[str, str]) -> tuple[BoxDot, ...]:
    """Those that have a figure; outliers and selected ones named, the farthest first."""
    row, measured, chosen = spread.rows[number], spread.measured, bench.state.select
    values, taken = measured.values[row.year], measured.taken[row.year]
    out, texts = _named(spread, number, chosen), figures_of(measured, row.year, bench)
    found = []
    for at in np.flatnonzero(measured.there[row.year] & row.members).tolist():
        place = municipalities()[at]
        own = place.code in chosen
        name = point_name(place, bench.words)
        title = (
            f"{name}: {texts[at]}{reason_text(str(measured.reasons[row.year, at]), bench.words)}"
        )
        found.append(
            BoxDot(
                place.code,
                float(values[at]),
                name if at in out else "",
                title,
                SELECTED[chosen.index(place.code)] if own else "",
                chosen.index(place.code) if own else 0,
                bool(measured.hollow[row.year, at]),
                not taken[at],
                own and spread.by == "year" and _runs_on(spread, number, at),
                paths.get(place.code, ""),
            )
        )
    middle = row.numbers.get("median", 0.0)
    return tuple(sorted(found, key=lambda dot: -abs(dot.value - middle)))


def _named(spread: Spread, number: int, chosen: tuple[str, ...]) -> set[int]:
    """Outliers; selected ones in each part, or in the last year that they have a figure for."""
    row, there = spread.rows[number], spread.measured.there
    out = set(row.outliers)
    own = [at for at, place in enumerate(municipalities()) if place.code in chosen]
    if spread.by == "year":
        later = [each.year for each in spread.rows[number + 1 :]]
        last = {at for at in own if not there[later, at].any()}
        return (out - set(own)) | last
    return out | set(own) if row.id else out - set(own)


def _runs_on(spread: Spread, number: int, at: int) -> bool:
    """Whether a line comes from the year before: both figures count, and none is between."""
    if not number:
        return False
    before, now = spread.rows[number - 1].year, spread.rows[number].year
    taken = spread.measured.taken
    return bool(taken[before, at] and taken[now, at] and now - before == 1)


def _keys(spread: Spread, bench: Bench) -> list[ScatterKey]:
    words, one = bench.words, spread.measured
    keys = []
    if any(row.box for row in spread.rows):
        keys.append(ScatterKey(words.t("research.distribution.key_box"), "box"))
    if any(spread.national(row) is not None for row in spread.rows):
        keys.append(ScatterKey(words.t("research.distribution.key_national"), "tick", TARGET))
    rows = [row.year for row in spread.rows]
    if (one.hollow & one.taken)[rows].any():
        keys.append(ScatterKey(words.t("research.key.hollow"), fill=INK["muted"], hollow=True))
    if (one.there & ~one.taken)[rows].any():
        text = words.t("research.key.out")
        keys.append(ScatterKey(text, fill=INK["muted"], hollow=True, pale=True))
    return keys
