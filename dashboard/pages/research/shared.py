"""A view of the bench as it is seen where its page is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring, tostring

from dashboard.charts.card import LOOK, SharePicture
from dashboard.charts.palette import settle
from dashboard.charts.series import ChartOptions
from dashboard.research.bench import read_bench
from dashboard.research.registry import view_of

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ZOOM = 1.1
"""How much larger letters are than in a page: a card is seen small."""


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """Its first picture, or words alone where there is none."""
    bench = read_bench(atlas, words, query)
    view = view_of(bench)
    told = [(bench.subject, [bench.subject.row(bench.year)])]
    caption = bench.caption(view.title, view.sentence, told, notes=view.notes)
    if not view.pictures:
        return SharePicture(caption)
    first = view.pictures[0]

    def draw(wide: float, tall: float) -> str:
        """As it stands in a page, which has the rest of the card's texts too."""
        options = ChartOptions(round(wide / ZOOM), round(tall / ZOOM), bare=True)
        root = fromstring(first.draw(options))  # noqa: S314 - ours
        settle(root, LOOK)
        return tostring(root, encoding="unicode")

    return SharePicture(caption, draw)
