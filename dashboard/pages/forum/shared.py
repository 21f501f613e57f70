"""A deck as it is seen where its page is shared: its first scene that shows something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture
from dashboard.forum.making import whose
from dashboard.frame.sharing import body_picture, share_caption
from dashboard.pages.forum.view import ForumView, asked_deck
from dashboard.slides.content import SourcesBody, WordsBody

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.slides.content import Slide


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """The scene of the deck that the query asks for; nothing where nobody is chosen."""
    deck, is_edit = asked_deck(atlas, query)
    if is_edit or not deck.select:
        return None
    title = words.t("forum.of", whose=whose(deck.select, words))
    slide = _first(ForumView(atlas, words, deck))
    if slide is None:
        sentence = words.t("forum.sentence", count=len(deck.scenes))
        return SharePicture(share_caption(title, sentence, "", words))
    said = " ".join(filter(None, (f"{slide.title.removesuffix('.')}.", slide.sentence)))
    caption = share_caption(title, said, slide.source, words, demo=bool(slide.demo))
    return body_picture(caption, slide.body)


def _first(view: ForumView) -> Slide | None:
    """Scene after scene is made, lest all of a deck be for one."""
    for scene in view.deck.scenes:
        alone = replace(view, deck=replace(view.deck, scenes=(scene,)))
        (slide,) = alone.slides.slides
        if not isinstance(slide.body, WordsBody | SourcesBody):
            return slide
    return None
