"""The figures of a scene in rows, for those who do not see its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import Wording, told
from dashboard.indicators.writing import title
from dashboard.slides.content import SpokenTable
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def figures_table(
    telling: DeckTelling,
    scene: Scene,
    shown: MapView,
    *rows: int,
    places: Sequence[int] | None = None,
) -> SpokenTable:
    """Municipalities and the country, a column a year.

    Args:
        telling: What is told from.
        scene: Whose municipalities, or all where it has none.
        shown: The view.
        rows: Numbers of the years.
        places: Numbers of other municipalities.
    """
    words, wording = telling.words, Wording(telling.words, telling.labels)
    years = [told(shown, row, wording) for row in rows]
    if places is None:
        places = telling.places(scene) or range(len(municipalities()))
    nation = [telling.nation(shown, row) for row in rows]
    last = [(national_name(shown, words), *(figure or "–" for figure in nation))]
    return SpokenTable(
        title(shown.view, words),
        (words.t("table.name"), *(str(shown.years[row]) for row in rows)),
        (
            *((words.name(municipalities()[at]), *(year[at] for year in years)) for at in places),
            *(last if any(nation) else []),
        ),
    )
