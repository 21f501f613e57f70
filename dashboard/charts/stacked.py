"""Rows parted into shares of a whole, and beside them one small share on a scale of its own.

What is written in a part stands in the colour that its own allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.columns import Columns, columns
from dashboard.charts.framing import Area
from dashboard.charts.grounds import begun, finished
from dashboard.charts.stacked_ground import BARE, StackedGround, draw_key, key_height
from dashboard.charts.stacked_rows import draw_rows

if TYPE_CHECKING:
    from dashboard.charts.series import ChartOptions
    from dashboard.charts.stacked_picture import StackedPicture

ROW = 1.45
"""Height of a row, in the size of the letters."""


def stacked_height(picture: StackedPicture, wide: float) -> int:
    """The height in px at which the bare picture has its rows."""
    return round((len(picture.rows) * ROW + 1) * BARE + key_height(picture.parts, wide, BARE))


def draw_stacked(picture: StackedPicture, options: ChartOptions) -> str:
    """The rows: bare to stand in a page, or a file of its own, in as many columns as they need."""
    drawing, area, base = begun(picture.caption, options, "stacked", letters=BARE)
    ground = StackedGround(drawing.root, base, live=options.bare)
    top = draw_key(ground, picture.parts, area.left, area.top, area.width)
    room = Area(area.left, top, area.width, area.top + area.height - top)
    found = columns(max(len(picture.rows), 1), room, base, 2 * base)
    if options.bare:
        found = Columns((room,), ROW * base, len(picture.rows))
    else:
        ground = StackedGround(drawing.root, found.letters(base))
    if not picture.rows:
        ground.lines(room.left, room.top, room.width, picture.empty)
        return finished(drawing, options)
    for number, column in enumerate(found.areas):
        rows = picture.rows[number * found.each : (number + 1) * found.each]
        draw_rows(ground, picture, rows, column, found.row)
    return finished(drawing, options)
