"""Commitments as they are seen where their page is shared: all that are asked for, and one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.card import LOOK, SharePicture
from dashboard.commitments.labels import status_word
from dashboard.commitments.promise import (
    promise_sentence,
    promise_source,
    promise_title,
    promises_of,
)
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import plans_sentence
from dashboard.commitments.standing import latest
from dashboard.commitments.view import read_plan_view
from dashboard.frame.sharing import share_caption
from dashboard.frame.source_line import source_text
from dashboard.pages.commitments.item import said_of
from dashboard.pages.commitments.picture import draw_status, draw_statuses
from dashboard.pages.commitments.promise_chart import draw_promise
from dashboard.pages.commitments.promise_picture import chart_of

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.charts.picture import Caption
    from dashboard.commitments.promise import Promise
    from dashboard.language.i18n import Language


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture:
    """How many stand where, or how one stands and the number that it should move."""
    source = source_text(["commitments"], atlas, words)
    if not key:
        view = read_plan_view(atlas, words, query)
        title = words.t("page.commitments.title")
        caption = share_caption(title, plans_sentence(view), source, words)
        return SharePicture(caption, lambda *size: draw_statuses(view, size))
    plans = read_plans(atlas, words)
    item = plans.commitments[key]
    caption = share_caption(item.title.text, said_of(item, plans, words), source, words)
    promises = promises_of(atlas, key, words)
    if promises:
        return _promised(caption, promises[0], atlas, words)
    said = latest(item.history)
    status = said.status if said else None
    word = status_word(status, words)
    return SharePicture(caption, lambda *size: draw_status(status, word, size))


def _promised(caption: Caption, promise: Promise, atlas: Atlas, words: Language) -> SharePicture:
    """With the number over the years; whether it is invented stands in the card's mark."""
    chart = chart_of(promise, words)
    sources = " ".join([caption.source, promise_source(promise, atlas, words)])
    told = share_caption(
        caption.title,
        f"{caption.sentence} {promise_sentence(promise, words)}",
        sources.replace(chart.demo, "").replace("  ", " ") if chart.demo else sources,
        words,
        demo=bool(chart.demo),
    )
    bare = replace(chart, demo="")
    title = promise_title(promise, words)
    return SharePicture(told, lambda *_: draw_promise(bare, look=LOOK, narrow=True, title=title))
