"""All municipalities' trends where they lie, a square each on the same axes; a list on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.axis import NOUGHT, inner_ticks
from dashboard.charts.framing import Area
from dashboard.charts.grounds import NARROW_PX, begun, finished
from dashboard.charts.lettering import width
from dashboard.charts.svg import add
from dashboard.charts.tile_key import draw_key_tile
from dashboard.charts.tile_plot import draw_row, draw_tile
from dashboard.charts.tile_shapes import TilePlot, row_shape, tile_shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.series import ChartOptions
    from dashboard.charts.tile_picture import TileTrend, TileTrendsPicture

KEY_TILES = (4, 3)
"""Width and height of the key in tiles: it stands in the empty south-west."""

ROW, HEADING = 2.0, 2.2
"""Height of a row of the list, and of what stands above a group, in the size of letters."""


def draw_tile_trends(
    picture: TileTrendsPicture, options: ChartOptions, write: Callable[[float], str]
) -> str:
    """The trends in their squares.

    Args:
        picture: What it shows.
        options: How; a bare picture for a phone is a list, county by county.
        write: Writes the figures of the axis.

    Returns:
        With `options.bare` an svg to stand in a page, else a file of its own.
    """
    drawing, area, base = begun(picture.caption, options, "tile-trends-svg", scrolled=True)
    known = [value for trend in picture.trends for value in trend.values if value is not None]
    known += [value for value in picture.middle if value is not None]
    listed = options.bare and options.width <= NARROW_PX
    plot = TilePlot(drawing, base, picture, _span(known), live=options.bare, listed=listed)
    drawing.root.set("font-size", f"{base:g}")
    drawing.root.set("fill", drawing.colours["text"])
    if listed:
        _list(plot, area, write)
    else:
        _tiles(plot, area, write)
    return finished(drawing, options)


def _span(known: list[float]) -> tuple[float, float]:
    """The axis of all: from nought, or from below, to the largest figure."""
    low, high = min([*known, 0.0]), max([*known, 0.0])
    return (low, high) if high - low > NOUGHT else (low, low + 1)


def list_height(picture: TileTrendsPicture, size: float) -> int:
    """How high the list is, with letters of a size."""
    groups = len({trend.county for trend in picture.trends})
    return round(size * (ROW * len(picture.trends) + HEADING * groups + 2 * ROW))


def _tiles(plot: TilePlot, area: Area, write: Callable[[float], str]) -> None:
    """A square each, all of one size, and the key of their axes in the empty corner."""
    trends = plot.picture.trends
    columns = 1 + max(trend.column for trend in trends)
    rows = 1 + max(trend.row for trend in trends)
    wide, tall = area.width / columns, area.height / rows
    wide = min(wide, 2.2 * tall)
    left = area.left + (area.width - columns * wide) / 2
    shape = tile_shape(plot, wide, tall)
    plot.drawing.root.set("font-size", f"{shape.size:.1f}")
    for trend in trends:
        draw_tile(plot, trend, shape, (left + trend.column * wide, area.top + trend.row * tall))
    across, down = KEY_TILES
    room = Area(left, area.top + (rows - down) * tall, across * wide - plot.size, down * tall)
    draw_key_tile(plot, room, write)


def _list(plot: TilePlot, area: Area, write: Callable[[float], str]) -> None:
    """Name, line and figure below each other, under the names of their counties."""
    size, y = plot.size, area.top
    picture, drawing = plot.picture, plot.drawing
    names = max(width(trend.name, size) for trend in picture.trends)
    texts = max(width(trend.text, size) for trend in picture.trends)
    left = area.left + min(names, 0.42 * area.width) + 0.6 * size
    right = area.left + area.width - min(texts, 0.36 * area.width) - 0.6 * size
    _list_axis(plot, (left, right), y, write)
    y += 2 * ROW * size
    shape = row_shape(plot, area.width, ROW * size, (left - area.left, right - area.left))
    county = None
    for trend in sorted(picture.trends, key=_by_county):
        if trend.county != county:
            county = trend.county
            drawing.text(area.left, y + 1.5 * size, county, size, font_weight="bold")
            y += HEADING * size
        draw_row(plot, trend, shape, (area.left, y))
        y += ROW * size


def _by_county(trend: TileTrend) -> tuple[int, int]:
    return trend.order


def _list_axis(
    plot: TilePlot, ends: tuple[float, float], top: float, write: Callable[[float], str]
) -> None:
    """What the lines of the list span: years at the ends, figures from where to where."""
    drawing, size, (low, high) = plot.drawing, plot.size, plot.span
    years = plot.picture.years
    steps = inner_ticks(low, high, 2)
    said = f"{write(steps[0])}–{write(steps[-1])}"
    for x, y, text, anchor in (
        (ends[0], 1.1, str(years[0]), "start"),
        (ends[1], 1.1, str(years[-1]), "end"),
        ((ends[0] + ends[1]) / 2, 1.1, said, "middle"),
    ):
        look = {"fill": "muted", "text_anchor": anchor}
        drawing.text(x, top + y * size, text, size, **look)
    if not plot.picture.middle_name:
        return
    d = f"M{ends[0]:.1f} {top + 2.5 * size:.1f}h{2.4 * size:.1f}"
    look = {"stroke": plot.pale, "stroke_width": plot.middle_width}
    add(drawing.root, "path", d=d, fill="none", **look)
    drawing.text(ends[0] + 3 * size, top + 2.85 * size, plot.picture.middle_name, size)
