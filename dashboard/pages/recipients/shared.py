"""Recipients as they are seen where their page is shared: the list, and one by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture, unframed
from dashboard.charts.card_rows import CardRow, draw_card_rows
from dashboard.charts.series import ChartOptions
from dashboard.charts.trend import draw_trend
from dashboard.frame.sharing import share_caption
from dashboard.pages.recipients.finding import found
from dashboard.pages.recipients.item import sentence_of as sentence_of_one
from dashboard.pages.recipients.item import source_of
from dashboard.pages.recipients.item_money import paid_trend, yearly
from dashboard.pages.recipients.table import paid_text
from dashboard.pages.recipients.telling import sentence_of, title_of
from dashboard.pages.recipients.view import read_view
from data.asking.recipients import recipient_receipts
from data.catalog import PRICE_YEAR

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

MOST = 7
"""Recipients of a list that a card has room for."""

ZOOM = 1.6


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture:
    """The first of the list that the query asks for, or the years of the one of a key.

    Raises:
        NoItem: There is no such recipient.
    """
    return _one(atlas, words, key) if key else _list(atlas, words, query)


def _list(atlas: Atlas, words: Language, query: str) -> SharePicture:
    view = read_view(atlas, words, query)
    sentence = sentence_of(view)
    if not view.state.asked.chosen:
        sentence = sentence.removeprefix(words.t("page.recipients.description")).strip()
    if not view.found:
        return SharePicture(share_caption(title_of(view), sentence, "", words))
    caption = share_caption(title_of(view), sentence, view.source, words, demo=view.demo)
    first = view.rows(MOST)
    sums = first["paid"].fillna(first["awarded"]).fillna(0).astype(float)
    most = max(sums.max(), 1.0)
    both = zip(first["name"], sums, first["provisional"], strict=True)
    rows = [
        CardRow(name, ((paid_text(sum_, words, provisional=bool(sign)), "text"),), sum_ / most)
        for name, sum_, sign in both
    ]
    return SharePicture(caption, lambda *size: draw_card_rows(rows, size))


def _one(atlas: Atlas, words: Language, key: str) -> SharePicture:
    row = found(key, atlas, words)
    received = recipient_receipts(atlas.store, row["item"])
    table = yearly(received)
    sentence, source = sentence_of_one(row, received, words), source_of(row, received, atlas, words)
    caption = share_caption(row["name"], sentence, source, words, demo=bool(row["demo"]))
    if table["paid"].notna().sum() < 2:
        return SharePicture(caption)
    names = (words.t(f"recipients.column.{name}", year=PRICE_YEAR) for name in ("paid", "constant"))
    picture = paid_trend(table, *names)

    def draw(wide: int, tall: int) -> str:
        return draw_trend(picture, ChartOptions(wide, tall), words.money)

    return SharePicture(caption, unframed(draw, ZOOM))
