"""The strip of all municipalities at length: with an axis, dots beside each other, and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.axis import AxisScale, ticks
from dashboard.charts.dots import own_marker, scale
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.markers import marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.charts.dots import DotsPicture
    from dashboard.charts.series import ChartOptions

BARE = 13.0
"""Size of the letters in the bare picture, px."""

DOT, OWN = 0.36, 0.58
"""Radius of a dot and of one that is told of, in the size of letters."""


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
        _plot(_Place(root, area, BARE, INK), picture, write)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    _plot(_Place(drawing.root, area, base, settled(options.look)), picture, write)
    return drawing.svg()


@dataclass(frozen=True)
class _Place:
    """Where it is drawn: the element, its room in px, the size of letters, the colours."""

    root: Element
    area: Area
    size: float
    ink: Mapping[str, str]


def _plot(place: _Place, picture: DotsPicture, write: Callable[[float], str]) -> None:
    area, size = place.area, place.size
    x = scale(picture, area.left + 1.5 * size, area.left + area.width - 1.5 * size)
    bottom = area.top + area.height - (3.2 if picture.median_text else 1.8) * size
    named = [dot for dot in picture.dots if dot.kind != "other" and dot.name]
    rows = min(len(named), int((bottom - area.top) / (2.4 * size)))
    _axis(place, x, bottom, write)
    middle = bottom - 0.32 * (bottom - area.top)
    reach = 0.32 * (bottom - area.top) - 0.6 * size
    _middle(place, picture, x, (middle - reach, middle + reach, bottom))
    spots = _spots(picture, x, middle, reach, DOT * size)
    _dots(place, picture, spots)
    _names(place, picture, spots, rows)


def _middle(
    place: _Place, picture: DotsPicture, x: AxisScale, heights: tuple[float, float, float]
) -> None:
    """The middle half of the peers and their median, told below the axis."""
    size, ink, (top, low, bottom) = place.size, place.ink, heights
    if picture.quartiles:
        left, right = (x(value) for value in picture.quartiles)
        look = {"height": low - top, "fill": ink["band"]}
        add(place.root, "rect", x=left, y=top, width=max(right - left, 1.0), **look)
    if picture.median is None:
        return
    look = {"stroke": ink["text"], "stroke_width": 0.15 * size}
    at = x(picture.median)
    add(place.root, "path", d=f"M{at:.1f} {top:.1f}V{bottom + 1.7 * size:.1f}", **look)
    start = _held(at, width(picture.median_text, size), place.area)
    label = {"x": start, "y": bottom + 2.8 * size, "font_size": size, "fill": ink["text"]}
    add(place.root, "text", **label).text = picture.median_text


def _held(middle: float, long: float, area: Area) -> float:
    """Where a text of a length begins, around a middle, without leaving the room."""
    return min(max(middle - long / 2, area.left), area.left + area.width - long)


def _axis(place: _Place, x: AxisScale, bottom: float, write: Callable[[float], str]) -> None:
    """Round figures below."""
    size, ink = place.size, place.ink
    add(place.root, "path", d=f"M{x.start:.1f} {bottom:.1f}H{x.end:.1f}", stroke=ink["line"],
        stroke_width=1.0)  # fmt: skip
    steps = [step for step in ticks([x.low, x.high], 6) if x.low <= step <= x.high]
    for step in steps:
        look = {"x": x(step), "y": bottom + 1.4 * size, "text_anchor": "middle"}
        add(place.root, "text", **look, font_size=size, fill=ink["muted"]).text = write(step)
        add(place.root, "path", d=f"M{x(step):.1f} {bottom:.1f}v{0.35 * size:.1f}",
            stroke=ink["muted"], stroke_width=1.0)  # fmt: skip


def _spots(
    picture: DotsPicture, x: AxisScale, middle: float, reach: float, radius: float
) -> dict[str, tuple[float, float]]:
    """Where each dot lies: beside the line where another is there already, own ones on it."""
    found: dict[str, tuple[float, float]] = {}
    order = sorted(picture.dots, key=lambda dot: (dot.kind != "own", dot.value))
    step = 2.1 * radius
    offsets = [0.0]
    while offsets[-1] + step <= reach:
        offsets.append(offsets[-1] + step)
    tried = sorted({side * offset for offset in offsets for side in (1, -1)}, key=abs)
    for dot in order:
        left = x(dot.value)
        near = [spot for spot in found.values() if abs(spot[0] - left) < step]
        free = (
            middle + offset
            for offset in tried
            if all(
                (a - left) ** 2 + (b - middle - offset) ** 2 >= (0.98 * step) ** 2 for a, b in near
            )
        )
        found[dot.code] = (left, next(free, middle + reach))
    return found


def _dots(place: _Place, picture: DotsPicture, spots: Mapping[str, tuple[float, float]]) -> None:
    size, ink = place.size, place.ink
    owns = [dot for dot in picture.dots if dot.kind == "own"]
    for dot in sorted(picture.dots, key=lambda dot: ("other", "peer", "own").index(dot.kind)):
        left, top = spots[dot.code]
        shape = marker(0, left, top, DOT * size)
        if dot.kind == "own":
            shape = own_marker(owns.index(dot), len(owns), (left, top), OWN * size)
        colour = dot.colour or ink[dot.kind]
        fill, edge = (ink["ground"], colour) if dot.hollow else (colour, ink["ground"])
        look = {"fill": fill, "stroke": edge, "stroke_width": 0.09 * size}
        drawn = add(place.root, "path", d=shape, **look)
        if dot.name:
            add(drawn, "title").text = f"{dot.name}: {dot.text}"


def _names(
    place: _Place, picture: DotsPicture, spots: Mapping[str, tuple[float, float]], rows: int
) -> None:
    """Names of own and peers above, each led to; own first, as many as there is room for."""
    area, size, ink = place.area, place.size, place.ink
    named = [dot for dot in picture.dots if dot.kind != "other" and dot.name]
    named.sort(key=lambda dot: dot.kind != "own")
    taken: list[list[tuple[float, float]]] = [[] for _ in range(max(rows, 1))]
    for dot in named:
        bold = dot.kind == "own"
        text = cut(
            f"{dot.name} {dot.text}" if bold else dot.name, 0.4 * area.width, size, bold=bold
        )
        long = width(text, size, bold=bold)
        left, top = spots[dot.code]
        start = _held(left, long, area)
        room = (start - 0.4 * size, start + long + 0.4 * size)
        row = next((at for at, others in enumerate(taken)
                    if all(room[1] <= a or room[0] >= b for a, b in others)), None)  # fmt: skip
        if row is None:
            continue
        taken[row].append(room)
        y = area.top + 1.1 * size + row * 1.3 * size
        look = {"stroke": ink["own" if bold else "peer"], "stroke_width": 0.08 * size}
        add(
            place.root, "path", d=f"M{left:.1f} {y + 0.3 * size:.1f}V{top - 0.6 * size:.1f}", **look
        )
        weight = {"font_weight": "bold"} if bold else {}
        add(
            place.root, "text", x=start, y=y, font_size=size, fill=ink["text"], **weight
        ).text = text
