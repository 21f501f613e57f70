"""The one sentence that says what a map shows; it is also the map's text alternative."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.writing import FigureWriter, title
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


def map_sentence(shown: MapView, row: int, language: Language) -> str:
    """Says in one language where a year's figures are largest, smallest, and the national one.

    Args:
        shown: The view.
        row: Number of the year in `shown.years`.
        language: Language to say it in.
    """
    year, figures = shown.years[row], shown.values[row]
    counted = shown.counted[row]
    start = language.t("sentence.start", title=title(shown.view, language), year=year)
    if not counted.any():
        return language.t("sentence.none", start=start)
    writer = FigureWriter.of(shown.view, language)
    kept = figures[counted]
    missing = int((~counted & ~shown.real[row]).sum())
    total = language.n("sentence.counted", int(counted.sum()))
    gap = language.n("sentence.missing", missing) if missing else ""
    if kept.min() == kept.max():
        return language.t(
            "sentence.one" if len(kept) == 1 else "sentence.same",
            start=start,
            where=_where(counted, language),
            value=writer.figure(kept[0]),
            counted=total,
            gap=gap,
        )
    return language.t(
        "sentence.map",
        start=start,
        most=_where(counted & (figures == kept.max()), language),
        largest=writer.figure(kept.max()),
        least=_where(counted & (figures == kept.min()), language),
        smallest=writer.figure(kept.min()),
        nation=language.t(f"sentence.{writer.national}"),
        national=writer.figure(shown.national[row]),
        counted=total,
        gap=gap,
    )


def _where(chosen: NDArray[np.bool_], language: Language) -> str:
    """The one municipality in question, or how many share the figure."""
    places = np.flatnonzero(chosen)
    if len(places) == 1:
        return language.located(municipalities()[int(places[0])])
    return language.n("sentence.places", len(places))
