"""A trend within its square or its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.lettering import cut, width
from dashboard.charts.linked import pointed
from dashboard.charts.spark import line_path
from dashboard.charts.svg import add
from dashboard.charts.tile_shapes import tile_scales

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.tile_picture import TileTrend
    from dashboard.charts.tile_shapes import TilePlot, TileShape

KIND = 4
"""Letters of a last word at most that stays where a name is shortened: it tells a town from its
district."""

SLACK = 1.08
"""Letters of a page are a little narrower than those that widths are reckoned with."""


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


def _lines(plot: TilePlot, group: Element, trend: TileTrend, at: Area) -> None:
    """The own line and its marks."""
    drawing, thick = plot.drawing, plot.size / 13
    xs, y = tile_scales(plot, at)
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
