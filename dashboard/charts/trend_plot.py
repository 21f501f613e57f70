"""The lines of a trend within a given area, with their axes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, every, ticks
from dashboard.charts.lettering import width
from dashboard.charts.markers import dash, marker
from dashboard.charts.spread import spread
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.series import TrendLine, TrendPicture

THICK, THIN, MARK = 4.0, 2.5, 4.5
"""National line, a municipality's, radius of its markers: px where letters have 13."""

BREAK = "≠"
"""Stands where a line does not run on."""

LEADER = 1.8
"""Room between the plot and the names beside it, in the size of the letters."""


@dataclass(frozen=True)
class Plot:
    """Where a trend is drawn.

    Attributes:
        parent: The element to draw into.
        area: All that axes and lines may take, px.
        size: Of the letters, px.
        ink: Colours by meaning: `text`, `line`, `national`, `target`, `ground`.
        write: Writes a figure of the axis.
    """

    parent: Element
    area: Area
    size: float
    ink: Mapping[str, str]
    write: Callable[[float], str]

    @property
    def thick(self) -> float:
        """By how much lines are thicker than beside letters of 13 px."""
        return self.size / 13


def draw_plot(plot: Plot, picture: TrendPicture) -> None:
    """Axes, targets, the national line, those of the selected on top."""
    x, y = draw_axes(plot, picture)
    if picture.now in picture.years and picture.now is not None:
        _now(plot, x(picture.now), y)
    group = add(plot.parent, "g", class_="lines", fill="none", stroke_linejoin="round")
    for target in picture.targets:
        look = {"stroke": plot.ink["target"], "stroke_width": f"{2 * plot.thick:.2f}"}
        height = f"{y(target.value):.1f}"
        add(group, "path", class_="target", **look, stroke_dasharray=dash(1, plot.thick),
            d=f"M{x.start:.1f} {height}H{x.end:.1f}")  # fmt: skip
    national = {"stroke": plot.ink["national"], "stroke_width": f"{THICK * plot.thick:.2f}"}
    d = line_path(picture.years, picture.national, x, y)
    add(group, "path", class_="national", **national, stroke_linecap="round", d=d)
    for number in range(len(picture.lines)):
        _line(plot, group, number, picture, (x, y))
    _labels(plot, picture, (x, y))


def draw_axes(plot: Plot, picture: TrendPicture) -> tuple[AxisScale, AxisScale]:
    """Years below, figures at the left; returns where both lie."""
    area, size = plot.area, plot.size
    steps = ticks(_figures(picture), max(2, min(5, int(area.height / (3 * size)))))
    written = [plot.write(step) for step in steps]
    left = area.left + max(width(text, size) for text in written) + 0.7 * size
    labels = max((width(line.label, size) for line in picture.lines), default=0)
    right = area.left + area.width - (labels + LEADER * size if labels else 0.3 * size)
    bottom = area.top + area.height - 1.7 * size
    y = AxisScale(steps[0], steps[-1], bottom, area.top + 0.8 * size)
    years = picture.years
    x = AxisScale(years[0] - 0.4, years[-1] + 0.4, left, right)
    axis = add(plot.parent, "g", class_="axis", fill=plot.ink["text"], font_size=size)
    for step, text in zip(steps, written, strict=True):
        height = f"{y(step):.1f}"
        add(
            axis,
            "path",
            stroke=plot.ink["line"],
            fill="none",
            d=f"M{left:.1f} {height}H{right:.1f}",
        )
        label = {"x": f"{left - 0.5 * size:.1f}", "y": f"{y(step) + 0.36 * size:.1f}"}
        add(axis, "text", **label, text_anchor="end").text = text
    for year in every(years, right - left, width("2025", size) + 0.8 * size):
        label = {"x": f"{x(year):.1f}", "y": f"{bottom + 1.4 * size:.1f}"}
        add(axis, "text", **label, text_anchor="middle").text = str(year)
    return x, y


def line_path(years: tuple[int, ...], line: TrendLine, x: AxisScale, y: AxisScale) -> str:
    """Path data with a gap where there is no figure and at breaks; a single year is a point."""
    none = (False,) * len(years)
    ends = zip(line.breaks or none, line.turns or none, strict=True)
    parts = accumulate(map(any, ends))
    known = zip(years, line.values, parts, strict=True)
    text = ""
    for (there, _), run in groupby(known, key=lambda item: (item[1] is not None, item[2])):
        points = [f"{x(year):.1f} {y(value):.1f}" for year, value, _ in run if value is not None]
        if there:
            text += "M" + "L".join(points if len(points) > 1 else points * 2)
    return text


