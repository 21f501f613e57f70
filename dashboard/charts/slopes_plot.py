"""The lines of a slope chart within a given area, with axis, sides and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.axis import NOUGHT, AxisScale, inner_ticks
from dashboard.charts.grounds import Ground
from dashboard.charts.lettering import cut, width
from dashboard.charts.linked import pointed
from dashboard.charts.markers import marker
from dashboard.charts.slopes_picture import slope_look
from dashboard.charts.spread import spread
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.slopes_picture import SlopeLine, SlopesPicture
    from dashboard.charts.svg import Drawing

LABELS = 0.42
"""Share of the width that names may take."""

LINE_HEIGHT = 1.15
"""From name to name, in the size of letters."""


@dataclass(frozen=True)
class SlopesPlot:
    """Where the lines are drawn; `live` where they can be pointed at."""

    drawing: Drawing
    area: Area
    size: float
    live: bool

    @property
    def thick(self) -> float:
        """By how much lines are thicker than beside letters of 13 px."""
        return self.size / 13


@dataclass(frozen=True)
class _Scales:
    left: float
    right: float
    y: AxisScale


def draw_slopes_plot(
    plot: SlopesPlot, picture: SlopesPicture, write: Callable[[float], str]
) -> None:
    """The axis, then the lines from the lowest layer up, then the names."""
    drawing = plot.drawing
    scales = _axis(plot, picture, write)
    group = add(drawing.root, "g", class_="slopes", fill="none", stroke_linecap="round")
    plain = [line for line in picture.lines if not line.colour]
    for line in sorted(plain, key=lambda line: bool(line.label)):
        _line(plot, group, line, scales)
    if picture.national:
        look = slope_look("national", plot.thick, drawing)
        add(group, "path", class_="national", d=_path(picture.national, scales), **look)
    for line in picture.lines:
        if line.colour:
            _line(plot, group, line, scales)
    _labels(plot, picture, scales)


def _axis(plot: SlopesPlot, picture: SlopesPicture, write: Callable[[float], str]) -> _Scales:
    area, size = plot.area, plot.size
    lines = [*picture.lines, *([picture.national] if picture.national else [])]
    figures = [value for line in lines for value in (line.before, line.after)]
    low, high = _range(figures)
    steps = inner_ticks(low, high, max(2, min(6, int(area.height / (3 * size)))))
    written = [write(step) for step in steps]
    left = area.left + max(width(text, size) for text in written) + 1.2 * size
    names = max((_label_width(line, size) for line in lines if line.label), default=0)
    labels = min(names + 2.2 * size, LABELS * area.width) if names else size
    right = area.left + area.width - labels
    y = AxisScale(low, high, area.top + area.height - 0.6 * size, area.top + 2 * size)
    ground = Ground(add(plot.drawing.root, "g", class_="axis"), size)
    ground.levels(zip(steps, written, strict=True), y, (left, right), "text", 0.8)
    for x in (left, right):
        ground.line(f"M{x:.1f} {y.start:.1f}V{y.end:.1f}", "muted", 1)
    _sides(plot, ground, picture.sides, (left, right))
    return _Scales(left, right, y)


def _label_width(line: SlopeLine, size: float) -> float:
    return width(line.label, size, bold=bool(line.colour))


def _range(figures: list[float]) -> tuple[float, float]:
    """From the least figure to the largest, with room where all are the same.

    Nought need not lie between: lengths are not compared, but where lines begin and end.
    """
    low, high = min(figures, default=0.0), max(figures, default=0.0)
    half = 0.02 * (high - low) if high - low > NOUGHT else abs(low) / 2 or 1.0
    return low - half, high + half


def _sides(
    plot: SlopesPlot, ground: Ground, sides: tuple[str, str], ends: tuple[float, float]
) -> None:
    """What stands at the left and at the right, above; cut where there is no room."""
    size, area = plot.size, plot.area
    room = (ends[1] - ends[0]) * 0.5 - 0.5 * size
    for side, x, anchor in ((sides[0], ends[0], "start"), (sides[1], ends[1], "end")):
        text = cut(side, room, size, bold=True)
        ground.text(x, area.top + size, text, text_anchor=anchor, font_weight="bold")


def _line(plot: SlopesPlot, group: Element, line: SlopeLine, scales: _Scales) -> None:
    drawing, thick = plot.drawing, plot.thick
    inner = pointed(group, line.title, line.href) if plot.live else add(group, "g")
    look = slope_look(line.way, thick, drawing)
    if line.colour:
        look |= {"stroke": line.colour, "stroke_width": f"{2.8 * thick:.1f}"}
    elif line.label:
        look["stroke_width"] = f"{2 * thick:.1f}"
    if not line.counted:
        look |= {"stroke_opacity": "0.45"}
    if not line.broken:
        add(inner, "path", d=_path(line, scales), **look)
    _ends(plot, inner, line, scales, str(look["stroke"]))


def _ends(plot: SlopesPlot, group: Element, line: SlopeLine, scales: _Scales, colour: str) -> None:
    """What marks both figures: a marker for selected ones, else a dot, which is written shorter."""
    ends = [(scales.left, scales.y(line.before)), (scales.right, scales.y(line.after))]
    for (x, y), hollow in zip(ends, line.hollow, strict=True):
        edge = {"stroke": colour, "stroke_width": f"{1.3 * plot.thick:.1f}"}
        fill = plot.drawing.colours["ground"] if hollow else colour
        if line.colour or hollow:
            radius = (4.2 if line.colour else 2.2) * plot.thick
            shape = marker(line.shape if line.colour else 0, x, y, radius)
            add(group, "path", d=shape, fill=fill, **edge)
    if not line.colour:
        full = [at for at, hollow in zip(ends, line.hollow, strict=True) if not hollow]
        d = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in full)
        add(group, "path", d=d, stroke=colour, stroke_width=f"{5.7 * plot.thick:.1f}")


def _path(line: SlopeLine, scales: _Scales) -> str:
    first, last = scales.y(line.before), scales.y(line.after)
    return f"M{scales.left:.1f} {first:.1f}L{scales.right:.1f} {last:.1f}"


def _labels(plot: SlopesPlot, picture: SlopesPicture, scales: _Scales) -> None:
    """Names at the right, each led to, moved apart so that none lies over another."""
    size, area = plot.size, plot.area
    named = [line for line in picture.lines if line.label]
    wanted = [scales.y(line.after) for line in named]
    low, high = area.top + 2 * size, area.top + area.height - 0.6 * size
    heights = spread(wanted, LINE_HEIGHT * size, low, high)
    colours = plot.drawing.colours
    group = add(plot.drawing.root, "g", class_="labels", fill=colours["text"], font_size=size)
    start, room = scales.right + 1.8 * size, area.left + area.width - scales.right - 1.8 * size
    for line, y, height in zip(named, wanted, heights, strict=True):
        colour = line.colour or colours["muted"]
        from_, to = scales.right + 0.5 * size, start - 0.3 * size
        d = f"M{from_:.1f} {y:.1f}L{to:.1f} {height:.1f}"
        add(group, "path", d=d, fill="none", stroke=colour, stroke_width=f"{plot.thick:.1f}")
        at = {"x": f"{start:.1f}", "y": f"{height + 0.36 * size:.1f}"}
        text = add(group, "text", **at)
        text.text = cut(line.label, room, size, bold=bool(line.colour))
        if line.colour:
            text.set("font-weight", "bold")
