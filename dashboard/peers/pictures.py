"""Where a municipality stands among its peers, as the pictures take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.dots import Dot, DotsPicture
from dashboard.charts.ink import INK
from dashboard.charts.series import TrendLine
from dashboard.indicators.marks import flagged
from dashboard.indicators.picture import caption, fills, short_name, told
from dashboard.indicators.series import trend_picture
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.charts.dots import Kind
    from dashboard.charts.picture import Caption
    from dashboard.charts.series import TrendPicture
    from dashboard.indicators.picture import Wording
    from dashboard.peers.reading import Circle, IndicatorStanding
    from dashboard.peers.telling import StandingWords
    from dashboard.peers.what_if import WhatIf

ODD = ("corrected", "provisional", "small")
"""Signs that make a dot hollow; what concerns a whole year tells none of them from another."""

MOST_LINES = len(palette.SELECTED)
"""Lines of a trend that can be told apart: the own one and the nearest of its peers."""


def bare_dots(it: IndicatorStanding, moved: float | None = None) -> DotsPicture:
    """The figures of a year as dots, without names and texts."""
    odd = [flags[it.row] for name, flags in flagged(it.shown).items() if name in ODD]
    hollow = np.any(odd, axis=0).tolist()
    kinds = _kinds(it.circle)
    dots = tuple(
        Dot(place.code, value, kind, hollow=open_)
        for place, value, kind, open_, there in zip(
            municipalities(),
            it.figures.tolist(),
            kinds,
            hollow,
            (~np.isnan(it.figures)).tolist(),
            strict=True,
        )
        if there
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
    return replace(around, sentence=" ".join(filter(None, sentences)))


def peers_trend(telling: StandingWords, wording: Wording) -> TrendPicture:
    """The years of a municipality and the nearest of its peers, beside the peers' median."""
    it, words = telling.it, telling.words
    members = [it.own, *it.peers][:MOST_LINES]
    codes = tuple(municipalities()[at].code for at in members)
    drawn = trend_picture(it.shown, it.row, replace(wording, select=codes))
    median = telling.median or "–"
    name = words.t("peers.median_of", median=median)
    return replace(drawn, national=TrendLine("", name, gaps(it.medians.tolist())))


def gaps(values: list[float]) -> tuple[float | None, ...]:
    """Figures with None where there is none."""
    return tuple(None if value != value else value for value in values)  # noqa: PLR0124 - NaN


def circle_fills(circle: Circle) -> dict[str, str]:
    """The colours of a municipality and its peers on the small map."""
    codes = [place.code for place in municipalities()]
    return {**{codes[at]: INK["peer"] for at in circle.peers}, codes[circle.own]: INK["own"]}


def moved_fills(it: IndicatorStanding, moved: WhatIf) -> dict[str, str]:
    """The colours of a year's map, the own one as it would be."""
    scale = palette.sequential(len(it.shown.bins_of(it.row)))
    colours = fills(it.shown, it.row)
    if moved.euros:  # else it is as it was: a declared zero has a colour of its own
        colours[it.own] = scale[moved.fill]
    return dict(zip((place.code for place in municipalities()), colours, strict=True))


def _kinds(circle: Circle) -> list[Kind]:
    kinds: list[Kind] = ["other"] * len(municipalities())
    for at in circle.peers:
        kinds[at] = "peer"
    kinds[circle.own] = "own"
    return kinds
