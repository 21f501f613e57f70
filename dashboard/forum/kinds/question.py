"""A question for the room to discuss: one's own, or that of the deck's purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.slides.content import Slide, WordsBody

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling


def _slide(telling: DeckTelling, scene: Scene) -> Slide:
    words = telling.words
    asked = scene.text.strip() or words.t(f"forum.question.{telling.deck.purpose}")
    return Slide(scene.kind, words.t("forum.question.slide"), "", WordsBody((asked,)))


KIND = SceneKind("question", 12, ("text",), _slide)
