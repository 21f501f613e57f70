"""The first page as it is seen where it is shared: the sentence, and the hundred squares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import LOOK, SharePicture
from dashboard.charts.keyed_squares import KeyedPart, draw_keyed_squares
from dashboard.charts.squares import SquaresPart
from dashboard.frame.sharing import share_caption
from dashboard.frame.source_line import source_text
from dashboard.overview.colours import colour_of
from dashboard.overview.overview import read_overview
from dashboard.overview.saying import caution, part_name, share_text

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.overview.split import HundredEuros


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """The hundred euros of the year that is shown; where nobody knows them, words alone."""
    overview = read_overview(atlas, words)
    split = overview.split
    if split is None:
        return None
    said = " ".join(filter(None, (overview.whose, overview.before)))
    source = source_text(split.sources, atlas, words)
    caption = share_caption(overview.sentence, said, source, words, demo=split.now.demo)
    caption = replace(caption, notes=tuple(filter(None, (caution(split, words),))))
    parts = keyed(split.now, words)
    return SharePicture(
        caption, lambda wide, tall: draw_keyed_squares(parts, wide, tall, look=LOOK)
    )


def keyed(of: HundredEuros, words: Language) -> list[KeyedPart]:
    """The parts of a hundred euros with their names and amounts."""
    return [
        KeyedPart(
            SquaresPart(share, colour_of(part)),
            part_name(of, part, words),
            words.euros(share_text(of, part, words)),
        )
        for part, share in of.shares.items()
    ]
