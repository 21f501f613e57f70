"""Competitions as they are seen where their page is shared: the list, and one by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.card import SharePicture
from dashboard.charts.card_rows import CardRow, draw_card_rows
from dashboard.frame.sharing import body_picture, share_caption
from dashboard.frame.source_line import source_text
from dashboard.pages.competitions.finding import found
from dashboard.pages.competitions.item import sentence_of as sentence_of_one
from dashboard.pages.competitions.telling import sentence_of, title_of
from dashboard.pages.competitions.view import known, places, read_view
from dashboard.pages.competitions.writing import money
from dashboard.slides.content import BarsBody, SlideBar

if TYPE_CHECKING:
    from typing import Any

    from dashboard.answers import Atlas
    from dashboard.charts.picture import Caption
    from dashboard.language.i18n import Language

SUMS = ("budget", "requested", "awarded")


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture:
    """What was awarded year by year of those that the query asks for, or the sums of one.

    Raises:
        NoItem: There is no such competition.
    """
    if not key:
        return _list(atlas, words, query)
    row = found(key, atlas, words)
    source = source_text([row["source"]], atlas, words)
    place = words.name(places()[row["municipality"]])
    title = words.t("title.with", name=row["competition"], details=f"{place}; {row['year']}")
    sentence = sentence_of_one(row, atlas, words)
    caption = share_caption(title, sentence, source, words, demo=bool(row["demo"]))
    return _sums(row, caption, words)


def _list(atlas: Atlas, words: Language, query: str) -> SharePicture:
    view = read_view(atlas, words, query)
    sentence = sentence_of(view)
    if not view.state.asked.chosen:
        sentence = sentence.removeprefix(words.t("page.competitions.description")).strip()
    caption = share_caption(
        title_of(view), sentence, view.source, words, demo=bool(view.found) and view.demo
    )
    if len(view.years) < 2:
        return _sums(view.total, caption, words) if view.found else SharePicture(caption)
    bars = tuple(
        SlideBar(str(row["year"]), money(row["awarded"], words), _euros(row["awarded"]))
        for row in view.years
    )
    unit = words.t("competitions.column.awarded")
    return body_picture(caption, BarsBody(bars, unit, rest=unit))


def _sums(row: dict[str, Any], caption: Caption, words: Language) -> SharePicture:
    """What there was, what was asked for and what was awarded, as far as it is known."""
    told = {name: float(row[name]) for name in SUMS if known(row.get(name))}
    most = max([1.0, *told.values()])
    rows = [
        CardRow(words.t(f"competitions.column.{name}"), ((money(sum_, words), "text"),),
                sum_ / most)
        for name, sum_ in told.items()
    ]  # fmt: skip
    return SharePicture(caption, lambda *size: draw_card_rows(rows, size))


def _euros(value: Any) -> float | None:
    return float(value) if known(value) else None
