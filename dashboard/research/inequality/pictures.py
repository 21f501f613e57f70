"""Inequality over the years and in a year, as the pictures take it."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.lorenz import LorenzPicture, LorenzPoint
from dashboard.charts.measure_panel import MeasurePanel
from dashboard.charts.measure_panels import MeasuresPicture
from dashboard.research.inequality.reckoning import PARTED_BY, N
from dashboard.research.pointing import UNMARKED, own_marks, selecting
from dashboard.research.points import gaps
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.charts.picture import Caption
    from dashboard.research.inequality.reckoning import StatisticKey
    from dashboard.research.inequality.telling import InequalityTelling


def measures_picture(telling: InequalityTelling, caption: Caption) -> MeasuresPicture:
    """A small chart for each statistic, Theil's once for each way of parting it."""
    found, words = telling.found, telling.words
    shown = [key for key in found.keys if not key[0].startswith("theil")]
    parts = [by for by in PARTED_BY if _has(telling, ("theil_between", by))]
    panels = [_panel(telling, key) for key in shown]
    if ("theil", "") in found.keys:
        panels[1:1] = [_theil_panel(telling, by) for by in parts or ("",)]
    return MeasuresPicture(
        years=found.measured.years,
        panels=(*panels, _counts_panel(telling)),
        now=telling.bench.year,
        own=words.t("research.inequality.key.own"),
        same=words.n("research.inequality.key.same", int(found.common.sum())) if found.same else "",
        part=words.t("research.inequality.key.part") if parts else "",
        caption=caption,
    )


def _has(telling: InequalityTelling, key: StatisticKey) -> bool:
    """Whether a part of Theil's index is there, and more than one group is."""
    return any(value > 0 for value in telling.found.values.get(key, ()))


def _panel(telling: InequalityTelling, key: StatisticKey) -> MeasurePanel:
    found = telling.found
    return MeasurePanel(
        heading=telling.writes.label(key),
        values=gaps(found.values[key]),
        write=lambda value: telling.writes.figure(key, value),
        axis=telling.writes.axis,
        same=gaps(found.same.get(key, ())),
        told=_told(telling, key),
        least=1.0 if key[0] == "p90_p10" else 0.0,
    )


def _theil_panel(telling: InequalityTelling, by: str) -> MeasurePanel:
    """All of Theil's index, with what lies between counties or groups shaded."""
    found, key = telling.found, ("theil", "")
    label = telling.writes.label(key)
    part = found.values["theil_between", by] if by else ()
    return MeasurePanel(
        heading=telling.words.t(f"research.inequality.panel.{by}", label=label) if by else label,
        values=gaps(found.values[key]),
        write=lambda value: telling.writes.figure(key, value),
        axis=telling.writes.axis,
        same=gaps(found.same.get(key, ())),
        part=gaps(part),
        told=_told(telling, key),
    )


def _counts_panel(telling: InequalityTelling) -> MeasurePanel:
    """How many municipalities count in each year."""
    found = telling.found
    counts = tuple(float(count) for count in found.counts)
    common = float(found.common.sum())
    return MeasurePanel(
        heading=telling.words.t("research.inequality.statistic.n"),
        values=counts,
        write=lambda value: telling.writes.figure(N, value),
        axis=telling.writes.axis,
        same=tuple(common if enough else None for enough in found.enough) if found.same else (),
        told=tuple(
            f"{year}: {telling.writes.figure(N, count)}"
            for year, count in zip(found.measured.years, counts, strict=True)
        ),
        bars=True,
    )


def _told(telling: InequalityTelling, key: StatisticKey) -> tuple[str, ...]:
    found = telling.found
    rows = zip(found.measured.years, found.values[key], found.counts.tolist(), strict=True)
    return tuple(
        f"{year}: {telling.writes.figure(key, value)} (n = {count})" for year, value, count in rows
    )


def lorenz_picture(telling: InequalityTelling, caption: Caption) -> LorenzPicture:
    """What share of the sum of all the smallest have, in the year that is looked at."""
    bench, words, measured = telling.bench, telling.words, telling.found.measured
    figures = measured.counted[telling.row]
    known = [at for at in np.argsort(figures, kind="stable").tolist() if not isnan(figures[at])]
    sums = np.cumsum(figures[known])
    own = own_marks(bench)
    written = telling.writes.writer.figures(figures[known].tolist())
    places, links = [municipalities()[at] for at in known], selecting(bench)
    points = [
        LorenzPoint(
            share=float(100 * total / sums[-1]),
            told=f"{words.name(place)}: {text}",
            href=links[place.code],
            name=words.name(place),
            colour=colour,
            shape=shape,
        )
        for place, text, total in zip(places, written, sums.tolist(), strict=True)
        for colour, shape in [own.get(place.code, UNMARKED)]
    ]
    return LorenzPicture(
        points=tuple(points),
        across=words.t("research.inequality.lorenz.across"),
        up=words.t("research.inequality.lorenz.up"),
        equal=words.t("research.inequality.lorenz.equal"),
        caption=caption,
    )
