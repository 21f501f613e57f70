"""Rows parted into shares of a whole, and beside them one small share on a scale of its own.

What is written in a part stands in the colour that its own allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.columns import columns
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
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
    if options.bare:
        wide, tall = options.width, options.height
        root = Element("svg", {"class": "stacked", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {wide} {tall}")
        ground = StackedGround(root, BARE, INK, live=True)
        top = draw_key(ground, picture.parts, 0, 0, wide)
        if picture.rows:
            draw_rows(ground, picture, picture.rows, Area(0, top, wide, tall - top), ROW * BARE)
        else:
            ground.lines(0, top, wide, picture.empty)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    ground = StackedGround(drawing.root, base, settled(options.look))
    top = draw_key(ground, picture.parts, area.left, area.top, area.width)
    room = Area(area.left, top, area.width, area.top + area.height - top)
    found = columns(max(len(picture.rows), 1), room, base, 2 * base)
    ground = StackedGround(drawing.root, found.letters(base), settled(options.look))
    if not picture.rows:
        ground.lines(room.left, room.top, room.width, picture.empty)
        return drawing.svg()
    for number, column in enumerate(found.areas):
        rows = picture.rows[number * found.each : (number + 1) * found.each]
        draw_rows(ground, picture, rows, column, found.row)
    return drawing.svg()
