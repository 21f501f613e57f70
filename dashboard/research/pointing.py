"""Where the places of a picture lead: to the same view with the place selected, or no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import SELECTED
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.marks import BREAK, NO_FIGURE
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench

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
