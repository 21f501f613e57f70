"""What a deck rests on: the views that its scenes show, their sources, whether any is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.kinds import kinds
from dashboard.indicators.sources import INVENTED, source_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView

MAP_SOURCE = "boundaries"
"""Whose the lines of maps are, which have to be named wherever a map is shown."""

MAPS = ("map", "county_map", "two_years")
"""Kinds that show maps."""


def views(telling: DeckTelling) -> tuple[MapView, ...]:
    """What the scenes show, in their order; each once."""
    found = {shown.view: shown for shown in _views(telling)}
    return tuple(found.values())


def rests_on(telling: DeckTelling) -> tuple[str, ...]:
    """Ids of all sources: those of figures by their scenes, then those of maps and promises."""
    figures = [each for shown in views(telling) for each in source_ids(shown)]
    used = [scene.kind for scene in telling.deck.scenes]
    lines = [MAP_SOURCE] if any(kind in MAPS for kind in used) else []
    promises = [kind.source for kind in kinds().values() if kind.source and kind.id in used]
    return tuple(dict.fromkeys([*figures, *lines, *promises]))


def demo_text(telling: DeckTelling) -> str:
    """Says that figures of the deck are invented; empty where none is."""
    shown = views(telling)
    if not any(INVENTED in source_ids(each) for each in shown):
        return ""
    mixed = any(each.real.any() for each in shown)
    return telling.words.t("demo.figures_mixed" if mixed else "demo.figures")


def _views(telling: DeckTelling) -> Iterator[MapView]:
    for scene in telling.deck.scenes:
        wanted = _indicator(scene)
        if wanted is not None:
            yield telling.shown(replace(scene, indicator=wanted))


def _indicator(scene: Scene) -> str | None:
    """The indicator that a scene asks for, empty for the usual one; None where it shows none."""
    kind = kinds().get(scene.kind)
    if kind is None:
        return None
    return kind.indicator or (scene.indicator if "indicator" in kind.takes else None)
