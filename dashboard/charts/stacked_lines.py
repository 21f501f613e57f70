"""Lines over stacked years, and their key."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.charts.ink import INK
from dashboard.charts.lettering import width
from dashboard.charts.markers import dash, marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from dashboard.charts.axis import AxisScale
    from dashboard.charts.framing import Area
    from dashboard.charts.stacked_ground import StackedGround
    from dashboard.charts.stacked_years_picture import StackedLine, StackedYearsPicture


def draw_lines_key(
    ground: StackedGround, picture: StackedYearsPicture, area: Area, top: float | None
) -> float:
    """Whose the lines are, in as many rows as they need; returns their height. None only asks."""
    size, selected = ground.size, 0
    x, rows = area.left, 1 if picture.lines else 0
    for line in picture.lines:
        wide = width(line.name, size) + 3.6 * size
        if x > area.left and x + wide > area.left + area.width:
            x, rows = area.left, rows + 1
        if top is not None:
            y = top + (rows - 0.5) * 1.5 * size
            colour = line.colour or INK["text"]
            add(ground.root, "path", d=f"M{x:.1f} {y:.1f}h{2 * size:.1f}", stroke=colour,
                stroke_width=f"{0.2 * size:.2f}",
                stroke_dasharray=dash(selected if line.colour else 1, ground.thick))  # fmt: skip
            if line.colour:
                shape = marker(selected, x + size, y, 0.4 * size)
                add(ground.root, "path", d=shape, fill=colour)
            ground.text(x + 2.4 * size, y + 0.36 * size, line.name)
        selected += bool(line.colour)
        x += wide
    return rows * 1.5 * size


def draw_line(
    ground: StackedGround, line: StackedLine, scale: AxisScale, middles: list[float], number: int
) -> None:
    """A line with gaps and markers, in a light casing, as it lies over columns."""
    size, colour = ground.size, line.colour or INK["text"]
    known = zip(middles, line.values, strict=True)
    d = ""
    for there, run in groupby(known, key=lambda item: item[1] is not None):
        points = [f"{x:.1f} {scale(100 * value):.1f}" for x, value in run if value is not None]
        d += "M" + "L".join(points) if there else ""
    group = add(ground.root, "g", fill="none", stroke_linejoin="round")
    if ground.live:
        add(group, "title").text = line.name
    add(group, "path", d=d, stroke=INK["ground"], stroke_width=f"{0.38 * size:.2f}")
    drawn = add(group, "path", d=d, stroke=colour, stroke_width=f"{0.2 * size:.2f}")
    drawn.set("stroke-dasharray", dash(number if line.colour else 1, ground.thick))
    for x, value in zip(middles, line.values, strict=True):
        if value is not None and line.colour:
            shape = marker(number, x, scale(100 * value), 0.4 * size)
            add(group, "path", d=shape, fill=colour, stroke=INK["ground"], stroke_width=1)
