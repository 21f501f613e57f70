"""The figures of a scene in rows, for those who do not see its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import told
from dashboard.indicators.writing import FigureWriter, title
from dashboard.slides.content import SpokenTable
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def figures_table(telling: DeckTelling, scene: Scene, shown: MapView, *rows: int) -> SpokenTable:
    """The scene's municipalities (all, where it has none) and the country, a column a year."""
    words = telling.words
    wording, writer = telling.wording(scene, shown), FigureWriter.of(shown.view, words)
    years = [told(shown, row, wording) for row in rows]
    places = telling.places(scene) or range(len(municipalities()))
    return SpokenTable(
        title(shown.view, words),
        (words.t("table.name"), *(str(shown.years[row]) for row in rows)),
        (
            *((words.name(municipalities()[at]), *(year[at] for year in years)) for at in places),
            (national_name(shown, words),
             *(writer.figure(float(shown.national[row])) or "–" for row in rows)),
        ),
    )  # fmt: skip
