"""What several kinds of scenes say alike: where it is, that there are no data, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.picture import short_name
from dashboard.indicators.selection import whole_county
from dashboard.indicators.sources import source_ids
from dashboard.slides.content import Slide, WordsBody
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


def where(select: Sequence[str], words: Language) -> str:
    """Where a deck's municipalities are, to begin a sentence with."""
    county = whole_county(select)
    said = words.located(county) if county else words.t("forum.here")
    return said[:1].upper() + said[1:]


def group_of(telling: DeckTelling, scene: Scene) -> str:
    """Where a scene's municipalities are, to begin a sentence with."""
    if scene.select and not whole_county(scene.select):
        return telling.words.t("group.selected")
    return where(telling.select(scene), telling.words)


def reasons(telling: DeckTelling, shown: MapView, row: int, select: Sequence[str]) -> str:
    """Why some of the selected have no figure, and who they are; empty where all have one."""
    silent: dict[str, list[str]] = {}
    for at, place in enumerate(municipalities()):
        if place.code in select and not shown.there[row, at]:
            label = telling.labels[str(shown.states[row, at])]
            silent.setdefault(label, []).append(short_name(place, telling.words))
    return "; ".join(f"{label}: {', '.join(names)}" for label, names in silent.items())


def unanswered(
    telling: DeckTelling, scene: Scene, title: str, sentence: str = "", key: str = "forum.nothing"
) -> Slide:
    """A slide that says in large letters that there are no data, and why of each municipality.

    Args:
        telling: What is told from.
        scene: The scene; its indicator is the one that would be shown.
        title: What would have been shown.
        sentence: What can be said all the same.
        key: Of what is said largest.
    """
    shown, select = telling.shown(scene), telling.select(scene)
    row = telling.row(scene, shown)
    why = reasons(telling, shown, row, select)
    body = WordsBody((why,) if why else (), telling.words.t(key))
    source = telling.source(shown) if source_ids(shown) else ""
    return Slide(scene.kind, title, sentence, body, demo=telling.demo(shown, row), source=source)
