"""What a scene says where there is nothing to show: in large letters, so that the talk goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.slides.content import Slide, WordsBody

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling


def nothing(telling: DeckTelling, scene: Scene, title: str, source: str = "") -> Slide:
    """A slide that says so."""
    said = telling.words.t("forum.nothing")
    return Slide(scene.kind, title, "", WordsBody((said,)), source=source)
