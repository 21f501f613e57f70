"""A promised number over the years: its line, the plan's years as a shade, the target as a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from dashboard.figures.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TICKS = 4
"""How many steps the axis has at the most."""


@dataclass(frozen=True)
class Chart:
    """What is drawn.

    Attributes:
        years: Ascending.
        values: By year, in the unit; None where there is none.
        target: In the unit, or None.
        plan: The plan's first and last year, or None.
        figure: Writes a value.
        plan_name, target_name: What stands at the shade and at the target's line.
    """

    years: Sequence[int]
    values: Sequence[float | None]
    target: float | None
    plan: tuple[int, int] | None
    figure: Callable[[float], str]
    plan_name: str
    target_name: str


def draw_promise(
    chart: Chart,
    *,
    look: str,
    narrow: bool,
    title: str,
    sentence: str = "",
    source: str = "",
) -> str:
    """The chart as SVG.

    Args:
        chart: What to draw.
        look: `light` or `dark`.
        narrow: For a phone: as wide as one, with fewer labels.
        title: The text alternative; it heads the picture where a source is given.
        sentence: Stands under the title of a picture to take away.
        source: Stands under a picture to take away.
    """
    width = 340.0 if narrow else 760.0
    drawing = Drawing(width, 0, look, title)
    top = 34.0
    if source:
        top = drawing.lines(16, 30, title, width - 32, 18, font_weight=700)
        top = drawing.lines(16, top + 2, sentence, width - 32, 13, fill="muted") + 22
    bottom = top + 230
    _axes(drawing, chart, top, bottom, narrow=narrow)
    drawing.height = bottom + 34
    if source:
        drawing.height = drawing.lines(16, bottom + 56, source, width - 32, 11, fill="muted") + 4
    return drawing.svg()


def _axes(drawing: Drawing, chart: Chart, top: float, bottom: float, *, narrow: bool) -> None:
    left, right = 62.0, drawing.width - 22
    known = [value for value in (*chart.values, chart.target) if value is not None]
    ticks = axis_ticks(max(known, default=1))
    gap = (right - left) / max(1, len(chart.years) - 1)
    first = chart.years[0]

    def across(year: float) -> float:
        return left + (year - first) * gap

    def up(value: float) -> float:
        return bottom - (bottom - top) * value / ticks[-1]

    if chart.plan:
        begin = max(left - gap / 2, across(chart.plan[0] - 0.5))
        end = min(right + min(gap / 2, 20), across(chart.plan[1] + 0.5))
        if end > begin:
            drawing.shape(
                "rect",
                x=begin,
                y=top - 20,
                width=end - begin,
                height=bottom - top + 20,
                fill="shade",
            )
            drawing.text(
                (begin + end) / 2, top - 7, chart.plan_name, 12, text_anchor="middle", fill="muted"
            )
    for tick in ticks:
        drawing.shape("line", x1=left - 8, x2=right, y1=up(tick), y2=up(tick), stroke="line")
        drawing.text(
            left - 12, up(tick) + 4, chart.figure(tick), 12, text_anchor="end", fill="muted"
        )
    for year in chart.years[:: 2 if narrow else 1]:
        drawing.text(across(year), bottom + 20, str(year), 12, text_anchor="middle", fill="muted")
    if chart.target is not None:
        height = up(chart.target)
        drawing.shape(
            "line",
            x1=left - 8,
            x2=right,
            y1=height,
            y2=height,
            stroke="target",
            stroke_width=2,
            stroke_dasharray="7 5",
        )
        drawing.text(left, height - 7, chart.target_name, 13, fill="target", font_weight=700)
    _line(drawing, chart, across, up, narrow=narrow)


def _line(
    drawing: Drawing,
    chart: Chart,
    across: Callable[[float], float],
    up: Callable[[float], float],
    *,
    narrow: bool,
) -> None:
    points = [
        (across(year), up(value), value) if value is not None else None
        for year, value in zip(chart.years, chart.values, strict=True)
    ]
    path, pen = "", "M"
    for point in points:
        path += f"{pen}{point[0]:.1f} {point[1]:.1f}" if point else ""
        pen = "L" if point else "M"
    drawing.shape(
        "path", d=path, fill="none", stroke="accent", stroke_width=3, stroke_linejoin="round"
    )
    labelled = {0, len(points) - 1} if narrow else set(range(len(points)))
    for number, point in enumerate(points):
        if not point:
            continue
        drawing.shape(
            "circle",
            cx=point[0],
            cy=point[1],
            r=4,
            fill="accent",
            stroke="ground",
            stroke_width=1.5,
        )
        if number in labelled:
            drawing.text(
                point[0], point[1] - 10, chart.figure(point[2]), 11.5, text_anchor="middle"
            )


def axis_ticks(highest: float) -> list[float]:
    """Round steps from nought to above the highest value."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest * 1.1 / TICKS
    size = 10.0 ** floor(log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough)
    return [step * number for number in range(ceil(highest * 1.05 / step) + 1)]
