"""What is studied up to a year, as an analysis of that year sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.indicators.figures import MapView
    from dashboard.research.measured import Measured


def until(measured: Measured, year: int) -> Measured:
    """Without the years after one."""
    count = sum(each <= year for each in measured.years)
    return replace(
        measured,
        years=measured.years[:count],
        values=measured.values[:count],
        reasons=measured.reasons[:count],
        marks={name: flags[:count] for name, flags in measured.marks.items()},
        shown=_shown(measured.shown, count) if measured.shown else None,
    )


def _shown(shown: MapView, count: int) -> MapView:
    """The first years of a view."""
    return replace(
        shown,
        years=shown.years[:count],
        values=shown.values[:count],
        states=shown.states[:count],
        counted=shown.counted[:count],
        marks={name: flags[:count] for name, flags in shown.marks.items()},
        denominators=shown.denominators[:count],
        national=shown.national[:count],
        same=shown.same[:count],
        breaks=tuple(each for each in shown.breaks if each.row < count),
        absences=tuple(each for each in shown.absences if each.row < count),
        origins={at: source for at, source in shown.origins.items() if at[0] < count},
    )
