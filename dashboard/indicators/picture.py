"""A view as the picture of a map takes it: the colours, signs and texts of a year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.picture import Caption, LegendEntry, MapPicture, PicturedPlace, Selected
from dashboard.indicators.advice import limits_text, totals
from dashboard.indicators.figures import SIGNS, UNKNOWN, VALUE_STATES, ZERO
from dashboard.indicators.headline import headline
from dashboard.indicators.marks import notes, signs
from dashboard.indicators.remarks import remark_lines
from dashboard.indicators.writing import FigureWriter, unit_label
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language
    from geo.places import Municipality

    Scale = Callable[[int], list[str]]

GLYPHS = ("", "•", "?", "0", "≠", "–")
"""Signs of `VALUE_STATES` on the map, so that a state needs no colour to be read."""

REAL_GROUND = palette.UNKNOWN_GROUND
"""Behind the sign of real figures in the legend, as these have the colours of all classes."""

BELOW = {UNKNOWN: palette.UNKNOWN_COLOUR, ZERO: palette.ZERO_COLOUR}
"""Colours of what has no class."""


@dataclass(frozen=True)
class Wording:
    """What a picture says beside the figures.

    Attributes:
        words: The language.
        states: Labels of the code list `value_state` in it.
        source: The line of sources, as `indicators.writing.source_text`.
        select: Codes of the municipalities that are compared, at most as many as have a colour.
        taken: From which address and on which day a picture is taken.
    """

    words: Language
    states: Mapping[str, str]
    source: str = ""
    select: tuple[str, ...] = ()
    taken: str = ""


def short_name(place: Municipality, words: Language) -> str:
    """A name as it stands on the map."""
    return words.name(place).removesuffix(" sav.").removesuffix(" District")


def fills(shown: MapView, row: int, scale: Scale = palette.sequential) -> list[str]:
    """The colour of each municipality in a year; `scale` gives those of so many classes."""
    colours = scale(len(shown.bins_of(row)))
    return [BELOW[cls] if cls in BELOW else colours[cls] for cls in shown.classes[row].tolist()]


def glyphs(shown: MapView) -> list[list[str]]:
    """Years × municipalities: the sign of each state, and of a real figure among invented ones."""
    signed = dict(zip(VALUE_STATES, GLYPHS, strict=True))
    return [
        [
            signed[state] + (SIGNS["real"] if real else "")
            for state, real in zip(states, reals, strict=True)
        ]
        for states, reals in zip(shown.states.tolist(), shown.real.tolist(), strict=True)
    ]


def told(shown: MapView, row: int, wording: Wording) -> list[str]:
    """The figure of each municipality with its signs, or what is said instead of one."""
    writer = FigureWriter.of(shown.view, wording.words)
    values, signed = shown.values[row].tolist(), signs(shown)[row].tolist()
    figures = (writer.figure(value) for value in values)
    return [
        figure + sign if figure else wording.states[state]
        for figure, sign, state in zip(figures, signed, shown.states[row].tolist(), strict=True)
    ]


def map_picture(shown: MapView, row: int, wording: Wording) -> MapPicture:
    """The map of a year.

    Args:
        shown: The view.
        row: Number of the year in `shown.years`.
        wording: What is said beside the figures.
    """
    looks = zip(fills(shown, row), glyphs(shown)[row], shown.real[row].tolist(), strict=True)
    return MapPicture(
        places=tuple(
            PicturedPlace(place.code, short_name(place, wording.words), *look)
            for place, look in zip(municipalities(), looks, strict=True)
        ),
        legend=legend_keys(shown, row, wording),
        selected=_selected(shown, row, wording),
        caption=_of_classes(caption(shown, row, wording), shown.view, wording.words),
        unnamed=wording.words.t("map.unnamed"),
    )


def _of_classes(around: Caption, view: ViewRequest, words: Language) -> Caption:
    """With what a reader of colours has to know."""
    said = [f"{limits_text(view, words)}.", *([words.t("advice.totals")] if totals(view) else [])]
    return replace(around, notes=(*around.notes, *said))


def caption(shown: MapView, row: int, wording: Wording) -> Caption:
    """The texts around a picture of a year."""
    words = wording.words
    invented = shown.marks["demo"][row] & ~np.isnan(shown.values[row])
    demo = words.t("demo.figures") if invented.any() else ""
    mark = words.t("demo.figures_mixed") if demo and shown.real[row].any() else demo
    said = notes(shown, words)[row]
    above = headline(shown, row, words, wording.select, wording.states)
    remarked = remark_lines(shown, wording.select, words, row)
    return Caption(
        title=above.heading,
        sentence=above.sentence,
        unit=unit_label(shown.view.unit, words),
        source=wording.source.removeprefix(demo).strip(),  # said already, and larger
        notes=(*([said] if said else []), *remarked),
        demo=mark,
        taken=wording.taken,
    )


def legend_keys(
    shown: MapView, row: int | None, wording: Wording, scale: Scale = palette.sequential
) -> tuple[LegendEntry, ...]:
    """Classes from the highest, then the states without a class that occur.

    Args:
        shown: The view.
        row: Number of the year to count in; None tells no counts and looks at all years.
        wording: Language and labels of the states.
        scale: Gives the colours of so many classes.
    """
    chosen = slice(None) if row is None else slice(row, row + 1)
    beside = shown.beside[chosen].ravel()
    classes = shown.classes[chosen].ravel()[~beside].tolist()
    kinds = shown.states[chosen].ravel()[~beside].tolist()
    spans = FigureWriter.of(shown.view, wording.words).spans(shown.bins_of(row or 0))
    colours = scale(len(spans))
    keys = [
        LegendEntry(colour, span, None if row is None else classes.count(cls))
        for cls, (span, colour) in enumerate(zip(spans, colours, strict=True))
    ]
    others = [
        LegendEntry(
            BELOW[ZERO if state == "declared_zero" else UNKNOWN],
            wording.states[state],
            None if row is None else kinds.count(state),
            sign,
        )
        for state, sign in zip(VALUE_STATES, GLYPHS, strict=True)
        if sign and state in kinds
    ]
    if beside.any():
        count = None if row is None else int(beside.sum())
        others.append(
            LegendEntry(REAL_GROUND, wording.words.t("legend.real"), count, SIGNS["real"])
        )
    return (*reversed(keys), *others)


def _selected(shown: MapView, row: int, wording: Wording) -> tuple[Selected, ...]:
    """The selected with their figures."""
    index = {place.code: at for at, place in enumerate(municipalities())}
    texts = told(shown, row, wording)
    return tuple(
        Selected(
            code, colour, wording.words.name(municipalities()[index[code]]), texts[index[code]]
        )
        for code, colour in zip(wording.select, palette.SELECTED, strict=False)
    )
