"""Maps of a view for all its years: of the country, or drawn in to a deck's municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.letters import spotlight_letters
from dashboard.forum.nothing import is_empty, nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.headline import group_sentence
from dashboard.indicators.picture import fills, glyphs, legend_keys, short_name, told
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import title, unit_label
from dashboard.slides.content import MapBody, MapPlace, MapYear, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def map_slide(telling: DeckTelling, scene: Scene, *, close: bool) -> Slide:
    """A map whose year can be moved; the classes are the same in all years."""
    shown = telling.shown(scene)
    row = telling.row(scene, shown)
    heading = title_of(telling, shown, row)
    if is_empty(shown, row):
        return nothing(telling, scene, heading)
    rows = [at for at in range(len(shown.years)) if not is_empty(shown, at)]
    years = tuple(_year(telling, scene, shown, at) for at in rows)
    now, places = rows.index(row), telling.places(scene)
    body = MapBody(
        map_places(telling, scene), years, now, telling.select(scene), close,
        unit_label(shown.view.unit, telling.words),
    )  # fmt: skip
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=years[now].sentence,
        body=body,
        demo=years[now].demo,
        small=telling.small(shown, row, places or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, row),
    )


def title_of(telling: DeckTelling, shown: MapView, row: int) -> str:
    """What is shown, with its year."""
    words = telling.words
    return words.t("sentence.start", title=title(shown.view, words), year=shown.years[row])


def sentence_of(telling: DeckTelling, scene: Scene, shown: MapView, row: int) -> str:
    """What is to be seen, of the deck's municipalities or of the country."""
    select, words = telling.select(scene), telling.words
    if select:
        return group_sentence(shown, row, words, select, telling.labels)
    start = title_of(telling, shown, row)
    said = map_sentence(shown, row, words).removeprefix(start).lstrip(": ")
    return said[:1].upper() + said[1:]


def map_places(telling: DeckTelling, scene: Scene) -> tuple[MapPlace, ...]:
    """All municipalities; those of the scene have letters."""
    letters = spotlight_letters(telling.select(scene))
    return tuple(
        MapPlace(place.code, short_name(place, telling.words), letters.get(place.code, ""))
        for place in municipalities()
    )


def _year(telling: DeckTelling, scene: Scene, shown: MapView, row: int) -> MapYear:
    wording = telling.wording(scene, shown)
    return MapYear(
        label=str(shown.years[row]),
        title=title_of(telling, shown, row),
        sentence=sentence_of(telling, scene, shown, row),
        fills=tuple(fills(shown, row)),
        signs=tuple(glyphs(shown)[row]),
        told=tuple(told(shown, row, wording)),
        legend=legend_keys(shown, row, wording),
        demo=telling.demo(shown, row),
    )
