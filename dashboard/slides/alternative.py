"""What a slide shows in words, for those who do not see it and cannot be given its table."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.slides.content import Slide, SpokenTable

MOST: Final = 3_000
"""Letters, beyond which nobody listens; a trend of twelve municipalities takes fewer."""


def alternative(slide: Slide) -> str:
    """The slide's table row by row, else its sentence, else its title."""
    if slide.table is None:
        return slide.sentence or slide.title
    rows = (_row(slide.table, row) for row in slide.table.rows)
    return shorten(" ".join([f"{slide.table.caption}.", *rows]), MOST, placeholder="…")


def _row(table: SpokenTable, row: tuple[str, ...]) -> str:
    """A row as a sentence; of several figures each is told by the head of its column."""
    name, *cells = row
    if len(cells) > 1:
        cells = [f"{head} – {cell}" for head, cell in zip(table.head[1:], cells, strict=True)]
    return f"{name}: {'; '.join(cells)}."
