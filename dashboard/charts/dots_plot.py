"""The strip of all municipalities at length: with an axis, dots beside each other, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.dots import own_marker, scale
from dashboard.charts.dots_axis import DotsGround, draw_dots_axis, draw_middle
from dashboard.charts.dots_layout import MOVED, layered, named, spots
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import width
from dashboard.charts.markers import marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.charts.dots import DotsPicture
    from dashboard.charts.dots_layout import DotName, DotSpot
    from dashboard.charts.series import ChartOptions

BARE = 13.0
"""Size of the letters in the bare picture, px."""

NAMES = (0.5, 0.75)
"""Share of the height that names may take, and that those of own ones may."""

ROWS = (1.35, 1.9)
"""Least and largest height of a row of names, in the size of letters."""


def draw_dots(picture: DotsPicture, options: ChartOptions, write: Callable[[float], str]) -> str:
    """The strip at length: an axis, dots that lie beside each other, names of own and peers.

    Args:
        picture: What it shows.
        options: How.
        write: Writes the figures of the axis.

    Returns:
        With `options.bare` an svg to stand in a page, where the others are named when they are
        pointed at; else a file of its own, `options.width` × `options.height` px.
    """
    if options.bare:
        root = Element("svg", {"class": "dots-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        area = Area(0, 0, options.width, options.height)
        _plot(DotsGround(root, area, BARE, INK), picture, write)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    if picture.caption.unit:
        drawing.text(area.left, area.top + base, picture.caption.unit, base, fill="muted")
        area = Area(area.left, area.top + 1.5 * base, area.width, area.height - 1.5 * base)
    _plot(DotsGround(drawing.root, area, base, settled(options.look)), picture, write)
    return drawing.svg()


def _plot(place: DotsGround, picture: DotsPicture, write: Callable[[float], str]) -> None:
    """From below: the text of the median, the axis, the dots, the names."""
    area, size = place.area, place.size
    x = scale(picture, area.left + 1.6 * size, area.left + area.width - 1.6 * size)
    below = (3.2 if picture.median_text else 1.8) * size
    dots, tall = layered(picture), max(area.height - below - size, size)
    owns = sum(dot.kind == "own" for dot in dots)
    most = max(NAMES[0], min(owns * ROWS[0] * size / tall, NAMES[1]))
    ends = (area.left, area.left + area.width)
    names = named(dots, x, ends, int(most * tall / size / ROWS[0] + 1e-9), size)
    rows = max((name.pole.row + 1 for name in names), default=0)
    lying = spots(dots, x, tall - rows * ROWS[0] * size, size)
    half = max((abs(spot.away) + spot.radius for spot in lying), default=size)
    spare = tall - 2 * half
    row = min(spare / rows, ROWS[1] * size) if rows else 0.0
    bottom = area.top + area.height - below - max(spare - rows * row, 0.0) / 2
    middle = bottom - 0.5 * size - half
    draw_middle(place, picture, x, (middle - half - 0.3 * size, bottom))
    draw_dots_axis(place, picture, x, bottom, write)
    _names(place, lying, names, middle, middle - half - 0.4 * size - rows * row, row)
    _dots(place, picture, lying, middle)


def _names(
    place: DotsGround, lying: Sequence[DotSpot], names: Sequence[DotName], middle: float,
    top: float, row: float,
) -> None:  # fmt: skip
    """Each name beside its pole, which goes down to its dot."""
    size, away = place.size, {spot.dot.code: spot.away for spot in lying}
    for dot, text, pole in names:
        y = top + pole.row * row + size
        on_it = pole.start < pole.at < pole.start + width(text, size)
        start, end = y + (0.3 if on_it else -0.8) * size, middle + away[dot.code]
        place.line(f"M{pole.at:.1f} {start:.1f}V{end:.1f}", dot.colour or place.ink[dot.kind], 0.09)
        place.text(pole.start, y, text, **({"font_weight": "bold"} if dot.kind == "own" else {}))


def _dots(place: DotsGround, picture: DotsPicture, lying: Sequence[DotSpot], middle: float) -> None:
    """The dots, own ones on top."""
    size, ink = place.size, place.ink
    owns = [dot.code for dot in picture.dots if dot.kind == "own"]
    for dot, at, away, radius in reversed(lying):
        shape = marker(0, at, middle + away, radius)
        if dot.kind == "own":
            number, count = (0, 1) if dot.code == MOVED else (owns.index(dot.code), len(owns))
            shape = own_marker(number, count, (at, middle + away), radius / 1.2)
        colour, open_ = dot.colour or ink[dot.kind], dot.hollow or dot.code == MOVED
        fill, edge = (ink["ground"], colour) if open_ else (colour, ink["ground"])
        thick = f"{(0.14 if open_ else 0.08) * size:.2f}"
        drawn = add(place.root, "path", d=shape, fill=fill, stroke=edge, stroke_width=thick)
        if dot.name:
            add(drawn, "title").text = f"{dot.name}: {dot.text}"
