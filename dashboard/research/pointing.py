"""Which places of a picture stand out, and where each leads: it is selected, or no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import SELECTED
from dashboard.charts.picture import Selected
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.marks import BREAK, NO_FIGURE
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.research.bench import Bench

UNMARKED = ("", 0)

OUTSIDE = "light-dark(#d3dade, #56646f)"
"""The colour of municipalities that are not in the chosen set."""

REASON_SIGNS = {
    "missing": NO_FIGURE,
    "broken": BREAK,
    "kind": SIGNS["real"],
    "estimated": SIGNS["estimated"],
    "no_base": NO_FIGURE,
    "no_measure": NO_FIGURE,
}
"""The sign on a map of why a figure does not count."""


def selecting(bench: Bench) -> dict[str, str]:
    """By code, the address of the view with the place selected, or no longer selected.

    Where as many are selected as have colours, the others lead nowhere.
    """
    chosen, without = bench.state.select, "~"
    marked = bench.path(select=(without,))
    full = len(chosen) >= len(SELECTED)
    found = {}
    for place in municipalities():
        code = place.code
        if code in chosen:
            kept = tuple(each for each in chosen if each != code)
            found[code] = bench.path(select=kept)
        else:
            found[code] = "" if full else marked.replace(without, ",".join((*chosen, code)))
    return found


def own_colours(bench: Bench) -> dict[str, str]:
    """By code, in the order of their choice, the colours of the selected."""
    return dict(zip(bench.state.select, SELECTED, strict=False))


def own_marks(bench: Bench) -> dict[str, tuple[str, int]]:
    """By code, colour and number of the marker of each selected; others are to have `UNMARKED`."""
    return {code: (fill, at) for at, (code, fill) in enumerate(own_colours(bench).items())}


def selected_of(bench: Bench, texts: Sequence[str]) -> tuple[Selected, ...]:
    """The selected as the key of a map has them; `texts` tell the figures of all municipalities."""
    named = {
        place.code: (bench.words.name(place), text)
        for place, text in zip(municipalities(), texts, strict=True)
    }
    return tuple(Selected(code, fill, *named[code]) for code, fill in own_colours(bench).items())
