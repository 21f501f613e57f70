"""Where a municipality stands among its peers, as the pictures take it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.dots import Dot, DotsPicture
from dashboard.charts.ink import INK
from dashboard.charts.series import TrendLine
from dashboard.charts.spark import spark
from dashboard.indicators.marks import flagged, turns
from dashboard.indicators.picture import caption, fills, short_name, told
from dashboard.indicators.series import trend_picture
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.dots import DotKind
    from dashboard.charts.picture import Caption
    from dashboard.charts.series import TrendPicture
    from dashboard.indicators.picture import Wording
    from dashboard.peers.standing import Circle, IndicatorStanding
    from dashboard.peers.telling import StandingWords
    from dashboard.peers.what_if import WhatIf

ODD = ("corrected", "provisional", "small")
"""Signs that make a dot hollow; what concerns a whole year tells none of them from another."""

MOST_LINES = 6
"""Lines of a trend that can be followed by eye: the own one and the nearest of its peers."""


def bare_dots(it: IndicatorStanding, moved: float | None = None) -> DotsPicture:
    """The figures of a year as dots, without names and texts."""
    odd = [flags[it.row] for name, flags in flagged(it.shown).items() if name in ODD]
    hollow = np.any(odd, axis=0).tolist()
    rows = zip(_codes(), it.figures, _kinds(it.circle), hollow, strict=True)
    dots = tuple(
        Dot(code, value, kind, hollow=open_)
        for code, value, kind, open_ in rows
        if not isnan(value)
    )
    middle = it.middle
    return DotsPicture(
        dots=dots,
        median=middle.median if middle else None,
        quartiles=(middle.low, middle.high) if middle else None,
        moved=moved,
    )


def named_dots(telling: StandingWords, wording: Wording) -> DotsPicture:
    """The same with every name, figure and text."""
    it, words = telling.it, telling.words
    bare, texts = bare_dots(it), told(it.shown, it.row, wording)
    names = {place.code: short_name(place, words) for place in municipalities()}
    index = {place.code: at for at, place in enumerate(municipalities())}
    return replace(
        bare,
        dots=tuple(
            dot._replace(name=names[dot.code], text=texts[index[dot.code]]) for dot in bare.dots
        ),
        median_text=words.t("peers.median_of", median=telling.median) if telling.median else "",
        caption=_headed(telling, wording),
    )


def _headed(telling: StandingWords, wording: Wording) -> Caption:
    """The texts around the strip of one municipality."""
    sentences = (telling.first_sentence(), telling.second_sentence())
    around = caption(telling.it.shown, telling.it.row, wording)
    key = telling.words.t("municipality.strip_key")
    told = " ".join(filter(None, sentences))
    return replace(around, sentence=told, notes=(key, *around.notes))


def peers_trend(telling: StandingWords, wording: Wording) -> TrendPicture:
    """The years of a municipality and the nearest of its peers, beside the peers' median."""
    it, words = telling.it, telling.words
    members = [it.own, *it.peers][:MOST_LINES]
    codes = tuple(municipalities()[at].code for at in members)
    drawn = trend_picture(it.shown, it.row, replace(wording, select=codes))
    median = telling.median or "–"
    name = words.t("peers.median_of", median=median)
    return replace(drawn, national=TrendLine("", name, tuple(it.medians)))


def gaps(values: list[float]) -> tuple[float | None, ...]:
    """Figures with None where there is none."""
    return tuple(None if isnan(value) else value for value in values)


def year_line(
    it: IndicatorStanding, size: tuple[float, float], ink: Mapping[str, str] = INK
) -> str:
    """The small line of a municipality over the years beside its peers' median, as svg."""
    broken = (it.shown.states[:, it.own] == "not_comparable") | turns(it.shown)[:, it.own]
    own = gaps(it.shown.values[:, it.own].tolist())
    year = it.shown.years[it.row]
    return spark(it.shown.years, own, it.medians, size, ink, breaks=broken.tolist(), now=year)


def circle_fills(circle: Circle) -> dict[str, str]:
    """The colours of a municipality and its peers on the small map."""
    codes = _codes()
    return {**{codes[at]: INK["peer"] for at in circle.peers}, codes[circle.own]: INK["own"]}


def moved_fills(it: IndicatorStanding, moved: WhatIf) -> dict[str, str]:
    """The colours of a year's map, the own one as it would be."""
    scale = palette.sequential(len(it.shown.bins_of(it.row)))
    colours = fills(it.shown, it.row)
    if moved.euros:  # else it is as it was: a declared zero has a colour of its own
        colours[it.own] = scale[moved.fill]
    return dict(zip(_codes(), colours, strict=True))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(place.code for place in municipalities())


def _kinds(circle: Circle) -> list[DotKind]:
    kinds: list[DotKind] = ["other"] * len(municipalities())
    for at in circle.peers:
        kinds[at] = "peer"
    kinds[circle.own] = "own"
    return kinds
