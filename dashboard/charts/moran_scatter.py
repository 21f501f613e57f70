"""Moran's scatterplot (Anselin 1996): each place's figure against the mean of its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale
from dashboard.charts.grounds import NARROW_PX, begun, finished
from dashboard.charts.lettering import cut
from dashboard.charts.moran_plot import (
    MoranGround,
    draw_moran_axes,
    draw_point_names,
    draw_points,
    draw_quarters,
    draw_slope,
)
from dashboard.charts.picture import UNCAPTIONED, Caption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.moran_plot import NeighbourPoint
    from dashboard.charts.series import ChartOptions

STRETCH = 0.08
"""Room beyond the outermost points, of their distance."""


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
    drawing, area, base = begun(picture.caption, options, "moran-svg")
    _plot(_ground(drawing.root, picture, area, base, live=options.bare), picture, area, write)
    return finished(drawing, options)


def _ground(
    root: Element, picture: MoranPicture, area: Area, size: float, *, live: bool
) -> MoranGround:
    left, bottom = area.left + 3.2 * size, area.top + area.height - 3.2 * size
    return MoranGround(
        root,
        size,
        _scale([point.own for point in picture.points], left, area.left + area.width - 0.5 * size),
        _scale([point.neighbours for point in picture.points], bottom, area.top + 1.8 * size),
        live=live and area.width > NARROW_PX,  # nearer to each other they cannot be hit
    )


def _scale(values: Sequence[float], start: float, end: float) -> AxisScale:
    """A scale on which the mean, which is 0, always lies."""
    low, high = min([*values, -1.0]), max([*values, 1.0])
    room = STRETCH * (high - low)
    return AxisScale(low - room, high + room, start, end)


def _plot(
    ground: MoranGround, picture: MoranPicture, area: Area,
    write: Callable[[Sequence[float]], list[str]],
) -> None:  # fmt: skip
    x, y, size = ground.x, ground.y, ground.size
    draw_moran_axes(ground, write)
    ground.haloed(area.left, area.top + size, cut(picture.up, area.width, size))
    ground.haloed(x.end, area.top + area.height - 0.4 * size, cut(picture.across, area.width, size),
                  text_anchor="end")  # fmt: skip
    ground.line(f"M{x(0):.1f} {y.start:.1f}V{y.end:.1f}M{x.start:.1f} {y(0):.1f}H{x.end:.1f}",
                "muted", 1)  # fmt: skip
    draw_slope(ground, picture.slope)
    draw_quarters(ground, picture.quarters)
    draw_points(ground, picture.points)
    draw_point_names(ground, picture.points)
