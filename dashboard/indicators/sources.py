"""Which sources the figures of a view really come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalog import FORM_SOURCES, INDICATORS, UNITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView

INVENTED = "demo"
"""The source of what is invented."""


def source_ids(shown: MapView, among: NDArray[np.bool_] | None = None) -> tuple[str, ...]:
    """Those of municipalities' figures that are there, then what else they rest on in the unit.

    Args:
        shown: The view.
        among: Years × municipalities: of which figures; of all that are shown where it is left out.
    """
    chosen = shown.there if among is None else among
    real = {source for at, source in shown.origins.items() if chosen[at]}
    invented = [INVENTED] if (shown.marks["demo"] & chosen).any() else []
    own = UNITS[shown.view.unit].source
    elsewhere = {each for unit in UNITS.values() for each in unit.source if each not in own}
    others = [
        each
        for each in INDICATORS[shown.view.indicator].source
        if each not in FORM_SOURCES and each not in elsewhere
    ]
    return (*sorted(real), *invented, *others)
