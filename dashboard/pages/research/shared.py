"""A view of the bench as it is seen where its page is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture, unframed
from dashboard.charts.series import ChartOptions
from dashboard.research.bench import read_bench
from dashboard.research.registry import view_of

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

ZOOM = 1.3
"""How much larger letters are than in a framed picture of that size."""

SAID = frozenset({"title", "sentence", "demo", "source", "notes", "taken"})
"""Parts of the frame that the card has itself."""


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """Its first picture, or words alone where there is none."""
    bench = read_bench(atlas, words, query)
    view = view_of(bench)
    told = [(bench.subject, [bench.subject.row(bench.year)])]
    caption = bench.caption(view.title, view.sentence, told, notes=view.notes)
    if not view.pictures:
        return SharePicture(caption)
    first = view.pictures[0]

    def draw(wide: int, tall: int) -> str:
        return first.draw(ChartOptions(wide, tall, without=SAID))

    return SharePicture(caption, unframed(draw, ZOOM))
