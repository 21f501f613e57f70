"""When in the year something happens: a bar a month for all, a row of discs for each who does it.

The area of a disc says how often; all discs have one scale, the bars their own, with numbers above.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.series import ChartOptions

LETTERS, ROW, BARS = 13.0, 20.0, 90.0
"""Of the bare picture, px: size of letters, height of a row, of the bars above the rows."""

FULL = 0.46
"""Radius of the largest disc, in the height of a row."""


@dataclass(frozen=True)
class CalendarRow:
    """Somebody's year: how often in each month."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class CalendarPicture:
    """A calendar.

    Attributes:
        months: Their names, short.
        rows: From the top.
        caption: Used in the framed picture only.
    """

    months: tuple[str, ...]
    rows: tuple[CalendarRow, ...]
    caption: Caption = UNCAPTIONED

    @property
    def sums(self) -> tuple[int, ...]:
        """How often in each month in all rows."""
        return tuple(map(sum, zip(*(row.counts for row in self.rows), strict=True)))


@dataclass(frozen=True)
class _CalendarGrid:
    """Where the calendar stands, px."""

    area: Area
    beside: float
    row: float
    bars: float
    letters: float

    def x(self, month: int, months: int) -> float:
        wide = (self.area.width - self.beside) / months
        return self.area.left + self.beside + wide * (month + 0.5)

    def y(self, row: int) -> float:
        return self.area.top + self.bars + 1.8 * self.letters + self.row * (row + 0.5)


def bare_height(rows: int) -> int:
    """Height in px of the bare picture with so many rows."""
    return round(BARS + 1.8 * LETTERS + ROW * rows + 2)


def draw_calendar(picture: CalendarPicture, options: ChartOptions) -> str:
    """The calendar.

    Args:
        picture: What it shows, every text written.
        options: How; with `bare` an svg to stand in a page that tells the same in a table, else a
            file of its own.

    Returns:
        An svg of that size.
    """
    if options.bare:
        root = Element("svg", {"class": "calendar-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        area = Area(0, 0, options.width, options.height)
        _draw(root, picture, _grid(picture, area, LETTERS), INK)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    _draw(drawing.root, picture, _grid(picture, area, base), settled(options.look))
    return drawing.svg()


def _grid(picture: CalendarPicture, area: Area, base: float) -> _CalendarGrid:
    """Rows as high as there is room for, at most so that their letters are the ordinary ones."""
    bars = min(0.3 * area.height, BARS * base / LETTERS)
    room = area.height - bars - 1.8 * base
    row = min(ROW * base / LETTERS, room / max(1, len(picture.rows)))
    letters = min(base, 0.75 * row)
    names = max((width(row.name, letters) for row in picture.rows), default=0.0)
    return _CalendarGrid(area, min(names + base, 0.35 * area.width), row, bars, base)


def _draw(
    root: Element, picture: CalendarPicture, grid: _CalendarGrid, ink: Mapping[str, str]
) -> None:
    _bars(root, picture, grid, ink)
    months, letters = len(picture.months), min(grid.letters, 0.75 * grid.row)
    most = max((count for row in picture.rows for count in row.counts), default=0)
    lines = add(root, "g", class_="rows", stroke=ink["line"])
    names = add(root, "g", class_="names", fill=ink["text"], font_size=letters)
    discs = add(root, "g", class_="discs", fill=ink["peer"])
    end = grid.area.left + grid.area.width
    for number, row in enumerate(picture.rows):
        y = grid.y(number)
        add(lines, "path", d=f"M{grid.area.left + grid.beside:.1f} {y:.1f}H{end:.1f}")
        name = cut(row.name, grid.beside - 0.6 * letters, letters)
        add(names, "text", x=grid.area.left, y=y + 0.36 * letters).text = name
        for month, count in enumerate(row.counts):
            if count:
                radius = FULL * grid.row * sqrt(count / most)
                add(discs, "circle", cx=grid.x(month, months), cy=y, r=f"{radius:.2f}")


def _bars(
    root: Element, picture: CalendarPicture, grid: _CalendarGrid, ink: Mapping[str, str]
) -> None:
    """How often in each month in all, with the month below."""
    months, size, sums = len(picture.months), grid.letters, picture.sums
    wide = (grid.area.width - grid.beside) / months
    bottom, most = grid.area.top + grid.bars, max(sums, default=0) or 1
    bars = add(root, "g", class_="bars", fill=ink["other"])
    texts = add(root, "g", class_="months", fill=ink["text"], text_anchor="middle", font_size=size)
    for month, count in enumerate(sums):
        x = grid.x(month, months)
        tall = (grid.bars - 1.6 * size) * count / most
        shape = {"x": x - 0.35 * wide, "y": f"{bottom - tall:.2f}", "width": 0.7 * wide}
        add(bars, "rect", **shape, height=f"{tall:.2f}")
        if count:
            add(texts, "text", x=x, y=bottom - tall - 0.35 * size).text = str(count)
        month_name = cut(picture.months[month], wide, size)
        add(texts, "text", x=x, y=bottom + 1.2 * size).text = month_name
