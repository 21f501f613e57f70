"""One figure: the country's, or that of the deck's only municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import sentence_of, title_of
from dashboard.forum.nothing import nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import Wording, told
from dashboard.indicators.writing import FigureWriter, title
from dashboard.slides.content import NumberBody, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def number_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """The figure, and beside it what it is compared with."""
    shown = telling.shown(scene)
    row, words = telling.row(scene, shown), telling.words
    heading = title_of(telling, shown, row)
    writer = FigureWriter.of(shown.view, words)
    nation = writer.figure(float(shown.national[row])), national_name(shown, words)
    texts, places = told(shown, row, telling.wording(scene, shown)), telling.places(scene)
    if len(places) == 1:
        figure, label = texts[places[0]], words.name(municipalities()[places[0]])
        beside = [nation] if nation[0] else []
    else:
        (figure, label), beside = nation, _extremes(shown, row, places, telling)
    if not figure:
        return nothing(telling, scene, heading)
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=sentence_of(telling, scene, shown, row),
        body=NumberBody(
            figure, f"{label}: {title(shown.view, words)}", (*beside, *_first(telling, shown, row))
        ),
        demo=telling.demo(shown, row),
        small=telling.small(shown, row, places or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, row),
    )


def _extremes(
    shown: MapView, row: int, places: list[int], telling: DeckTelling
) -> list[tuple[str, str]]:
    """The largest and the smallest of the deck's municipalities, as far as any count."""
    counted = [at for at in places if shown.counted[row, at]]
    if len(counted) < 2:
        return []
    texts = told(shown, row, Wording(telling.words, telling.labels))
    ordered = sorted(counted, key=lambda at: float(shown.values[row, at]))
    return [
        (texts[at], telling.words.name(municipalities()[at])) for at in (ordered[-1], ordered[0])
    ]


def _first(telling: DeckTelling, shown: MapView, row: int) -> list[tuple[str, str]]:
    """The country's figure in the first year that has one."""
    known = np.flatnonzero(~np.isnan(shown.national))
    if not len(known) or known[0] >= row:
        return []
    words, first = telling.words, int(known[0])
    figure = FigureWriter.of(shown.view, words).figure(float(shown.national[first]))
    return [
        (
            figure,
            words.t("forum.in_year", name=national_name(shown, words), year=shown.years[first]),
        )
    ]


KIND = SceneKind("number", 2, ("indicator", "unit", "area", "year", "select"), number_slide)
