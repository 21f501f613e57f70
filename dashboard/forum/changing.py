"""What changed between two years: of whom both figures count and compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


@dataclass(frozen=True)
class Changing:
    """Two years of a view.

    Attributes:
        shown: The view.
        before, after: Numbers of the years.
        values: By municipality, the later figure less the earlier, as both are shown; NaN where
            they do not compare.
    """

    shown: MapView
    before: int
    after: int
    values: NDArray[np.float64]


def changing(telling: DeckTelling, scene: Scene) -> Changing | None:
    """The change that a scene shows; None where no two years compare."""
    shown = telling.shown(scene)
    after = telling.row(scene, shown)
    wanted = scene.before if scene.before in shown.years[:after] else None
    rows = [shown.years.index(wanted)] if wanted else range(after)
    for before in rows:
        values = _values(shown, before, after)
        if not np.isnan(values).all():
            return Changing(shown, before, after, values)
    return None


def _values(shown: MapView, before: int, after: int) -> NDArray[np.float64]:
    comparable = shown.counted[before] & shown.counted[after]
    for item in shown.breaks:
        if before < item.row <= after:
            comparable[item.place] = False
    figures = shown.values.round(shown.decimals)
    values: NDArray[np.float64] = np.where(comparable, figures[after] - figures[before], np.nan)
    return values.round(shown.decimals)
