"""The classes that all years of a map share, whatever is studied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.picture import LegendEntry
from dashboard.indicators.classes import METHODS, classify, ranges
from dashboard.indicators.picture import REAL_GROUND
from dashboard.research.difference.bins import (
    class_decimals,
    classes_around,
    limits_around,
    spans_around,
)
from dashboard.research.measured import TAKEN
from dashboard.research.pointing import OUTSIDE, REASON_SIGNS
from dashboard.research.subjects import LEVEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.indicators.classes import Range
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured

AROUND_NOUGHT = ("change", "growth", "yearly", "z")
"""Measures whose nought parts what is above from what is below."""

FLAT = 0.5
"""Where more of all figures lie in one class, early years look alike and tell nothing."""


@dataclass(frozen=True)
class YearClasses:
    """Colours of all years.

    Attributes:
        spans: Of the classes in words, lowest first.
        colours: Of the classes.
        fills: Years × municipalities.
        made: How they are made: `own` as on the map, `pooled` as many figures of all years in each,
            `around` nought.
    """

    spans: tuple[str, ...]
    colours: tuple[str, ...]
    fills: list[list[str]]
    made: str


def year_classes(bench: Bench) -> YearClasses:
    """The classes of what is studied, made once of all its years."""
    measured, words = bench.subject, bench.words
    figures = np.where(coloured(measured), measured.values, np.nan)
    decimals = bench.writer(measured).decimals
    counted = np.where(measured.reasons == TAKEN, measured.values, np.nan)  # of all the country
    if measured.subject.measure in AROUND_NOUGHT:
        limits = limits_around(counted, decimals)
        decimals = class_decimals(limits[0], decimals)
        classes = classes_around(figures, limits, decimals)
        spans = spans_around(limits, decimals, words)
        colours, made = palette.diverging(), "around"
    else:
        found, made = _ranges(measured, counted, decimals)
        classes = classify(figures.round(decimals), found)
        spans = [_span(*ends, decimals, words) for ends in found]
        colours = tuple(palette.sequential(len(found)))
    return YearClasses(tuple(spans), colours, _fills(measured, classes, colours), made)


def coloured(measured: Measured) -> NDArray[np.bool_]:
    """Which figures have a colour: those that count, and real ones beside them."""
    beside = (measured.reasons == "kind") & measured.there
    found: NDArray[np.bool_] = measured.taken | beside
    return found


def _ranges(
    measured: Measured, counted: NDArray[np.float64], decimals: int
) -> tuple[list[Range], str]:
    """Those of the map, unless most figures of all years would lie in one of them."""
    if measured.shown is not None and measured.subject.measure == LEVEL:
        counted = np.where(measured.shown.states == "declared_zero", np.nan, counted)
        own = measured.shown.bins_of(0)
        found = classify(counted.round(decimals), own)
        numbers = np.bincount(found[found >= 0])
        if not len(numbers) or numbers.max() <= FLAT * numbers.sum():
            return own, "own"
    return ranges(counted.reshape(1, -1), METHODS[0], decimals), "pooled"


def _fills(
    measured: Measured, classes: NDArray[np.int64], colours: Sequence[str]
) -> list[list[str]]:
    zero = np.zeros_like(measured.there)
    if measured.shown is not None and measured.subject.measure == LEVEL:
        zero = (measured.shown.states == "declared_zero") & measured.taken

    def fill(member: bool, number: int, nought: bool) -> str:
        if not member:
            return OUTSIDE
        if nought:
            return palette.ZERO_COLOUR
        return palette.UNKNOWN_COLOUR if number < 0 else colours[number]

    members = measured.members.tolist()
    return [
        [fill(*each) for each in zip(members, numbers, noughts, strict=True)]
        for numbers, noughts in zip(classes.tolist(), zero.tolist(), strict=True)
    ]


def _span(low: float, high: float, decimals: int, words: Language) -> str:
    first, last = words.numbers([low, high], decimals)
    return first if first == last else f"{first}–{last}"


def legend_of(bench: Bench, classes: YearClasses, rows: Sequence[int]) -> tuple[LegendEntry, ...]:
    """Classes from the highest, then what else occurs in any of the years."""
    words, measured = bench.words, bench.subject
    both = zip(classes.colours, classes.spans, strict=True)
    keys = [LegendEntry(colour, span) for colour, span in both][::-1]
    shown = {fill for row in rows for fill in classes.fills[row]}
    if palette.ZERO_COLOUR in shown:
        keys.append(LegendEntry(palette.ZERO_COLOUR, bench.labels["declared_zero"]))
    if palette.UNKNOWN_COLOUR in shown:
        label = words.t("research.multiples.unknown")
        keys.append(LegendEntry(palette.UNKNOWN_COLOUR, label))
    if ((measured.reasons == "kind") & measured.there)[[*rows]].any():
        sign = REASON_SIGNS["kind"]
        keys.append(LegendEntry(REAL_GROUND, words.t("research.multiples.real"), None, sign))
    if OUTSIDE in shown:
        keys.append(LegendEntry(OUTSIDE, words.t("research.difference.outside")))
    return tuple(keys)
