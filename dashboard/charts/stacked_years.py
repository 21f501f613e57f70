"""Years parted into shares of a whole, and below them one small share alone, with those of others.

Years without figures are hatched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, ticks
from dashboard.charts.framing import Area
from dashboard.charts.grounds import begun, finished
from dashboard.charts.lettering import width
from dashboard.charts.palette import UNKNOWN_COLOUR
from dashboard.charts.stacked_ground import BARE, WITHIN, StackedGround, draw_key
from dashboard.charts.stacked_lines import draw_line, draw_lines_key
from dashboard.charts.svg import add
from dashboard.charts.ternary_colours import pure

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.series import ChartOptions
    from dashboard.charts.stacked_years_picture import StackedYearsPicture

UPPER = 0.56
"""Share of the height that the whole takes."""

AXIS = ("text", 0.5)
"""Colour of the figures of the axes, and the gap behind them in the size of letters."""


def draw_stacked_years(
    picture: StackedYearsPicture, options: ChartOptions, write: Callable[[float], str]
) -> str:
    """The years: bare to stand in a page, or a file of its own; `write` writes the axis."""
    drawing, area, base = begun(picture.caption, options, "stacked-years", letters=BARE)
    _plots(StackedGround(drawing.root, base, live=options.bare), picture, area, write)
    return finished(drawing, options)


def _plots(
    ground: StackedGround, picture: StackedYearsPicture, area: Area,
    write: Callable[[float], str],
) -> None:  # fmt: skip
    """The key, the wholes, the years, what the lower plot shows, the lower plot."""
    size = ground.size
    top = draw_key(ground, picture.parts, area.left, area.top, area.width)
    room = area.top + area.height - top - 6 * size - draw_lines_key(ground, picture, area, None)
    upper = Area(area.left, top, area.width, UPPER * room)
    steps = ticks([100 * value for value in _values(picture)], 3)
    labels = [*map(write, steps), write(100)]
    left = area.left + max(width(label, size) for label in labels) + 0.8 * size
    step = (area.left + area.width - left) / max(len(picture.years), 1)
    middles = [left + (number + 0.5) * step for number in range(len(picture.years))]
    ends = (left, area.left + area.width)
    whole = AxisScale(0, 100, upper.top + upper.height, upper.top)
    ground.levels(((value, write(value)) for value in (0, 50, 100)), whole, ends, *AXIS)
    _wholes(ground, picture, upper, middles, 0.86 * step)
    base = upper.top + upper.height + 1.5 * size
    for year, x in zip(picture.years, middles, strict=True):
        weight = {"font_weight": "bold"} if year.year == picture.now else {}
        said = str(year.year) if step > width("2025", size) + 2 else f"’{year.year % 100:02d}"
        ground.text(x, base, said, text_anchor="middle", **weight)
    ground.text(area.left, base + 2.1 * size, picture.alone, font_weight="bold")
    heading = base + 2.1 * size
    heading += draw_lines_key(ground, picture, area, heading + 0.6 * size)
    low = area.top + area.height - 0.5 * size
    scale = AxisScale(steps[0], steps[-1], low, heading + 1.5 * size)
    ground.levels(((value, write(value)) for value in steps), scale, ends, *AXIS)
    _alone(ground, picture, scale, middles, 0.86 * step)


def _values(picture: StackedYearsPicture) -> list[float]:
    own = [year.shares[2] for year in picture.years if year.shares]
    return own + [value for line in picture.lines for value in line.values if value is not None]


def _wholes(
    ground: StackedGround, picture: StackedYearsPicture, area: Area, middles: list[float],
    wide: float,
) -> None:  # fmt: skip
    """A column a year, from below: the first part, the second, the third."""
    size = ground.size
    for year, x in zip(picture.years, middles, strict=True):
        group = add(ground.root, "g")
        left, y = x - wide / 2, area.top + area.height
        if year.shares is None:
            add(group, "rect", x=left, y=area.top, width=wide, height=area.height,
                fill=UNKNOWN_COLOUR)  # fmt: skip
        inner = StackedGround(group, size)
        for part, share in enumerate(year.shares or ()):
            tall = share * area.height
            y -= tall
            add(group, "rect", x=left, y=y, width=wide, height=tall, fill=pure(part))
            text = year.texts[part]
            if tall > 1.2 * size and width(text, size) + 2 <= wide:
                inner.text(x, y + tall / 2 + 0.36 * size, text, fill=WITHIN[part],
                           text_anchor="middle")  # fmt: skip
        if ground.live and year.said:
            add(group, "title").text = year.said


def _alone(
    ground: StackedGround, picture: StackedYearsPicture, scale: AxisScale, middles: list[float],
    wide: float,
) -> None:  # fmt: skip
    """The small share as columns on its own scale, those of others as lines over them."""
    size, selected = ground.size, 0
    for year, x in zip(picture.years, middles, strict=True):
        if year.shares:
            y = scale(100 * year.shares[2])
            group = add(ground.root, "g")
            add(group, "rect", x=x - wide / 2, y=y, width=wide, height=scale(0) - y,
                fill=pure(2))  # fmt: skip
            if width(year.texts[2], size) <= wide + 4 and not picture.lines:
                StackedGround(group, size).text(
                    x, y - 0.35 * size, year.texts[2], text_anchor="middle"
                )
            if ground.live and year.said:
                add(group, "title").text = year.said
    for line in picture.lines:
        draw_line(ground, line, scale, middles, selected)
        selected += bool(line.colour)
