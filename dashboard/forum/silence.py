"""What a scene says, in large letters, where there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.slides.content import Slide, WordsBody

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.language.i18n import Language


def silent(
    scene: Scene, title: str, words: Language, sentence: str = "", source: str = ""
) -> Slide:
    """A slide that says that there are no data.

    Args:
        scene: The scene.
        title: What would have been shown.
        words: The language.
        sentence: What can be said all the same.
        source: Whose the data are, that have no figure here.
    """
    body = WordsBody((), heading=words.t("forum.silence"))
    return Slide(scene.kind, title, sentence, body, source=source)
