"""A trend within its square or row, and the key of the axes that all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.framing import Area
from dashboard.charts.grounds import pointed
from dashboard.charts.ink import INK
from dashboard.charts.lettering import cut, width
from dashboard.charts.palette import in_look
from dashboard.charts.spark import line_path
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from dashboard.charts.svg import Drawing
    from dashboard.charts.tile_lines import TileTrend, TileTrendsPicture

GUTTER, INSET = 0.15, 0.35
"""Between squares, and within them, in the size of letters."""

LEAST_LETTERS = 12.0
"""Of squares in a page, px."""

KIND = 4
"""Letters of a last word at most that stays where a name is shortened: it tells a town from its
district."""

SLACK = 1.08
"""Letters of a page are a little narrower than those that widths are reckoned with."""


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
        return self._ink("peer")

    @property
    def pale(self) -> str:
        """The colour of the line behind."""
        return self._ink("other")

    @property
    def middle_width(self) -> str:
        """Of the line behind."""
        return f"{0.16 * self.size:.1f}"

    def _ink(self, name: str) -> str:
        return INK[name] if self.live else in_look(INK[name], self.drawing.look)


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


def draw_tile(plot: TilePlot, trend: TileTrend, shape: TileShape, at: tuple[float, float]) -> None:
    """A square at its place: the name, the newest figure, the lines below."""
    group, size, box = _group(plot, trend, at), shape.size, shape.box
    frame = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": 3}
    if trend.faint:
        add(group, "rect", **frame, fill="none", stroke=plot.drawing.colours["line"])
    else:
        add(group, "use", href=f"#{shape.name}")
    if trend.colour:
        add(group, "rect", **frame, fill="none", stroke=trend.colour, stroke_width=2)
    room = shape.inner.width * (SLACK if plot.live else 1)
    said = [(trend.name, "text", bool(trend.colour)), (trend.text, "muted", False)]
    for number, (text, fill, bold) in enumerate(said):
        y = box.top + (1.05 + 1.15 * number) * size
        short = shortened(text, room, size, bold=bold)
        _text(plot, group, (shape.inner.left, y), short, fill, bold=bold)
    if not trend.faint:
        _lines(plot, group, trend, shape.inner)


def draw_row(plot: TilePlot, trend: TileTrend, shape: TileShape, at: tuple[float, float]) -> None:
    """A row of the list at its place: the name, the lines, the newest figure."""
    size, group, inner = plot.size, _group(plot, trend, at), shape.inner
    if not trend.faint:
        add(group, "use", href=f"#{shape.name}")
    bold, y = bool(trend.colour), 1.35 * size
    name = shortened(trend.name, inner.left * SLACK, size, bold=bold)
    _text(plot, group, (0.0, y), name, "text", bold=bold)
    room = (shape.box.width - inner.left - inner.width - 0.6 * size) * SLACK
    figure = cut(trend.text, room, size)
    _text(plot, group, (shape.box.width, y), figure, "text").set("text-anchor", "end")
    if not trend.faint:
        _lines(plot, group, trend, inner)


def draw_key_tile(plot: TilePlot, at: Area, write: Callable[[float], str]) -> None:
    """The axes that all squares share, and which line is which."""
    drawing, size = plot.drawing, plot.size
    rows = [(plot.line, 0.14, plot.picture.own_name)]
    if plot.picture.middle_name:
        rows.append((plot.pale, 0.16, plot.picture.middle_name))
    y = at.top + at.height - (2 * len(rows) - 0.6) * size * 0.8
    for number, (colour, thick, name) in enumerate(rows):
        base = y + 1.5 * number * size
        d = f"M{at.left:.1f} {base:.1f}h{2 * size:.1f}"
        add(drawing.root, "path", d=d, fill="none", stroke=colour, stroke_width=thick * size)
        text = cut(name, at.width - 2.6 * size, size)
        drawing.text(at.left + 2.6 * size, base + 0.36 * size, text, size)
    steps = inner_ticks(*plot.span, 4)
    left = at.left + max(width(write(step), size) for step in steps) + 0.8 * size
    bottom, top = y - 2.8 * size, at.top + 0.6 * size
    wide = min(at.width - (left - at.left), 2.2 * max(bottom - top, size))
    heights = AxisScale(*plot.span, bottom, top)
    for step in steps:
        d = f"M{left:.1f} {heights(step):.1f}h{wide:.1f}"
        add(drawing.root, "path", d=d, fill="none", stroke=drawing.colours["line"])
        look = {"fill": "muted", "text_anchor": "end"}
        base = heights(step) + 0.36 * size
        drawing.text(left - 0.5 * size, base, write(step), size, **look)
    years = plot.picture.years
    for x, year, anchor in ((left, years[0], "start"), (left + wide, years[-1], "end")):
        look = {"fill": "muted", "text_anchor": anchor}
        drawing.text(x, bottom + 1.2 * size, str(year), size, **look)
    draw_middle_line(plot, drawing.root, Area(left, top, wide, bottom - top))


def shortened(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A name that fits into one line; its last word stays where it is short, as `Klaipėd… r.`."""
    first, _, last = text.rpartition(" ")
    if width(text, size, bold=bold) <= room or not first or len(last) > KIND:
        return cut(text, room, size, bold=bold)
    left = room - width(f" {last}", size, bold=bold)
    return f"{cut(first, left, size, bold=bold)} {last}"


