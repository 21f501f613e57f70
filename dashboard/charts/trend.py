"""The trend of the selected municipalities against the country, bare or framed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.lettering import cut, width
from dashboard.charts.markers import dash
from dashboard.charts.svg import add
from dashboard.charts.trend_plot import THICK, THIN, Plot, draw_marker, draw_plot

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.charts.series import ChartOptions, TrendPicture
    from dashboard.charts.svg import Drawing

PAGE = {
    "text": "var(--text)",
    "line": "var(--line)",
    "national": "var(--national)",
    "target": "var(--target)",
    "ground": "var(--surface)",
}
"""The colours of a page, which follow its theme."""

LETTERS = 13.0
"""Size of the letters in the bare picture, px."""

SAMPLE = 2.6
"""Length of a line in the key, in the size of the letters."""


def draw_trend(picture: TrendPicture, options: ChartOptions, write: Callable[[float], str]) -> str:
    """Lines over the years; the country's is the thick one.

    Args:
        picture: What it shows; ten lines at most can be told apart.
        options: How.
        write: Writes the figures of the axis.

    Returns:
        With `options.bare` an svg to stand in HTML in the page's colours, else a file of its own.
    """
    if options.bare:
        return _bare(picture, options, write)
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    if "legend" not in options.without:
        area = _key(drawing, picture, area, base)
    if picture.caption.unit:
        drawing.text(area.left, area.top + base, picture.caption.unit, base, fill="muted")
        area = Area(area.left, area.top + 1.5 * base, area.width, area.height - 1.5 * base)
    draw_plot(Plot(drawing.root, area, base, drawing.colours, write), picture)
    return drawing.svg()


def _bare(picture: TrendPicture, options: ChartOptions, write: Callable[[float], str]) -> str:
    root = Element("svg", {"class": "trend-svg", "aria-hidden": "true"})
    root.set("viewBox", f"0 0 {options.width} {options.height}")
    area = Area(0, 0, options.width, options.height)
    draw_plot(Plot(root, area, LETTERS, PAGE, write), picture)
    return tostring(root, encoding="unicode")


def _key(drawing: Drawing, picture: TrendPicture, area: Area, base: float) -> Area:
    """The key above the plot, in as many rows as it needs; returns what is left."""
    names = [picture.national.name, *(item.name for item in picture.lines)]
    names += [item.name for item in picture.targets]
    beside, row = (SAMPLE + 0.6) * base, 1.6 * base
    x, y = area.left, area.top
    for number, name in enumerate(names):
        text = cut(name, area.width - beside, base)
        needed = beside + width(text, base)
        if x > area.left and x + needed > area.left + area.width:
            x, y = area.left, y + row
        _sample(drawing, picture, number, (x, y + 0.65 * base), base)
        drawing.text(x + beside, y + base, text, base)
        x += needed + 1.8 * base
    taken = y + row + 0.6 * base - area.top
    return Area(area.left, area.top + taken, area.width, area.height - taken)


def _sample(
    drawing: Drawing, picture: TrendPicture, number: int, at: tuple[float, float], base: float
) -> None:
    """A short piece of the line of an entry."""
    (x, y), thick = at, base / 13
    look: dict[str, object] = {"stroke": drawing.colours["national"], "stroke_width": THICK * thick}
    own = number - 1
    if own >= len(picture.lines):
        look = {"stroke": drawing.colours["target"], "stroke_width": 2 * thick}
        look["stroke_dasharray"] = dash(1, thick)
    elif own >= 0:
        look = {"stroke": picture.lines[own].colour, "stroke_width": THIN * thick}
        if dash(own):
            look["stroke_dasharray"] = dash(own, thick)
    d = f"M{x:.1f} {y:.1f}H{x + SAMPLE * base:.1f}"
    add(drawing.root, "path", fill="none", d=d, **look)
    if 0 <= own < len(picture.lines):
        colour = picture.lines[own].colour
        plot = Plot(drawing.root, Area(x, y, 0, 0), base, drawing.colours, str)
        draw_marker(plot, drawing.root, own, (x + SAMPLE * base / 2, y), (colour, colour))
