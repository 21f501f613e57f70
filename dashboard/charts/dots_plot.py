"""The strip of all municipalities at length: with an axis, dots beside each other, and names."""

from __future__ import annotations

from dataclasses import dataclass
from operator import lt
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.dots import own_marker, scale
from dashboard.charts.dots_layout import MOVED, layered, named, spots
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.markers import marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
        _plot(_Ground(root, area, BARE, INK), picture, write)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    if picture.caption.unit:
        drawing.text(area.left, area.top + base, picture.caption.unit, base, fill="muted")
        area = Area(area.left, area.top + 1.5 * base, area.width, area.height - 1.5 * base)
    _plot(_Ground(drawing.root, area, base, settled(options.look)), picture, write)
    return drawing.svg()


@dataclass(frozen=True)
class _Ground:
    """Where it is drawn: the element, its room in px, the size of letters, the colours."""

    root: Element
    area: Area
    size: float
    ink: Mapping[str, str]

    def text(self, x: float, y: float, text: str, ink: str = "text", **look: object) -> None:
        """One line; `y` is its base."""
        add(
            self.root, "text", x=x, y=y, font_size=self.size, fill=self.ink[ink], **look
        ).text = text

    def line(self, d: str, colour: str, thick: float) -> None:
        """A line, its thickness in the size of letters."""
        add(self.root, "path", d=d, stroke=colour, stroke_width=f"{thick * self.size:.2f}")


def _plot(place: _Ground, picture: DotsPicture, write: Callable[[float], str]) -> None:
    """From below: the text of the median, the axis, the dots, the names."""
    area, size = place.area, place.size
    x = scale(picture, area.left + 1.6 * size, area.left + area.width - 1.6 * size)
    below = (3.2 if picture.median_text else 1.8) * size
    dots, tall = layered(picture), area.height - below - size
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
    _middle(place, picture, x, (middle - half - 0.3 * size, bottom))
    _axis(place, picture, x, bottom, write)
    _names(place, lying, names, middle, middle - half - 0.4 * size - rows * row, row)
    _dots(place, picture, lying, middle)


def _names(
    place: _Ground, lying: Sequence[DotSpot], names: Sequence[DotName], middle: float, top: float,
    row: float,
) -> None:  # fmt: skip
    """Each name beside its pole, which goes down to its dot."""
    size, away = place.size, {spot.dot.code: spot.away for spot in lying}
    for dot, text, pole in names:
        y = top + pole.row * row + size
        on_it = pole.start < pole.at < pole.start + width(text, size)
        start, end = y + (0.3 if on_it else -0.8) * size, middle + away[dot.code]
        place.line(f"M{pole.at:.1f} {start:.1f}V{end:.1f}", dot.colour or place.ink[dot.kind], 0.09)
        place.text(pole.start, y, text, **({"font_weight": "bold"} if dot.kind == "own" else {}))


def _dots(place: _Ground, picture: DotsPicture, lying: Sequence[DotSpot], middle: float) -> None:
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


def _middle(
    place: _Ground, picture: DotsPicture, x: AxisScale, heights: tuple[float, float]
) -> None:
    """The middle half of the peers and their median, told below the axis."""
    size, (top, bottom) = place.size, heights
    if picture.quartiles:
        left, right = (x(value) for value in picture.quartiles)
        add(place.root, "rect", x=left, y=top, width=max(right - left, 1.0), height=bottom - top,
            fill=place.ink["band"])  # fmt: skip
    if picture.median is None:
        return
    at, down = x(picture.median), 1.7 * size if picture.median_text else 0.0
    place.line(f"M{at:.1f} {top:.1f}V{bottom + down:.1f}", place.ink["text"], 0.15)
    text = cut(picture.median_text, place.area.width, size)
    place.text(_held(at, width(text, size), place.area), bottom + 2.8 * size, text)


def _held(middle: float, long: float, area: Area) -> float:
    """Where a text of a length begins, around a middle, without leaving the room."""
    return min(max(middle - long / 2, area.left), area.left + area.width - long)


def _axis(
    place: _Ground, picture: DotsPicture, x: AxisScale, bottom: float,
    write: Callable[[float], str],
) -> None:  # fmt: skip
    """Round figures below, none where the line of the median goes down to its text."""
    size, ink = place.size, place.ink
    place.line(f"M{x.start:.1f} {bottom:.1f}H{x.end:.1f}", ink["line"], 0.08)
    barred = x(picture.median) if picture.median is not None and picture.median_text else None
    for step, text, start in _ticks(place, picture, x, write):
        place.line(f"M{x(step):.1f} {bottom:.1f}v{0.35 * size:.1f}", ink["muted"], 0.08)
        end = start + width(text, size)
        if barred is None or not start - 0.3 * size < barred < end + 0.3 * size:
            place.text(start, bottom + 1.4 * size, text, "muted")


def _ticks(
    place: _Ground, picture: DotsPicture, x: AxisScale, write: Callable[[float], str]
) -> list[tuple[float, str, float]]:
    """Figures of the axis, written, and where they begin: as many as have room and differ."""
    size, values = place.size, {dot.value for dot in picture.dots}
    if len(values) == 1 and picture.moved is None:
        tried = [[*values]]  # what lies around it is of no figure
    else:
        tried = [inner_ticks(x.low, x.high, most) for most in (6, 4, 3, 2)]
    for steps in tried:
        texts = [write(step) for step in steps]
        starts = [_held(x(step), width(text, size), place.area)
                  for step, text in zip(steps, texts, strict=True)]  # fmt: skip
        ends = [start + width(text, size) + size
                for start, text in zip(starts, texts, strict=True)]  # fmt: skip
        if len({*texts}) == len(texts) and all(map(lt, ends, starts[1:])):
            return [*zip(steps, texts, starts, strict=True)]
    return []
