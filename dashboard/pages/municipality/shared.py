"""A municipality as it is seen where its page is shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture
from dashboard.charts.card_rows import CardRow, draw_card_rows
from dashboard.charts.palette import SELECTED
from dashboard.frame.place_view import read_place_view
from dashboard.frame.sharing import share_caption
from dashboard.indicators.remarks import remark_line
from dashboard.indicators.writing import title
from dashboard.peers.notes import standing_notes, standing_remarks
from dashboard.peers.pictures import bare_dots
from dashboard.peers.telling import headline_of
from geo.finding import find_municipality

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.frame.place_view import PlaceView
    from dashboard.language.i18n import Language

SHOWN = (
    "ngo_competition_share",
    "total",
    "ngo_competition",
    "success_rate",
    "services_transferred",
    "openness",
)
"""The indicators that a card has room for."""


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture | None:
    """Where it stands among all by some indicators; the list of all is told by its words."""
    if not key:
        return None
    view = read_place_view(atlas, words, query, find_municipality(key))
    said = " ".join(filter(None, headline_of(view.standing, words, view.labels)))
    told = [view.standing.indicators[name] for name in SHOWN]
    caption = share_caption(words.name(view.place, "full"), said, view.source, words)
    remarks = (remark_line(each, words) for each in standing_remarks(view.standing))
    caption = replace(caption, notes=(*standing_notes(view.standing, words), *remarks))
    if any(it.shown.marks["demo"][it.row].any() for it in told):
        mixed = any(it.shown.real[it.row].any() for it in told)
        mark = words.t("demo.figures_mixed" if mixed else "demo.figures")
        caption = replace(caption, demo=mark)
    rows = [_row(name, view) for name in SHOWN]
    return SharePicture(caption, lambda *size: draw_card_rows(rows, size))


def _row(name: str, view: PlaceView) -> CardRow:
    telling = view.telling(name)
    figures = ((telling.figure(), SELECTED[0]),)
    return CardRow(title(telling.it.shown.view, view.words), figures, bare_dots(telling.it))
