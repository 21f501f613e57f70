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
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.svg import Drawing
    from dashboard.charts.tile_lines import TileTrend, TileTrendsPicture

GUTTER, INSET = 0.15, 0.35
"""Between squares, and within them, in the size of letters."""

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
    """

    drawing: Drawing
    size: float
    picture: TileTrendsPicture
    span: tuple[float, float]
    live: bool

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


def draw_tile(plot: TilePlot, trend: TileTrend, at: Area) -> None:
    """A square: the name, the newest figure, the lines below."""
    drawing = plot.drawing
    gutter, size = GUTTER * plot.size, _tile_letters(plot, at)
    box = Area(at.left + gutter, at.top + gutter, at.width - 2 * gutter, at.height - 2 * gutter)
    group = _group(plot, trend)
    frame = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": 3}
    edge = trend.colour or drawing.colours["line"]
    look = {"fill": drawing.colours["ground"], "stroke": edge}
    add(group, "rect", **frame, **look, stroke_width=2 if trend.colour else 1)
    inset = INSET * size
    room = (box.width - 2 * inset) * (SLACK if plot.live else 1)
    said = [(trend.name, "text", bool(trend.colour)), (trend.text, "muted", False)]
    for number, (text, fill, bold) in enumerate(said):
        y = box.top + (1.05 + 1.15 * number) * size
        short = cut(text, room, size, bold=bold)
        _text(plot, group, (box.left + inset, y), short, size, fill, bold=bold)
    top = box.top + 2.6 * size
    inner = Area(box.left + inset, top, box.width - 2 * inset, box.top + box.height - top - inset)
    if not trend.faint:
        _lines(plot, group, trend, inner)


def draw_row(plot: TilePlot, trend: TileTrend, at: Area, ends: tuple[float, float]) -> None:
    """A row of the list: the name, the lines, the newest figure."""
    size, group = plot.size, _group(plot, trend)
    target = {"x": at.left, "y": at.top, "width": at.width, "height": at.height}
    add(group, "rect", **target, fill="transparent")
    y, bold = at.top + 1.35 * size, bool(trend.colour)
    name = cut(trend.name, (ends[0] - at.left) * SLACK, size, bold=bold)
    _text(plot, group, (at.left, y), name, size, "text", bold=bold)
    room = (at.left + at.width - ends[1] - 0.6 * size) * SLACK
    text = _text(plot, group, (at.left + at.width, y), cut(trend.text, room, size), size, "text")
    text.set("text-anchor", "end")
    if not trend.faint:
        inner = Area(ends[0], at.top + 0.1 * size, ends[1] - ends[0], at.height - 0.2 * size)
        _lines(plot, group, trend, inner)


def draw_key_tile(plot: TilePlot, at: Area, write: Callable[[float], str]) -> None:
    """The axes that all squares share, and which line is which."""
    drawing, size = plot.drawing, plot.size
    rows = [(plot.line, 0.14, plot.picture.own_name), (plot.pale, 0.16, plot.picture.middle_name)]
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
    _path(plot, drawing.root, plot.picture.middle, Area(left, top, wide, bottom - top))


def _tile_letters(plot: TilePlot, at: Area) -> float:
    """Letters of a square, smaller in a file where squares are small."""
    return plot.size if plot.live else min(plot.size, at.width / 8, at.height / 4.8)


def _group(plot: TilePlot, trend: TileTrend) -> Element:
    live = (trend.title, trend.href) if plot.live else ("", "")
    return pointed(plot.drawing.root, *live)


def _text(  # noqa: PLR0913 - what is not always given is given by its name
    plot: TilePlot,
    group: Element,
    at: tuple[float, float],
    text: str,
    size: float,
    fill: str,
    *,
    bold: bool = False,
) -> Element:
    look = {"font_weight": "bold"} if bold else {}
    colour = plot.drawing.colours[fill]
    found = add(group, "text", x=at[0], y=at[1], font_size=size, fill=colour, **look)
    found.text = text
    return found


def _scales(plot: TilePlot, at: Area) -> tuple[list[float], AxisScale]:
    years = plot.picture.years
    step = at.width / max(years[-1] - years[0], 1)
    y = AxisScale(*plot.span, at.top + at.height, at.top)
    return [at.left + step * (year - years[0]) for year in years], y


def _path(plot: TilePlot, group: Element, values: Sequence[float | None], at: Area) -> None:
    """The line behind."""
    xs, y = _scales(plot, at)
    ys = [None if value is None else y(value) for value in values]
    look = {"fill": "none", "stroke": plot.pale, "stroke_width": plot.middle_width}
    add(group, "path", class_="middle", d=line_path(xs, ys), **look)


def _lines(plot: TilePlot, group: Element, trend: TileTrend, at: Area) -> None:
    """The base of the axis, the line behind, the own line and its marks."""
    drawing, thick = plot.drawing, plot.size / 13
    ground = f"M{at.left:.1f} {at.top + at.height:.1f}h{at.width:.1f}"
    add(group, "path", d=ground, fill="none", stroke=drawing.colours["line"])
    _path(plot, group, plot.picture.middle, at)
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
