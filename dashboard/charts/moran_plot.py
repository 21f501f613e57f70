"""What Moran's scatterplot is made of: axes, the line, quarters, points, names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import inner_ticks
from dashboard.charts.grounds import Ground
from dashboard.charts.ink import INK
from dashboard.charts.labelling import meet
from dashboard.charts.lettering import width
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.charts.axis import AxisScale


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
        colour: Of a selected one; empty for the others.
        shape: Number of the marker of a selected one.
        hollow: Whether its figure is not quite firm.
    """

    own: float
    neighbours: float
    told: str
    name: str = ""
    fill: str = ""
    href: str = ""
    colour: str = ""
    shape: int = 0
    hollow: bool = False


@dataclass(frozen=True)
class MoranGround(Ground):
    """Where it is drawn, with its scales."""

    x: AxisScale
    y: AxisScale


def draw_moran_axes(ground: MoranGround, write: Callable[[Sequence[float]], list[str]]) -> None:
    """Round figures below and at the left, each with its line."""
    x, y, size = ground.x, ground.y, ground.size
    across = inner_ticks(x.low, x.high, max(3, int((x.end - x.start) / (5 * size))))
    for step, text in zip(across, write(across), strict=True):
        ground.line(f"M{x(step):.1f} {y.start:.1f}V{y.end:.1f}", "line", 1)
        ground.text(x(step), y.start + 1.4 * size, text, "muted", text_anchor="middle")
    up = inner_ticks(y.low, y.high, max(3, int((y.start - y.end) / (3 * size))))
    ground.levels(zip(up, write(up), strict=True), y, (x.start, x.end))


def draw_slope(ground: MoranGround, slope: float) -> None:
    """The line through the means, as far as it stays within the plot."""
    x, y = ground.x, ground.y
    low, high = x.low, x.high
    if slope:
        ends = sorted((y.low / slope, y.high / slope))
        low, high = max(low, ends[0]), min(high, ends[1])
    d = f"M{x(low):.1f} {y(slope * low):.1f}L{x(high):.1f} {y(slope * high):.1f}"
    ground.line(d, "peer", 2.5)


def draw_quarters(ground: MoranGround, quarters: Sequence[tuple[str, str]]) -> None:
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
        ground.haloed(right + inward * size, high + down * size, text, "muted", text_anchor=anchor)


def draw_points(ground: MoranGround, points: Sequence[NeighbourPoint]) -> None:
    """The points, selected ones on top; what most have in common stands in their group once."""
    size = ground.size
    look = {"stroke": INK["muted"], "stroke_width": f"{ground.thick:.2f}", "fill": INK["other"]}
    group = add(ground.root, "g", class_="points", **look)
    for point in sorted(points, key=lambda each: bool(each.colour)):
        parent = linked(group, point.href if ground.live else "")
        x, y = ground.x(point.own), ground.y(point.neighbours)
        colour = point.colour or point.fill
        if point.colour:
            drawn = add(parent, "path", d=marker(point.shape, x, y, 0.5 * size))
        else:
            drawn = add(parent, "circle", cx=x, cy=y, r=0.4 * size)
        if point.hollow:
            drawn.set("fill", INK["ground"])
            drawn.set("stroke", colour or INK["muted"])
            drawn.set("stroke-width", f"{1.8 * ground.thick:.2f}")
        elif colour:
            drawn.set("fill", colour)
        if ground.live:
            add(drawn, "title").text = point.told


def draw_point_names(ground: MoranGround, points: Sequence[NeighbourPoint]) -> None:
    """Names beside points where they lie over nothing; of selected ones in any case, and first."""
    size, x, y = ground.size, ground.x, ground.y
    half = 0.4 * size
    dots = [(x(each.own), y(each.neighbours)) for each in points]
    taken = [(at - half, high - half, at + half, high + half) for at, high in dots]
    for point in sorted(points, key=lambda each: (not each.colour, -abs(each.own))):
        if not point.name:
            continue
        long, middle = width(point.name, size), y(point.neighbours) + 0.36 * size
        starts = (x(point.own) + 0.8 * size, x(point.own) - 0.8 * size - long)
        boxes = [(at, middle - 0.9 * size, at + long, middle + 0.3 * size) for at in starts]
        within = [box for box in boxes if x.start < box[0] and box[2] < x.end]
        free = [box for box in within if not any(meet(box, each) for each in taken)]
        for box in (free or (within if point.colour else []))[:1]:
            taken.append(box)
            ground.haloed(box[0], middle, point.name)
