"""A promised number over the years: its line, the plan's years as a shade, the target as a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from dashboard.charts.svg import LETTER, Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, HEIGHT, DEMO_HEIGHT = 760, 298, 31
"""Size of the picture on the page, px, and what the word that it is invented adds to it."""

BOLD = 1.15
"""How much wider bold letters are than others."""

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
        signs: By year, what stands behind its value.
        plan_name, target_name: What stands at the shade and at the target's line.
        demo: That figures are invented; empty where none is.
    """

    years: Sequence[int]
    values: Sequence[float | None]
    target: float | None
    plan: tuple[int, int] | None
    figure: Callable[[float], str]
    signs: Sequence[str]
    plan_name: str
    target_name: str
    demo: str = ""


@dataclass(frozen=True)
class Frame:
    """Where years and values lie in the picture, in px; `ticks` are the axis's steps."""

    left: float
    right: float
    top: float
    bottom: float
    years: Sequence[int]
    ticks: Sequence[float]

    @property
    def gap(self) -> float:
        """From one year to the next."""
        return (self.right - self.left) / max(1, len(self.years) - 1)

    def across(self, year: float) -> float:
        """Where a year lies."""
        return self.left + (year - self.years[0]) * self.gap

    def up(self, value: float) -> float:
        """Where a value lies."""
        return self.bottom - (self.bottom - self.top) * value / self.ticks[-1]


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
    width = 340.0 if narrow else float(WIDTH)
    drawing = Drawing(width, 0, look, f"{chart.demo} {title}".strip())
    top = 34.0
    if source:
        top = drawing.lines(16, 30, title, (width - 32) / BOLD, 18, font_weight=700) + 22
    if chart.demo:
        top = _demo(drawing, top - 18, chart.demo) + (40 if source else 34)
    if source:
        top = drawing.lines(16, top - 20, sentence, width - 32, 13, fill="muted") + 22
    known = [value for value in (*chart.values, chart.target) if value is not None]
    ticks = axis_ticks(max(known, default=1))
    longest = max(len(chart.figure(tick)) for tick in ticks)
    left = max(62, 20 + LETTER * 12 * (longest + 1))
    frame = Frame(left, width - 22, top, top + 230, chart.years, ticks)
    if chart.plan:
        _shade(drawing, frame, chart.plan, chart.plan_name)
    _grid(drawing, frame, chart, every=2 if narrow else 1)
    if chart.target is not None:
        _target(drawing, frame, chart.target, chart.target_name)
    _line(drawing, frame, chart, ends_alone=narrow)
    drawing.height = frame.bottom + 34
    if source:
        below = frame.bottom + 56
        drawing.height = drawing.lines(16, below, source, width - 32, 11, fill="muted") + 4
    return drawing.svg()


def _demo(drawing: Drawing, y: float, text: str) -> float:
    """A framed line, so that nobody takes the picture for a real one; returns where it ends."""
    frame = drawing.shape("rect", x=16, y=y - 10, fill="none", stroke="target", stroke_width=1.5)
    below = drawing.lines(26, y + 7, text, drawing.width - 72, 12, fill="target", font_weight=700)
    frame.set("width", f"{drawing.width - 32:.0f}")
    frame.set("height", f"{below - y + 1.2:.0f}")
    return below - 8


def _shade(drawing: Drawing, frame: Frame, plan: tuple[int, int], name: str) -> None:
    begin = max(frame.left - frame.gap / 2, frame.across(plan[0] - 0.5))
    end = min(frame.right + min(frame.gap / 2, 20), frame.across(plan[1] + 0.5))
    if end <= begin:
        return
    height = frame.bottom - frame.top + 20
    drawing.shape("rect", x=begin, y=frame.top - 20, width=end - begin, height=height, fill="shade")
    middle = (begin + end) / 2
    drawing.text(middle, frame.top - 7, name, 12, text_anchor="middle", fill="muted")


def _grid(drawing: Drawing, frame: Frame, chart: Chart, *, every: int) -> None:
    for tick in frame.ticks:
        y = frame.up(tick)
        drawing.shape("line", x1=frame.left - 8, x2=frame.right, y1=y, y2=y, stroke="line")
        text = chart.figure(tick)
        drawing.text(frame.left - 12, y + 4, text, 12, text_anchor="end", fill="muted")
    for year in frame.years[::every]:
        x = frame.across(year)
        drawing.text(x, frame.bottom + 20, str(year), 12, text_anchor="middle", fill="muted")


def _target(drawing: Drawing, frame: Frame, target: float, name: str) -> None:
    y = frame.up(target)
    dashed = {"stroke": "target", "stroke_width": 2, "stroke_dasharray": "7 5"}
    drawing.shape("line", x1=frame.left - 8, x2=frame.right, y1=y, y2=y, **dashed)
    drawing.text(frame.left, y - 7, name, 13, fill="target", font_weight=700)


def _line(drawing: Drawing, frame: Frame, chart: Chart, *, ends_alone: bool) -> None:
    """The values; a year without one is a gap. Dots and figures stand on the line."""
    known = {
        year: (frame.across(year), frame.up(value), f"{chart.figure(value)}{sign}")
        for year, value, sign in zip(chart.years, chart.values, chart.signs, strict=True)
        if value is not None
    }
    path = "".join(
        f"{'L' if year - 1 in known else 'M'}{x:.1f} {y:.1f}" for year, (x, y, _) in known.items()
    )
    line = {"fill": "none", "stroke": "accent", "stroke_width": 3, "stroke_linejoin": "round"}
    drawing.shape("path", d=path, **line)
    for year, (x, y, text) in known.items():
        drawing.shape("circle", cx=x, cy=y, r=4, fill="accent", stroke="ground", stroke_width=1.5)
        if not ends_alone or year in {chart.years[0], chart.years[-1]}:
            # The last one stands at the edge, and may be long.
            beside = x + 18 - LETTER * 11.5 * len(text) / 2
            drawing.text(min(x, beside), y - 10, text, 11.5, text_anchor="middle")


def axis_ticks(highest: float) -> list[float]:
    """Round steps from nought to above the highest value."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest * 1.1 / TICKS
    size = 10.0 ** floor(log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough)
    return [step * number for number in range(ceil(highest * 1.05 / step) + 1)]
