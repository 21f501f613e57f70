"""The trend of selected municipalities against the country in a frame."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dashboard.charts.trend import draw_trend
from dashboard.commitments.promise import promises_on
from dashboard.embeds.embed import Embed
from dashboard.embeds.parts import at_every_width, figures_table, line_key
from dashboard.embeds.view import ask_view
from dashboard.frame import html
from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import told
from dashboard.indicators.series import axis_figure, trend_picture
from dashboard.indicators.writing import FigureWriter
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.charts.series import TrendPicture
    from dashboard.embeds.view import FramedView

HEIGHTS = (170, 200, 240, 300)
"""Of the drawings, as `parts.SIZES`, px."""

NAMED_PX = 400
"""Narrower drawings have no room for names at the lines' ends; the key has them."""


def _made(view: FramedView) -> Embed:
    words, state = view.words, view.state
    promises = promises_on(view.atlas, state.view, words)
    targets = [(each["target"], each["text"]) for each in promises if each["text"]]
    picture = trend_picture(view.shown, view.row, view.wording, targets, same=state.same)
    caption = picture.caption
    chart = at_every_width(
        lambda options: draw_trend(
            _fitting(picture, options.width), options, partial(axis_figure, words=words)
        ),
        HEIGHTS,
        caption.title,
    )
    return Embed(
        title=caption.title,
        sentence=view.headline.sentence,
        picture=[html.P(caption.unit, className="unit"), chart, line_key(picture)],
        table=_table(view, f"{caption.title}, {caption.unit}"),
        full=view.full,
        source=caption.source,
        demo=caption.demo,
        notes=caption.notes,
    )


def _fitting(picture: TrendPicture, width: int) -> TrendPicture:
    if width >= NAMED_PX:
        return picture
    return replace(picture, lines=tuple(replace(line, label="") for line in picture.lines))


def _table(view: FramedView, caption: str) -> Component:
    """A row a year: the country, then the selected."""
    shown, words = view.shown, view.words
    writer = FigureWriter.of(shown.view, words)
    national = shown.same if view.state.same else shown.national
    index = {place.code: at for at, place in enumerate(municipalities())}
    chosen = [index[code] for code in view.wording.select]
    heads = [words.t("year.label"), national_name(shown, words)]
    heads += [words.name(municipalities()[at]) for at in chosen]
    rows = []
    for row, year in enumerate(shown.years):
        texts = told(shown, row, view.wording)
        country = writer.figure(float(national[row])) or "–"
        rows.append([str(year), country, *(texts[at] for at in chosen)])
    return figures_table(caption, heads, rows)


ask_trend = ask_view(_made)
