"""What a scene says where there is nothing to show: in large letters, so that the talk goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.slides.content import Slide, WordsBody

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def nothing(
    telling: DeckTelling, scene: Scene, title: str, key: str = "forum.nothing", source: str = ""
) -> Slide:
    """A slide that says so; `key` is of the text."""
    return Slide(scene.kind, title, "", WordsBody((telling.words.t(key),)), source=source)


def is_empty(shown: MapView, row: int) -> bool:
    """Whether there is no figure in a year at all."""
    return not bool(shown.there[row].any())
