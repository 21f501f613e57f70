"""What squares and rows of trends have in common, drawn once and referred to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale
from dashboard.charts.framing import Area
from dashboard.charts.ink import INK
from dashboard.charts.spark import line_path
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.svg import Drawing
    from dashboard.charts.tile_picture import TileTrendsPicture

GUTTER, INSET = 0.15, 0.35
"""Between squares, and within them, in the size of letters."""

LEAST_LETTERS = 12.0
"""Of squares in a page, px."""


@dataclass(frozen=True)
class TilePlot:
    """Where trends are drawn.

    Attributes:
        drawing: The drawing.
        size: Of ordinary letters.
        picture: What it shows.
        span: The least and the largest figure of the axis that all share.
        live: Whether they can be pointed at.
        listed: Whether they are rows of a list.
    """

    drawing: Drawing
    size: float
    picture: TileTrendsPicture
    span: tuple[float, float]
    live: bool
    listed: bool = False

    @property
    def line(self) -> str:
        """The colour of a trend."""
        return INK["peer"]

    @property
    def pale(self) -> str:
        """The colour of the line behind."""
        return INK["other"]

    @property
    def middle_width(self) -> str:
        """Of the line behind."""
        return f"{0.16 * self.size:.1f}"


@dataclass(frozen=True)
class TileShape:
    """What all squares, or all rows, have in common: drawn once, and referred to.

    Attributes:
        name: Id of what is referred to.
        box: The whole of it, from its own corner.
        inner: Where the lines are.
        size: Of its letters.
    """

    name: str
    box: Area
    inner: Area
    size: float


def tile_shape(plot: TilePlot, wide: float, tall: float) -> TileShape:
    """A square: its edge, the line behind and the base of the axis; two lines of text above."""
    gutter = GUTTER * plot.size
    size = LEAST_LETTERS if plot.live else min(plot.size, wide / 8, tall / 4.8)
    inset, top = INSET * size, gutter + 2.6 * size
    box = Area(gutter, gutter, wide - 2 * gutter, tall - 2 * gutter)
    inner = Area(gutter + inset, top, box.width - 2 * inset, box.height + gutter - inset - top)
    shape = TileShape("tile", box, inner, size)
    _define(plot, shape, fill="ground", stroke=plot.drawing.colours["line"], rx=3)
    return shape


def row_shape(plot: TilePlot, wide: float, tall: float, ends: tuple[float, float]) -> TileShape:
    """A row of the list: what can be hit, the line behind and the base of the axis."""
    inset = 0.1 * plot.size
    inner = Area(ends[0], inset, ends[1] - ends[0], tall - 2 * inset)
    shape = TileShape("trend-row", Area(0, 0, wide, tall), inner, plot.size)
    _define(plot, shape, fill="transparent")
    return shape


def _define(plot: TilePlot, shape: TileShape, fill: str, **look: object) -> None:
    colours, box, inner = plot.drawing.colours, shape.box, shape.inner
    group = add(add(plot.drawing.root, "defs"), "g", id=shape.name)
    frame = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
    add(group, "rect", **frame, fill=colours.get(fill, fill), **look)
    ground = f"M{inner.left:.1f} {inner.top + inner.height:.1f}h{inner.width:.1f}"
    add(group, "path", d=ground, fill="none", stroke=colours["line"])
    draw_middle_line(plot, group, inner)


def tile_scales(plot: TilePlot, at: Area) -> tuple[list[float], AxisScale]:
    """Where years lie across an area, and figures up it."""
    years = plot.picture.years
    step = at.width / max(years[-1] - years[0], 1)
    y = AxisScale(*plot.span, at.top + at.height, at.top)
    return [at.left + step * (year - years[0]) for year in years], y


def draw_middle_line(plot: TilePlot, group: Element, at: Area) -> None:
    """The line behind."""
    xs, y = tile_scales(plot, at)
    ys = [None if value is None else y(value) for value in plot.picture.middle]
    look = {"fill": "none", "stroke": plot.pale, "stroke_width": plot.middle_width}
    add(group, "path", class_="middle", d=line_path(xs, ys), **look)
