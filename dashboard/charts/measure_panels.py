"""Measures over the same years, side by side: each a small chart with a scale of its own."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.grounds import Ground, begun, finished
from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, width
from dashboard.charts.measure_panel import PanelGround, draw_panel
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from dashboard.charts.measure_panel import MeasurePanel
    from dashboard.charts.series import ChartOptions

WIDEST = 17.0
"""A panel is no narrower than so many letters' sizes, as far as two stand beside each other."""

GAP = 1.6
"""Room between panels, in the size of the letters."""


@dataclass(frozen=True)
class MeasuresPicture:
    """Measures over the years.

    Attributes:
        years: Ascending.
        panels: In their order, from left to right, then down.
        now: The year that is looked at.
        own: What the thick line is, for the key.
        same: What the thin line is; empty where there is none.
        part: What the shaded part is; empty where there is none.
        caption: Used in the framed picture only.
    """

    years: tuple[int, ...]
    panels: tuple[MeasurePanel, ...]
    now: int | None = None
    own: str = ""
    same: str = ""
    part: str = ""
    caption: Caption = UNCAPTIONED


def draw_measures(picture: MeasuresPicture, options: ChartOptions) -> str:
    """Small charts side by side, with one key for all.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, else a file of its own.
    """
    drawing, area, base = begun(picture.caption, options, "measures-svg")
    _draw(Ground(drawing.root, base), picture, area)
    return finished(drawing, options)


def _draw(ground: Ground, picture: MeasuresPicture, area: Area) -> None:
    below, size = _key(ground, picture, area), ground.size
    count = len(picture.panels)
    columns = min(count, 3, max(2, int(area.width / (WIDEST * size)))) or 1
    rows = ceil(count / columns)
    gap = GAP * size
    wide = (area.width - (columns - 1) * gap) / columns
    tall = (area.height - below - (rows - 1) * gap) / max(rows, 1)
    lines = max((len(broken(panel.heading, wide, size, bold=True)) for panel in picture.panels),
                default=1)  # fmt: skip
    root = add(ground.root, "g", stroke_linejoin="round", stroke_linecap="round")
    for number, panel in enumerate(picture.panels):
        down, across = divmod(number, columns)
        place = Area(area.left + across * (wide + gap), area.top + down * (tall + gap), wide, tall)
        draw_panel(PanelGround(root, size, place, picture.years, picture.now), panel, lines)


def _key(ground: Ground, picture: MeasuresPicture, area: Area) -> float:
    """What the lines are, at the foot, in as many rows as it needs; returns its height."""
    named, size = {"own": picture.own, "same": picture.same, "part": picture.part}, ground.size
    sample, rows, x = 2.2 * size, [list[tuple[float, str, str]]()], 0.0
    for kind, text in named.items():
        for number, line in enumerate(broken(text, area.width - sample - 0.6 * size, size)):
            needed = sample + 0.6 * size + width(line, size)
            if rows[-1] and (number or x + needed > area.width):
                rows.append([])
                x = 0.0
            rows[-1].append((x, kind if not number else "", line))
            x += needed + 1.6 * size
    rows = [row for row in rows if row]
    tall = 1.5 * size * len(rows)
    for number, row in enumerate(rows):
        middle = area.top + area.height - tall + (1.5 * number + 0.8) * size
        for start, kind, line in row:
            left = area.left + start
            _sample(ground, kind, (left, middle), sample)
            ground.text(left + sample + 0.6 * size, middle + 0.36 * size, line)
    return tall + 0.6 * size if rows else 0.0


def _sample(ground: Ground, kind: str, at: tuple[float, float], long: float) -> None:
    (x, y), size = at, ground.size
    if kind == "part":
        add(ground.root, "rect", x=x, y=y - 0.45 * size, width=long, height=0.9 * size,
            fill=INK["band"], stroke=INK["peer"], stroke_width=f"{ground.thick:.2f}")  # fmt: skip
    elif kind:
        look = ("peer", 2.5, "") if kind == "own" else ("muted", 1.5, "4 3")
        ground.line(f"M{x:.1f} {y:.1f}h{long:.1f}", *look)
