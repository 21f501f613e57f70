"""The first page as it is seen where it is shared: the sentence, and the hundred squares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture
from dashboard.charts.squares import draw_squares
from dashboard.frame.sharing import share_caption
from dashboard.frame.source_line import source_text
from dashboard.overview.colours import squares_of
from dashboard.overview.overview import read_overview

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """The hundred euros of the year that is shown; where nobody knows them, words alone."""
    overview = read_overview(atlas, words)
    split = overview.split
    if split is None:
        return None
    said = " ".join(filter(None, (overview.whose, overview.before)))
    source = source_text(split.now.sources, atlas, words)
    caption = share_caption(overview.sentence, said, source, words, demo=split.now.demo)
    return SharePicture(caption, lambda *_: draw_squares(squares_of(split.now)))
