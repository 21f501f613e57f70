"""Municipalities side by side as they are seen where their page is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture
from dashboard.charts.card_rows import CardRow, draw_card_rows
from dashboard.charts.palette import SELECTED
from dashboard.indicators.writing import title
from dashboard.pages.compare.downloads import caption
from dashboard.pages.compare.view import read_compare_view
from dashboard.peers.compared import compared_dots

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.compare.view import CompareView
    from dashboard.peers.comparing import ComparedIndicator

MOST, MOST_WRITTEN = 5, 2
"""Indicators that a card has room for, and municipalities whose figures it has."""


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:  # noqa: ARG001
    """Strips of all municipalities with these among them; nothing where none are chosen."""
    view = read_compare_view(atlas, words, query)
    if not view.is_table:
        return None
    told = [it for it in view.compared.indicators.values() if it.shown.there[it.row].any()]
    rows = [_row(it, view) for it in told[:MOST]]
    heads = [*zip(view.heads, SELECTED, strict=False)]
    return SharePicture(caption("", view), lambda *size: draw_card_rows(rows, size, heads))


def _row(it: ComparedIndicator, view: CompareView) -> CardRow:
    figures = zip(view.texts(it), SELECTED, strict=False)
    written = tuple(figures) if len(it.members) <= MOST_WRITTEN else ()
    return CardRow(title(it.shown.view, view.words), written, compared_dots(it))
