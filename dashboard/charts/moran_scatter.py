"""Moran's scatterplot (Anselin 1996): each place's figure against the mean of its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import cut, width
from dashboard.charts.markers import marker
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dashboard.charts.series import ChartOptions

BARE = 13.0
"""Size of the letters in the bare picture, px."""

LIVE_PX = 500
"""On a narrower picture points are too close to be hit, and are neither links nor named."""

STRETCH = 0.08
"""Room beyond the outermost points, of their distance."""


@dataclass(frozen=True)
class NeighbourPoint:
    """A place: its figure and the mean of its neighbours, both in standard deviations.

    Attributes:
        own: Of the place.
        neighbours: Of its neighbours.
        told: What is said of it.
        name: Written beside it where there is room; empty for none.
        fill: Colour of its cluster; empty for none.
        href: Where it leads in a page.
        selected: Its number among the selected; None of others.
        colour: Of a selected one.
        hollow: Whether its figure is not quite firm.
    """

    own: float
    neighbours: float
    told: str
    name: str = ""
    fill: str = ""
    href: str = ""
    selected: int | None = None
    colour: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class MoranPicture:
    """All points, the line whose slope is Moran's I, and what the quarters are called.

    Attributes:
        points: In any order.
        slope: Moran's I.
        across: Name of the axis below.
        up: Name of the axis at the left.
        quarters: Sign and name: top right, top left, bottom left, bottom right.
        caption: Used in the framed picture only.
    """

    points: tuple[NeighbourPoint, ...]
    slope: float
    across: str
    up: str
    quarters: tuple[tuple[str, str], ...]
    caption: Caption = UNCAPTIONED


@dataclass(frozen=True)
class _ScatterGround:
    """Where it is drawn: element, size of letters, colours, scales."""

    root: Element
    size: float
    ink: Mapping[str, str]
    x: AxisScale
    y: AxisScale

    def line(self, d: str, colour: str, px: float, dash: str = "") -> None:
        """A line of a width in px where letters have 13."""
        drawn = add(self.root, "path", d=d, fill="none", stroke=self.ink[colour])
        drawn.set("stroke-width", f"{px * self.size / 13:.2f}")
        if dash:
            drawn.set("stroke-dasharray", dash)

    def text(self, x: float, y: float, text: str, ink: str = "text", **look: object) -> None:
        """One line, in a halo of the ground; `y` is its base."""
        halo = {"stroke": self.ink["ground"], "stroke_width": f"{0.25 * self.size:.2f}"}
        halo |= {"stroke_linejoin": "round", "paint_order": "stroke"}
        add(self.root, "text", x=x, y=y, font_size=self.size, fill=self.ink[ink],
            **halo, **look).text = text  # fmt: skip


def draw_moran(
    picture: MoranPicture, options: ChartOptions, write: Callable[[Sequence[float]], list[str]]
) -> str:
    """The scatterplot.

    Args:
        picture: What it shows.
        options: How.
        write: Writes the figures of an axis.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, else a file of its own.
    """
    if options.bare:
        root = Element("svg", {"class": "moran-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        area = Area(0, 0, options.width, options.height)
        live = options.width >= LIVE_PX
        _plot(_ground(root, picture, area, BARE, INK), picture, area, write, live=live)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    ground = _ground(drawing.root, picture, area, base, settled(options.look))
    _plot(ground, picture, area, write, live=False)
    return drawing.svg()


def _ground(
    root: Element, picture: MoranPicture, area: Area, size: float, ink: Mapping[str, str]
) -> _ScatterGround:
    left, bottom = area.left + 3.2 * size, area.top + area.height - 3.2 * size
    return _ScatterGround(
        root,
        size,
        ink,
        _scale([point.own for point in picture.points], left, area.left + area.width - 0.5 * size),
        _scale([point.neighbours for point in picture.points], bottom, area.top + 1.8 * size),
    )


def _scale(values: Sequence[float], start: float, end: float) -> AxisScale:
    """A scale on which the mean, which is 0, always lies."""
    low, high = min([*values, -1.0]), max([*values, 1.0])
    room = STRETCH * (high - low)
    return AxisScale(low - room, high + room, start, end)


def _plot(
    ground: _ScatterGround, picture: MoranPicture, area: Area,
    write: Callable[[Sequence[float]], list[str]], *, live: bool,
) -> None:  # fmt: skip
    x, y, size = ground.x, ground.y, ground.size
    _axes(ground, write)
    ground.text(area.left, area.top + size, cut(picture.up, area.width, size))
    ground.text(x.end, area.top + area.height - 0.4 * size, cut(picture.across, area.width, size),
                text_anchor="end")  # fmt: skip
    ground.line(f"M{x(0):.1f} {y.start:.1f}V{y.end:.1f}M{x.start:.1f} {y(0):.1f}H{x.end:.1f}",
                "muted", 1)  # fmt: skip
    _slope(ground, picture.slope)
    _quarters(ground, picture.quarters)
    _points(ground, picture.points, live=live)
    _names(ground, picture.points)


def _axes(ground: _ScatterGround, write: Callable[[Sequence[float]], list[str]]) -> None:
    x, y, size = ground.x, ground.y, ground.size
    across = inner_ticks(x.low, x.high, max(3, int((x.end - x.start) / (5 * size))))
    for step, text in zip(across, write(across), strict=True):
        ground.line(f"M{x(step):.1f} {y.start:.1f}V{y.end:.1f}", "line", 1)
        ground.text(x(step), y.start + 1.4 * size, text, "muted", text_anchor="middle")
    up = inner_ticks(y.low, y.high, max(3, int((y.start - y.end) / (3 * size))))
    for step, text in zip(up, write(up), strict=True):
        ground.line(f"M{x.start:.1f} {y(step):.1f}H{x.end:.1f}", "line", 1)
        ground.text(x.start - 0.4 * size, y(step) + 0.36 * size, text, "muted", text_anchor="end")


def _slope(ground: _ScatterGround, slope: float) -> None:
    """The line through the means, as far as it stays within the plot."""
    x, y = ground.x, ground.y
    low, high = x.low, x.high
    if slope:
        ends = sorted((y.low / slope, y.high / slope))
        low, high = max(low, ends[0]), min(high, ends[1])
    d = f"M{x(low):.1f} {y(slope * low):.1f}L{x(high):.1f} {y(slope * high):.1f}"
    ground.line(d, "peer", 2.5)


def _quarters(ground: _ScatterGround, quarters: Sequence[tuple[str, str]]) -> None:
    """What the corners mean; only the signs where there is no room for names."""
    x, y, size = ground.x, ground.y, ground.size
    corners = ((x.end, y.end), (x.start, y.end), (x.start, y.start), (x.end, y.start))
    texts = [f"{sign} {name}" for sign, name in quarters]
    if max(width(text, size) for text in texts) > (x.end - x.start) / 2 - 2 * size:
        texts = [sign for sign, _ in quarters]
    for text, (right, high) in zip(texts, corners, strict=True):
        inward = -0.5 if right == x.end else 0.5
        down = 1.3 if high == y.end else -0.5
        anchor = "end" if right == x.end else "start"
        ground.text(right + inward * size, high + down * size, text, "muted", text_anchor=anchor)


def _points(ground: _ScatterGround, points: Sequence[NeighbourPoint], *, live: bool) -> None:
    """The points, selected ones on top; what most have in common stands in their group once."""
    size, ink = ground.size, ground.ink
    look = {"stroke": ink["muted"], "stroke_width": f"{size / 13:.2f}", "fill": ink["other"]}
    group = add(ground.root, "g", class_="points", **look)
    for point in sorted(points, key=lambda each: each.selected is not None):
        own = point.selected is not None
        parent = group
        if live and point.href:
            parent = add(group, "a", href=point.href, data_stay="", tabindex="-1")
        x, y = ground.x(point.own), ground.y(point.neighbours)
        colour = point.colour if own else point.fill
        if own:
            drawn = add(parent, "path", d=marker(point.selected or 0, x, y, 0.5 * size))
        else:
            drawn = add(parent, "circle", cx=x, cy=y, r=0.4 * size)
        if point.hollow:
            drawn.set("fill", ink["ground"])
            drawn.set("stroke", colour or ink["muted"])
            drawn.set("stroke-width", f"{1.8 * size / 13:.2f}")
        elif colour:
            drawn.set("fill", colour)
        if live:
            add(drawn, "title").text = point.told


def _names(ground: _ScatterGround, points: Sequence[NeighbourPoint]) -> None:
    """Names beside points where they lie over no other, those of selected ones first."""
    size, x, y = ground.size, ground.x, ground.y
    taken = list[tuple[float, float, float, float]]()
    for point in sorted(points, key=lambda each: (each.selected is None, -abs(each.own))):
        long = width(point.name, size)
        middle = y(point.neighbours) + 0.36 * size
        for anchor, start in (("start", x(point.own) + 0.7 * size),
                              ("end", x(point.own) - 0.7 * size - long)):  # fmt: skip
            box = (start, middle - 0.9 * size, start + long, middle + 0.3 * size)
            within = x.start < box[0] and box[2] < x.end
            if point.name and within and not any(_meet(box, each) for each in taken):
                taken.append(box)
                ground.text(start if anchor == "start" else start + long, middle, point.name,
                            text_anchor=anchor)  # fmt: skip
                break


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
