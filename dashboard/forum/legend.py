"""The legend of a map on a slide: as that of the map page, in fewer letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.palette import projected
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.picture import Wording, legend_keys
from dashboard.indicators.series import MILLION, axis_figure

if TYPE_CHECKING:
    from dashboard.charts.picture import LegendEntry
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def slide_keys(
    telling: DeckTelling, shown: MapView, row: int | None = None
) -> tuple[LegendEntry, ...]:
    """Classes from the highest, then the states without a class.

    Args:
        telling: What is told from.
        shown: The view.
        row: Number of the year to count in; None tells no counts and looks at all years.
    """
    keys = legend_keys(shown, row, Wording(telling.words, telling.labels), projected)
    spans = _spans(telling, shown, row or 0)
    short = dict(zip((key.label for key in keys), reversed(spans), strict=False))
    real = telling.words.t("forum.legend_real")
    return tuple(
        replace(key, label=real if key.sign == SIGNS["real"] else short.get(key.label, key.label))
        for key in keys
    )


def _spans(telling: DeckTelling, shown: MapView, row: int) -> list[str]:
    """Classes of millions, which nobody reads to the last digit; the unit stands above them."""
    bins, words = shown.bins_of(row), telling.words
    if not bins or bins[-1][1] < MILLION:
        return []
    numbers = [[round(end / MILLION, 1) for end in ends] for ends in bins]
    return [f"{words.number(low, 1)}–{axis_figure(MILLION * high, words)}" for low, high in numbers]