def _group(plot: TilePlot, trend: TileTrend, at: tuple[float, float]) -> Element:
    """At its place; in a list, where all is written, nothing more is said."""
    title = trend.title if plot.live and not plot.listed else ""
    group = pointed(plot.drawing.root, title, trend.href if plot.live else "")
    group.set("transform", f"translate({at[0]:.1f} {at[1]:.1f})")
    return group


def _text(
    plot: TilePlot,
    group: Element,
    at: tuple[float, float],
    text: str,
    fill: str,
    *,
    bold: bool = False,
) -> Element:
    look = {"font_weight": "bold"} if bold else {}
    if fill != "text":
        look["fill"] = plot.drawing.colours[fill]
    found = add(group, "text", x=at[0], y=at[1], **look)
    found.text = text
    return found


def _scales(plot: TilePlot, at: Area) -> tuple[list[float], AxisScale]:
    years = plot.picture.years
    step = at.width / max(years[-1] - years[0], 1)
    y = AxisScale(*plot.span, at.top + at.height, at.top)
    return [at.left + step * (year - years[0]) for year in years], y


def draw_middle_line(plot: TilePlot, group: Element, at: Area) -> None:
    """The line behind."""
    xs, y = _scales(plot, at)
    ys = [None if value is None else y(value) for value in plot.picture.middle]
    look = {"fill": "none", "stroke": plot.pale, "stroke_width": plot.middle_width}
    add(group, "path", class_="middle", d=line_path(xs, ys), **look)


def _lines(plot: TilePlot, group: Element, trend: TileTrend, at: Area) -> None:
    """The own line and its marks."""
    drawing, thick = plot.drawing, plot.size / 13
    xs, y = _scales(plot, at)
    ys = [None if value is None else y(value) for value in trend.values]
    colour = trend.colour or plot.line
    own = {"fill": "none", "stroke": colour, "stroke_width": f"{1.8 * thick:.1f}"}
    add(group, "path", class_="own", d=line_path(xs, ys, trend.breaks), **own)
    known = [at for at, found in enumerate(ys) if found is not None]
    hollow = [at for at in known if trend.hollow and trend.hollow[at]]
    for number in dict.fromkeys([*hollow, *known[-1:]]):
        fill = drawing.colours["ground"] if number in hollow else colour
        mark = {"fill": fill, "stroke": colour, "stroke_width": f"{1.2 * thick:.1f}"}
        place = {"cx": xs[number], "cy": float(ys[number] or 0), "r": 2.2 * thick}
        add(group, "circle", **place, **mark)
