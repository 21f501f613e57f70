"""One small chart of a measure over the years: its name, first and last figure, axis and line."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from dashboard.charts.axis import AxisScale, every, inner_ticks, ticks
from dashboard.charts.grounds import Ground
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, width
from dashboard.charts.spark import line_path
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area

YearlyValues = tuple[float | None, ...]


@dataclass(frozen=True)
class MeasurePanel:
    """A measure over the years.

    Attributes:
        heading: What it is called.
        values: One a year; None is a gap.
        write: Writes a figure.
        axis: Writes the figures of the axis, all with as many decimals.
        same: The thin line: the measure of another set; none where it is empty.
        part: What of the measure is shaded, from nought; none where it is empty.
        told: What is said of each year's figure when it is pointed at.
        least: Where its axis begins: the least that the measure can be.
        bars: Whether its figures are counts, drawn as bars.
    """

    heading: str
    values: YearlyValues
    write: Callable[[float], str]
    axis: Callable[[Sequence[float]], list[str]]
    same: YearlyValues = ()
    part: YearlyValues = ()
    told: tuple[str, ...] = ()
    least: float = 0.0
    bars: bool = False


@dataclass(frozen=True)
class PanelGround(Ground):
    """Where it is drawn, with its room in px and the years."""

    area: Area
    years: tuple[int, ...]
    now: int | None


def draw_panel(ground: PanelGround, panel: MeasurePanel, heading_lines: int) -> None:
    """The chart, from its name down to its years.

    Args:
        ground: Where.
        panel: What.
        heading_lines: How many lines the names of the charts beside it take at most.
    """
    area, size = ground.area, ground.size
    lines = broken(panel.heading, area.width, size, bold=True)
    for number, line in enumerate(lines):
        ground.text(area.left, area.top + (1 + 1.25 * number) * size, line, font_weight="bold")
    top = area.top + (1 + 1.25 * (heading_lines - 1)) * size
    known = [value for value in panel.values if value is not None]
    ends = dict.fromkeys(panel.write(value) for value in (*known[:1], *known[-1:]))
    ground.text(area.left, top + 1.35 * size, " → ".join(ends) or "–", "muted")
    x, y = _axes(ground, panel, top + 2.3 * size)
    if not known:
        return
    xs = [x(year) for year in ground.years]
    if ground.now in ground.years and ground.now is not None:
        ground.line(f"M{x(ground.now):.1f} {y.start:.1f}V{y.end:.1f}", "muted", 1.2, "1.5 3")
    _part(ground, panel, xs, y)
    if panel.bars:
        _bars(ground, panel, xs, y)
    if any(value is not None for value in panel.same):
        ground.line(line_path(xs, _heights(panel.same, y)), "muted", 1.5, "4 3")
    if not panel.bars:
        ground.line(line_path(xs, _heights(panel.values, y)), "peer", 2.5)
        _points(ground, panel, xs, y)


def _heights(values: YearlyValues, y: AxisScale) -> list[float | None]:
    return [None if value is None else y(value) for value in values]


def _axes(ground: PanelGround, panel: MeasurePanel, top: float) -> tuple[AxisScale, AxisScale]:
    """Figures at the left, years below; returns where both lie."""
    area, size, years = ground.area, ground.size, ground.years
    bottom = area.top + area.height - 1.5 * size
    steps = _steps(panel, most=max(2, min(4, int((bottom - top) / (2.2 * size)))))
    written = panel.axis(steps)
    left = area.left + max(width(text, size) for text in written) + 0.5 * size
    right = area.left + area.width - 0.5 * size
    highest = max([steps[-1], *(value for value in _all(panel))])
    y = AxisScale(panel.least, highest, bottom, top + 0.4 * size)
    half = 0.5 if panel.bars else 0.2
    x = AxisScale(years[0] - half, years[-1] + half, left, right)
    ground.levels(zip(steps, written, strict=True), y, (left, right))
    for year in _written_years(years, right - left, size):
        wide = width(str(year), size) / 2
        middle = min(max(x(year), area.left + wide), area.left + area.width - wide)
        ground.text(middle, bottom + 1.35 * size, str(year), "muted", text_anchor="middle")
    return x, y


def _written_years(years: Sequence[int], room: float, size: float) -> Sequence[int]:
    """As many as have room, or else the first and the last."""
    found = every(years, room, width("2025", size) + 1.2 * size)
    return found if len(found) > 2 else [*dict.fromkeys((years[0], years[-1]))]


def _steps(panel: MeasurePanel, most: int) -> list[float]:
    """Round numbers from the least that the measure can be."""
    values = _all(panel)
    if not panel.least:
        return ticks(values, most)
    highest = max([*values, panel.least + 0.1])
    found = inner_ticks(panel.least, highest, most)
    near = (found[1] - found[0]) / 2 if len(found) > 1 else inf
    return [panel.least, *(step for step in found if step - panel.least > min(near, 0.6))]


def _all(panel: MeasurePanel) -> list[float]:
    return [value for value in (*panel.values, *panel.same, *panel.part) if value is not None]


def _part(ground: PanelGround, panel: MeasurePanel, xs: Sequence[float], y: AxisScale) -> None:
    """The shaded part, run by run of years that have it."""
    run = list[tuple[float, float]]()
    for x, value in (*zip(xs, panel.part, strict=False), (0.0, None)):
        if value is not None:
            run.append((x, y(value)))
        elif run:
            line = "L".join(f"{across:.1f} {height:.1f}" for across, height in run)
            d = f"M{run[0][0]:.1f} {y.start:.1f}L{line}L{run[-1][0]:.1f} {y.start:.1f}z"
            add(ground.root, "path", d=d, fill=INK["band"])
            ground.line(f"M{line}", "peer", 1)
            run = []


def _bars(ground: PanelGround, panel: MeasurePanel, xs: Sequence[float], y: AxisScale) -> None:
    half = 0.36 * (xs[1] - xs[0]) if len(xs) > 1 else ground.size
    for number, (x, value) in enumerate(zip(xs, panel.values, strict=True)):
        if value is not None:
            bar = add(ground.root, "rect", x=x - half, y=y(value), width=2 * half,
                      height=y.start - y(value), fill=INK["other"])  # fmt: skip
            _tell(bar, panel, number)


def _points(ground: PanelGround, panel: MeasurePanel, xs: Sequence[float], y: AxisScale) -> None:
    """A point a year, the year that is looked at larger."""
    for number, (x, value) in enumerate(zip(xs, panel.values, strict=True)):
        if value is not None:
            radius = (4.5 if ground.years[number] == ground.now else 2.5) * ground.thick
            dot = add(ground.root, "circle", cx=x, cy=y(value), r=radius, fill=INK["peer"],
                      stroke=INK["ground"], stroke_width=f"{ground.thick:.2f}")  # fmt: skip
            _tell(dot, panel, number)


def _tell(drawn: Element, panel: MeasurePanel, number: int) -> None:
    if panel.told:
        add(drawn, "title").text = panel.told[number]