def _line(
    plot: Plot,
    group: Element,
    number: int,
    picture: TrendPicture,
    scales: tuple[AxisScale, AxisScale],
) -> None:
    line, (x, y) = picture.lines[number], scales
    path = add(group, "path", class_="own", data_code=line.code, stroke=line.colour)
    path.set("stroke-width", f"{THIN * plot.thick:.2f}")
    path.set("d", line_path(picture.years, line, x, y))
    if dash(number):
        path.set("stroke-dasharray", dash(number, plot.thick))
    hollow = line.hollow or (False,) * len(line.values)
    for year, value, open_ in zip(picture.years, line.values, hollow, strict=True):
        if value is not None:
            fill = plot.ink["ground"] if open_ else line.colour
            draw_marker(plot, group, number, (x(year), y(value)), (fill, line.colour))
    _breaks(plot, group, picture, line, scales)


def _breaks(
    plot: Plot,
    group: Element,
    picture: TrendPicture,
    line: TrendLine,
    scales: tuple[AxisScale, AxisScale],
) -> None:
    """A sign above each gap between figures that do not compare, clear of other lines."""
    known = [*zip(picture.years, line.values, line.breaks, strict=True)] if line.breaks else []
    for (former, before, _), (year, after, broken) in pairwise(known):
        if broken and before is not None and after is not None:
            x, y = scales[0]((former + year) / 2), scales[1](max(before, after))
            at = {"x": f"{x:.1f}", "y": f"{y - 0.5 * plot.size:.1f}", "text_anchor": "middle"}
            look = {"font_size": plot.size, "font_weight": "bold", "stroke": "none"}
            add(group, "text", class_="break", fill=line.colour, **look, **at).text = BREAK


def _labels(plot: Plot, picture: TrendPicture, scales: tuple[AxisScale, AxisScale]) -> None:
    """The names at the ends of the lines, each led to in its colour."""
    (x, y), size = scales, plot.size
    ends = [(line, _end(picture.years, line)) for line in picture.lines if line.label]
    found = [(line, (x(end[0]), y(end[1]))) for line, end in ends if end]
    heights = spread([at[1] for _, at in found], 1.1 * size, y.end, y.start)
    group = add(plot.parent, "g", class_="labels", fill=plot.ink["text"], font_size=size)
    for (line, (left, top)), height in zip(found, heights, strict=True):
        start, end = left + 0.5 * size, x.end + (LEADER - 0.3) * size
        look = {"stroke": line.colour, "stroke_width": f"{plot.thick:.2f}", "fill": "none"}
        d = f"M{start:.1f} {top:.1f}L{x.end + 0.3 * size:.1f} {top:.1f}L{end:.1f} {height:.1f}"
        add(group, "path", **look, d=d)
        label = {"x": f"{x.end + LEADER * size:.1f}", "y": f"{height + 0.36 * size:.1f}"}
        add(group, "text", **label).text = line.label


def _end(years: tuple[int, ...], line: TrendLine) -> tuple[int, float] | None:
    """Its last figure, if it has any."""
    known = zip(years, line.values, strict=True)
    return max(((year, value) for year, value in known if value is not None), default=None)


def draw_marker(
    plot: Plot, group: Element, number: int, at: tuple[float, float], colours: tuple[str, str]
) -> None:
    """A marker in its fill and the colour of its edge."""
    fill, stroke = colours
    edge = f"{1.5 * plot.thick:.2f}"
    shape = marker(number, *at, MARK * plot.thick)
    add(group, "path", class_="marker", fill=fill, stroke=stroke, stroke_width=edge, d=shape)


def _now(plot: Plot, x: float, y: AxisScale) -> None:
    """The year that is looked at."""
    look = {"stroke": plot.ink["text"], "stroke_width": f"{1.5 * plot.thick:.2f}", "fill": "none"}
    dots = dash(2, 0.8 * plot.thick)
    d = f"M{x:.1f} {y.start:.1f}V{y.end:.1f}"
    add(plot.parent, "path", class_="now", **look, stroke_dasharray=dots, d=d)


def _figures(picture: TrendPicture) -> list[float]:
    lines = [picture.national, *picture.lines]
    figures = [value for line in lines for value in line.values if value is not None]
    return figures + [target.value for target in picture.targets]
