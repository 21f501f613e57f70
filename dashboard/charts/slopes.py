"""Lines from a first figure to a second one: who rose, who fell, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.grounds import NARROW_PX, begun, finished
from dashboard.charts.lettering import cut, width
from dashboard.charts.slopes_picture import slope_look
from dashboard.charts.slopes_plot import SlopesPlot, draw_slopes_plot
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.series import ChartOptions
    from dashboard.charts.slopes_picture import SlopesPicture
    from dashboard.charts.svg import Drawing


def draw_slopes(
    picture: SlopesPicture, options: ChartOptions, write: Callable[[float], str]
) -> str:
    """The lines, with an axis at the left and names at the right.

    Args:
        picture: What it shows.
        options: How.
        write: Writes the figures of the axis.

    Returns:
        With `options.bare` an svg to stand in a page, else a file of its own.
    """
    drawing, area, base = begun(picture.caption, options, "slopes-svg", scrolled=True)
    if picture.caption.unit and not options.bare:
        drawing.text(area.left, area.top + base, picture.caption.unit, base, fill="muted")
        area = Area(area.left, area.top + 1.5 * base, area.width, area.height - 1.5 * base)
    area = _key(drawing, picture, area, base)
    plot = SlopesPlot(drawing, area, base, live=options.bare and options.width > NARROW_PX)
    draw_slopes_plot(plot, picture, write)
    return finished(drawing, options)


def _key(drawing: Drawing, picture: SlopesPicture, area: Area, base: float) -> Area:
    """The key above the lines, in as many rows as it needs; returns what is left."""
    sample, row = 2.6 * base, 1.55 * base
    x, y = area.left, area.top
    for name, said in picture.key:
        text = cut(said, area.width - sample - base, base)
        needed = sample + 0.6 * base + width(text, base)
        if x > area.left and x + needed > area.left + area.width:
            x, y = area.left, y + row
        look = slope_look(name, base / 13, drawing)
        d = f"M{x:.1f} {y + 0.65 * base:.1f}h{sample:.1f}"
        add(drawing.root, "path", d=d, fill="none", **look)
        drawing.text(x + sample + 0.6 * base, y + base, text, base)
        x += needed + 1.6 * base
    taken = y + row + 0.4 * base - area.top if picture.key else 0
    return Area(area.left, area.top + taken, area.width, area.height - taken)
