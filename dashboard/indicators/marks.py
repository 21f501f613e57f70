"""Signs behind figures that are not quite what they seem, and the notes that explain the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import NEUTRAL, SIGNS
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.figures import FigureRemark, MapView
    from dashboard.language.i18n import Language


BREAK, NO_FIGURE = "≠", "–"
MOST_NAMED = 3


def signs(shown: MapView) -> NDArray[np.str_]:
    """Years × municipalities: the signs of each figure; none where there is no figure."""
    found = np.where(shown.states == "not_comparable", BREAK, "")
    for name, flags in flagged(shown).items():
        found = np.char.add(found, np.where(flags, SIGNS[name], ""))
    return found


def signs_of(shown: MapView, row: int, place: int) -> str:
    """The signs of one figure; none where there is no figure."""
    broken = BREAK if shown.states[row, place] == "not_comparable" else ""
    marked = (SIGNS[name] for name, flags in flagged(shown).items() if flags[row, place])
    return "".join([broken, *marked])


def notes(shown: MapView, words: Language) -> list[str]:
    """What the signs of each year mean, and whom they concern; empty where there is none."""
    marked, broken, what = flagged(shown), breaks(shown, words), _small(shown, words)
    return [
        " ".join(
            [
                words.t(f"mark.{name}.note", sign=SIGNS[name], year=year, places=places, what=what)
                for name, places in (
                    (name, _places(flags[row], words))
                    for name, flags in marked.items()
                    if flags[row].any()
                )
            ]
            + _census(shown, marked["estimated"], row, words)
            + [said for item, said in zip(shown.breaks, broken, strict=True) if item.row == row]
            + [absence(item, shown, words) for item in shown.absences if item.row == row]
        )
        for row, year in enumerate(shown.years)
    ]


def _small(shown: MapView, words: Language) -> str:
    """What a small denominator is too few of."""
    view = shown.view.indicator
    of = view if INDICATORS[view].of_applications else "residents"
    return words.t(f"mark.small.{of}")


def _census(shown: MapView, estimated: NDArray[np.bool_], row: int, words: Language) -> list[str]:
    """That a census between the published years changed the count, and how far it went."""
    found = shown.census
    if not found or shown.years[row] not in found.years or not estimated[row].any():
        return []
    least, most = (
        f"{words.percent(change, 0, sign=True)} ({words.name(municipalities()[place])})"
        for place, change in (found.least, found.most)
    )
    return [
        words.t(
            "mark.census.note",
            sign=SIGNS["estimated"],
            census=found.census,
            least=least,
            most=most,
            places=words.n("data.matrix.places", found.known),
        )
    ]


def absence(item: FigureRemark, shown: MapView, words: Language) -> str:
    """Whose figure is not there, and why."""
    return words.t(
        "mark.absent.note",
        sign=NO_FIGURE,
        place=words.name(municipalities()[item.place]),
        year=shown.years[item.row],
        note=reason(item, words),
    )


def reason(item: FigureRemark, words: Language) -> str:
    """What is said, in the language."""
    return item.note_lt if words.code == "lt" else item.note_en


def breaks(shown: MapView, words: Language) -> list[str]:
    """Of each figure that breaks its series, whose it is and why."""
    return [
        words.t(
            "mark.break.note",
            sign=BREAK,
            place=words.name(municipalities()[item.place]),
            year=shown.years[item.row],
            note=reason(item, words),
        )
        for item in shown.breaks
    ]


def flagged(shown: MapView) -> dict[str, NDArray[np.bool_]]:
    """Which figures have which mark."""
    return shown.flagged


def of_both_kinds(shown: MapView) -> NDArray[np.bool_]:
    """Which municipalities have real figures and invented ones."""
    invented = shown.there & ~shown.real
    both: NDArray[np.bool_] = np.logical_and(shown.real.any(axis=0), invented.any(axis=0))
    return both


def hollows(shown: MapView) -> NDArray[np.bool_]:
    """Which markers are hollow: of figures with a sign; in a line of both kinds, invented ones."""
    signed = [flags for name, flags in flagged(shown).items() if name not in NEUTRAL]
    odd: NDArray[np.bool_] = np.any([*signed, shown.states == "not_comparable"], axis=0)
    return np.where(of_both_kinds(shown), ~shown.real, odd)


def turns(shown: MapView) -> NDArray[np.bool_]:
    """Before which figures a line ends: they are real, those before are not, or the reverse."""
    turned = np.zeros_like(shown.real)
    turned[1:] = shown.real[1:] != shown.real[:-1]
    return turned


def _places(flags: NDArray[np.bool_], words: Language) -> str:
    """The municipalities by name where they are few, else how many they are."""
    places = np.flatnonzero(flags).tolist()
    if len(places) > MOST_NAMED:
        return words.n("data.matrix.places", len(places))
    return ", ".join(words.name(municipalities()[place]) for place in places)
