"""Where a municipality stands by an indicator, among its peers and all, in a frame."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dashboard.charts.dots_plot import draw_dots
from dashboard.embeds.embed import Embed
from dashboard.embeds.parts import at_every_width, figures_table
from dashboard.embeds.place import ask_place
from dashboard.frame import html
from dashboard.indicators.series import axis_figure
from dashboard.indicators.writing import title
from dashboard.peers.pictures import named_dots
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView

HEIGHTS = (230, 230, 240, 260)
"""Of the drawings, as `parts.SIZES`, px."""


def _made(view: PlaceView, indicator: str) -> Embed:
    words, telling = view.words, view.telling(indicator)
    picture = named_dots(telling, view.wording(indicator))
    caption, (key, *rest) = picture.caption, picture.caption.notes
    shown = words.t(
        "sentence.start", title=title(telling.it.shown.view, words), year=view.standing.year
    )
    heading = words.t("headline.heading", name=words.name(view.place), start=shown)
    chart = at_every_width(
        lambda options: draw_dots(picture, options, partial(axis_figure, words=words)),
        HEIGHTS,
        heading,
    )
    return Embed(
        title=heading,
        sentence=caption.sentence,
        picture=[html.P(caption.unit, className="unit"), chart, html.P(key, className="unit")],
        table=_table(view, indicator, f"{shown}, {caption.unit}"),
        full=view.opening(indicator),
        source=caption.source,
        demo=caption.demo,
        notes=tuple(rest),
    )


def _table(view: PlaceView, indicator: str, caption: str) -> Component:
    """The municipality, its peers from the nearest, their median."""
    words, telling = view.words, view.telling(indicator)
    members = [telling.it.own, *telling.it.peers]
    rows = [[words.name(municipalities()[at]), telling.figure(at)] for at in members]
    rows.append([words.t("municipality.column.median"), telling.median or "–"])
    return figures_table(caption, [words.t("table.name"), words.t("table.value")], rows)


ask_strip = ask_place(_made)
