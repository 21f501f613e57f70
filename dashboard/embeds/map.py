"""The map of a year in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.embeds.embed import Embed
from dashboard.embeds.parts import figures_table, legend
from dashboard.embeds.view import ask_view
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn
from dashboard.indicators.picture import map_picture

if TYPE_CHECKING:
    from dashboard.embeds.view import FramedView

MAP_PX = 560
"""Width in px at which signs and markers have their size."""


def _made(view: FramedView) -> Embed:
    picture = map_picture(view.shown, view.row, view.wording)
    caption, words = picture.caption, view.words
    svg = draw_map(picture, MapOptions(width=MAP_PX, names=view.state.names, bare=True, small=True))
    room = html.Div(drawn(svg), id="map", className="map-room", role="img",
                    **aria(label=caption.title))  # fmt: skip
    heads = [words.t(f"table.{name}") for name in ("name", "value", "rank")]
    rows = [(name, text, rank) for rank, name, text in view.rows()]
    return Embed(
        title=caption.title,
        sentence=caption.sentence,
        picture=[room, legend(picture, words)],
        table=figures_table(f"{caption.title}, {caption.unit}", heads, rows),
        full=view.full,
        source=caption.source,
        demo=caption.demo,
        notes=caption.notes,
    )


ask_map = ask_view(_made)
