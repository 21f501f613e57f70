"""Lorenz' curve (1905): what share of all the smallest have, and how far that is from equal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale
from dashboard.charts.grounds import Ground, begun, finished
from dashboard.charts.ink import INK
from dashboard.charts.lettering import cut, width
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.spread import spread
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.framing import Area
    from dashboard.charts.series import ChartOptions

STEPS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class LorenzPoint:
    """A municipality on the curve.

    Attributes:
        share: What it and all smaller ones have together, per cent of all.
        told: Its name and figure.
        href: Where it leads in a page.
        name: Its name, told of a selected one.
        colour: Of a selected one; empty for the others.
        shape: Number of the marker of a selected one.
    """

    share: float
    told: str
    href: str = ""
    name: str = ""
    colour: str = ""
    shape: int = 0


@dataclass(frozen=True)
class LorenzPicture:
    """The curve.

    Attributes:
        points: From the smallest figure.
        across: Name of the axis below.
        up: Name of the axis at the left.
        equal: What is said of the straight line.
        caption: Used in the framed picture only.
    """

    points: tuple[LorenzPoint, ...]
    across: str
    up: str
    equal: str
    caption: Caption = UNCAPTIONED


def draw_lorenz(picture: LorenzPicture, options: ChartOptions) -> str:
    """The curve below the line of equal figures.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, else a file of its own.
    """
    drawing, area, base = begun(picture.caption, options, "lorenz-svg")
    _plot(Ground(drawing.root, base, live=options.bare), picture, area)
    return finished(drawing, options)


def _plot(ground: Ground, picture: LorenzPicture, area: Area) -> None:
    root, size = ground.root, ground.size
    wide = min(area.width, 1.5 * area.height)  # a curve in a long strip tells less
    left = area.left + (area.width - wide) / 2
    ground.text(left, area.top + size, cut(picture.up, wide, size))
    x = AxisScale(0, 100, left + width("100", size) + 0.5 * size, left + wide - size)
    y = AxisScale(0, 100, area.top + area.height - 3.2 * size, area.top + 2.2 * size)
    ground.levels(((step, str(step)) for step in STEPS), y, (x.start, x.end), gap=0.5)
    for step in STEPS:
        ground.line(f"M{x(step):.1f} {y.start:.1f}V{y.end:.1f}", "line", 1)
        ground.text(x(step), y.start + 1.4 * size, str(step), "muted", text_anchor="middle")
    below = area.top + area.height - 0.4 * size
    ground.text(x.end + size, below, cut(picture.across, wide, size), text_anchor="end")
    count = len(picture.points)
    places = [(x(100 * (number + 1) / count), y(point.share))
              for number, point in enumerate(picture.points)]  # fmt: skip
    line = "L".join(f"{right:.1f} {high:.1f}" for right, high in [(x(0), y(0)), *places])
    add(root, "path", d=f"M{line}z", fill=INK["band"])
    ground.line(f"M{x(0):.1f} {y(0):.1f}L{x(100):.1f} {y(100):.1f}", "muted", 1.5, "4 3")
    ground.line(f"M{line}", "peer", 2.5)
    equal = cut(picture.equal, x(50) - x(0) - size, size)
    ground.text(x(50) - 0.8 * size, y(54), equal, text_anchor="end")
    _points(ground, picture, places)
    _names(ground, picture, places)


def _points(ground: Ground, picture: LorenzPicture, places: Sequence[tuple[float, float]]) -> None:
    order = sorted(range(len(places)), key=lambda at: bool(picture.points[at].colour))
    for at in order:
        point, (right, high) = picture.points[at], places[at]
        parent = linked(ground.root, point.href if ground.live else "")
        radius = (0.5 if point.colour else 0.2) * ground.size
        drawn = add(parent, "path", d=marker(point.shape, right, high, radius),
                    fill=point.colour or INK["peer"],
                    stroke=INK["ground"], stroke_width=f"{ground.thick:.2f}")  # fmt: skip
        add(drawn, "title").text = point.told


def _names(ground: Ground, picture: LorenzPicture, places: Sequence[tuple[float, float]]) -> None:
    """Names of the selected: right of the curve, or left of it where there is no room."""
    size = ground.size
    most, least = max(right for right, _ in places), max(high for _, high in places)
    sides = dict[bool, list[tuple[str, float, float]]]()
    for point, (right, high) in zip(picture.points, places, strict=True):
        if point.colour:
            fits = right + 0.8 * size + width(point.name, size) <= most + size
            sides.setdefault(fits, []).append((point.name, right, high))
    for fits, named in sides.items():
        wanted = [high + (0.9 if fits else 0.1) * size for _, _, high in named]
        heights = spread(wanted, 1.2 * size, 0, least)
        for (name, right, _), y in zip(named, heights, strict=True):
            x = right + (0.8 if fits else -0.8) * size
            ground.haloed(x, y, name, text_anchor="start" if fits else "end")
