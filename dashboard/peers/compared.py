"""Municipalities side by side, in words and as strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.dots import Dot, DotsPicture
from dashboard.charts.palette import SELECTED
from dashboard.charts.spark_lines import SparkLine, spark_lines
from dashboard.indicators.marks import flagged, turns
from dashboard.indicators.picture import Wording, told
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.indicators.writing import title
from dashboard.peers.pictures import ODD, gaps
from data.catalog import UNITS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.language.i18n import Language
    from dashboard.peers.comparing import ComparedIndicator, Comparison

FAR = 0.5
"""What differs by less than so many spreads of all municipalities does not stand out."""


def compared_dots(it: ComparedIndicator) -> DotsPicture:
    """All municipalities' figures as dots, each of the compared with its marker and colour."""
    odd = [flags[it.row] for name, flags in flagged(it.shown).items() if name in ODD]
    hollow, codes = np.any(odd, axis=0), [place.code for place in municipalities()]
    dots = []
    for at, value in enumerate(it.figures):
        dot = Dot(codes[at], value, hollow=bool(hollow[at]))
        if at in it.members:
            number = it.members.index(at)
            dot = dot._replace(kind="own", colour=SELECTED[number], shape=number)
        if not np.isnan(value):
            dots.append(dot)
    return DotsPicture(tuple(dots))


def compared_lines(it: ComparedIndicator, size: tuple[float, float]) -> str:
    """The compared over the years, as svg; real and invented figures are never of one line."""
    broken = (it.shown.states == "not_comparable") | turns(it.shown)
    lines = [
        SparkLine(
            gaps(it.shown.values[:, at].tolist()), broken[:, at].tolist(), SELECTED[number], number
        )
        for number, at in enumerate(it.members)
    ]
    return spark_lines(lines, it.row, size)


def compared_sentence(compared: Comparison, words: Language, labels: Mapping[str, str]) -> str:
    """Who has most and least of the money that NGOs win, and by what else they differ most."""
    it = compared.indicators[DEFAULT_INDICATOR]
    start = words.t("sentence.start", title=title(it.shown.view, words), year=compared.year)
    texts = told(it.shown, it.row, Wording(words, labels))
    parts = [words.t("compare.few", start=start)]
    if it.ends:
        most, least = (it.with_figure(end) for end in it.ends)
        missing = [
            at for at in it.members if at not in it.counted and not it.shown.real[it.row, at]
        ]
        parts = [
            words.t(
                "compare.same" if most == least else "compare.ends",
                start=start,
                n=len(it.counted),
                most=_where(most, words),
                largest=texts[most[0]],
                least=_where(least, words),
                smallest=texts[least[0]],
                gap=words.t("group.missing", names=_names(missing, words)) if missing else "",
            )
        ]
    return " ".join([*parts, *_reals(it, texts, words), *_widest(compared, words, labels)])


def _reals(it: ComparedIndicator, texts: Sequence[str], words: Language) -> Iterator[str]:
    """Real figures among invented ones, which are compared with none."""
    reals = [at for at in it.members if it.shown.real[it.row, at]]
    if reals:
        figures = "; ".join(f"{_names([at], words)} – {texts[at]}" for at in reals)
        yield words.t("group.apart", figures=figures)


def _widest(compared: Comparison, words: Language, labels: Mapping[str, str]) -> Iterator[str]:
    """The other indicator by which they differ most; not an amount, which follows their size."""
    others = [
        it
        for name, it in compared.indicators.items()
        if name != DEFAULT_INDICATOR and not UNITS[it.shown.view.unit].level
    ]
    it = max(others, key=lambda each: each.apart)
    if it.ends and it.apart > FAR:
        texts = told(it.shown, it.row, Wording(words, labels))
        most, least = (it.with_figure(end) for end in it.ends)
        yield words.t(
            "compare.widest",
            title=title(it.shown.view, words),
            most=_names(most, words),
            largest=texts[most[0]],
            least=_names(least, words),
            smallest=texts[least[0]],
        )


def _where(places: Sequence[int], words: Language) -> str:
    return ", ".join(words.located(municipalities()[at]) for at in places)


def _names(places: Sequence[int], words: Language) -> str:
    return ", ".join(words.name(municipalities()[at]) for at in places)
