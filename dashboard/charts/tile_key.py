"""The key of trends in squares: the axes that all share, and which line is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.framing import Area
from dashboard.charts.lettering import cut, width
from dashboard.charts.svg import add
from dashboard.charts.tile_shapes import draw_middle_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.tile_shapes import TilePlot


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
