"""One view as pictures take it: colours, signs and texts of a year, or of the years of some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.picture import Caption, Key, MapPicture, Place, Selected
from dashboard.indicators.figures import UNKNOWN, VALUE_STATES, ZERO
from dashboard.indicators.marks import notes, signs
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import FigureWriter, title, unit_label
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from geo.places import Municipality

GLYPHS = ("", "·", "?", "0", "≠", "–")
"""Signs of `VALUE_STATES` on the map, so that a state needs no colour to be read."""

BELOW = {UNKNOWN: palette.UNKNOWN_COLOUR, ZERO: palette.ZERO_COLOUR}
"""Colours of what has no class."""


def short_name(place: Municipality, words: Language) -> str:
    """A name as it stands on the map."""
    return words.name(place).removesuffix(" sav.").removesuffix(" District")


def fills(shown: MapView, row: int) -> list[str]:
    """The colour of each municipality in a year."""
    scale = palette.sequential(len(shown.limits) - 1)
    return [BELOW[cls] if cls in BELOW else scale[cls] for cls in shown.classes[row].tolist()]


def map_picture(
    shown: MapView,
    row: int,
    words: Language,
    *,
    states: Mapping[str, str],
    select: Sequence[str] = (),
    source: str = "",
) -> MapPicture:
    """The map of a year.

    Args:
        shown: The view.
        row: Number of the year in `shown.years`.
        words: Language to write it in.
        states: Labels of the code list `value_state`.
        select: Codes of the municipalities to ring, at most as many as there are colours.
        source: The line of sources, as `indicators.writing.source_text`.
    """
    colours, kinds = fills(shown, row), shown.states[row].tolist()
    signed = dict(zip(VALUE_STATES, GLYPHS, strict=True))
    return MapPicture(
        places=tuple(
            Place(place.code, short_name(place, words), colour, signed[kind])
            for place, colour, kind in zip(municipalities(), colours, kinds, strict=True)
        ),
        legend=_legend(shown, row, words, states),
        selected=_selected(shown, row, words, states, select),
        caption=_caption(shown, row, words, source),
    )


def _caption(shown: MapView, row: int, words: Language, source: str) -> Caption:
    """The texts around a picture of a year."""
    invented = shown.marks["demo"][row] & ~np.isnan(shown.values[row])
    head = words.t("sentence.start", title=title(shown.view, words), year=shown.years[row])
    said, demo = notes(shown, words)[row], words.t("demo.figures") if invented.any() else ""
    return Caption(
        title=head,
        sentence=map_sentence(shown, row, words),
        unit=unit_label(shown.view.unit, words),
        source=source.removeprefix(demo).strip(),  # said already, and larger
        notes=(said,) if said else (),
        demo=demo,
    )


def _legend(
    shown: MapView, row: int, words: Language, states: Mapping[str, str]
) -> tuple[Key, ...]:
    """Classes from the highest, then the states without a class that occur."""
    writer, classes = FigureWriter.of(shown.view, words), shown.classes[row].tolist()
    spans = writer.spans(shown.limits)
    colours = palette.sequential(len(spans))
    keys = [
        Key(colour, span, classes.count(cls))
        for cls, (span, colour) in enumerate(zip(spans, colours, strict=True))
    ]
    kinds = shown.states[row].tolist()
    others = [
        Key(BELOW[ZERO if state == "declared_zero" else UNKNOWN], states[state], count, sign)
        for state, sign in zip(VALUE_STATES, GLYPHS, strict=True)
        if sign and (count := kinds.count(state))
    ]
    return (*reversed(keys), *others)


def _selected(
    shown: MapView, row: int, words: Language, states: Mapping[str, str], select: Sequence[str]
) -> tuple[Selected, ...]:
    """The selected with their figures, or what is said instead of one."""
    writer, signed = FigureWriter.of(shown.view, words), signs(shown)[row].tolist()
    index = {place.code: at for at, place in enumerate(municipalities())}
    found = []
    for code, colour in zip(select, palette.SELECTED, strict=False):
        at = index[code]
        value = writer.figure(shown.values[row, at])
        text = value + signed[at] if value else states[shown.states[row, at]]
        found.append(Selected(code, colour, words.name(municipalities()[at]), text))
    return tuple(found)
