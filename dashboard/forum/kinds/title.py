"""The first slide: which forum it is, of whom, what for, and of which day the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.forum.kinds.resting import demo_text
from dashboard.indicators.picture import short_name
from dashboard.indicators.selection import whole_county
from dashboard.slides.content import Slide, WordsBody
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.language.i18n import Language


def _slide(telling: DeckTelling, scene: Scene) -> Slide:
    words, select = telling.words, telling.select(scene)
    names = [short_name(each, words) for each in municipalities() if each.code in select]
    lines = (
        words.t(f"forum.purpose.{telling.deck.purpose}"),
        ", ".join(names) if len(names) > 1 else "",  # of one, the heading says it
        words.t("forum.title.day", day=words.date(telling.atlas.store.built_at)),
    )
    title, heading = _named(select, words)
    body = WordsBody(tuple(filter(None, lines)), heading)
    return Slide(scene.kind, title, "", body, demo=demo_text(telling))


def _named(select: Sequence[str], words: Language) -> tuple[str, str]:
    """What the forum is called, and whose it is."""
    county = whole_county(select)
    if county:
        heading = words.name(county, "full")
        name = heading.removesuffix(" apskritis")
        return words.t("forum.title.county", name=name), heading
    if len(select) == 1:
        place = next(each for each in municipalities() if each.code in select)
        return words.t("forum.title.places"), words.name(place, "full")
    if select:
        return words.t("forum.title.places"), words.n("data.matrix.places", len(select))
    return words.t("forum.title.places"), words.t("forum.title.all")


KIND = SceneKind("title", 1, ("select",), _slide)
