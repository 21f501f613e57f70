"""Rows parted into shares of a whole, and beside them one small share alone on a scale of its own.

What is written in a part stands in the colour that its own allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.columns import columns
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.stacked_ground import BARE, StackedGround, draw_key, key_height
from dashboard.charts.stacked_rows import draw_rows

if TYPE_CHECKING:
    from dashboard.charts.series import ChartOptions

ROW = 1.45
"""Height of a row, in the size of the letters."""


@dataclass(frozen=True)
class StackedRow:
    """A whole and its parts.

    Attributes:
        name: Whose.
        shares: Of the three parts; they add up to one.
        texts: The same, written.
        said: Name and shares in words.
        path: Where a click leads; empty for nowhere.
        colour: Of a selected one.
        whole: Whether it is that of all together, which stands out.
        counts: Whether it counts.
    """

    name: str
    shares: tuple[float, float, float]
    texts: tuple[str, str, str]
    said: str = ""
    path: str = ""
    colour: str = ""
    whole: bool = False
    counts: bool = True


@dataclass(frozen=True)
class StackedPicture:
    """Rows from the top; `parts` say what the colours mean, `empty` what is said without rows."""

    rows: tuple[StackedRow, ...]
    parts: tuple[str, str, str]
    empty: str = ""
    caption: Caption = UNCAPTIONED


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
