"""Measures over the same years, side by side: each a small chart with a scale of its own."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK, settled
from dashboard.charts.lettering import broken, width
from dashboard.charts.measure_panel import PanelGround, draw_panel
from dashboard.charts.picture import UNCAPTIONED, Caption
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.measure_panel import MeasurePanel
    from dashboard.charts.series import ChartOptions

BARE = 13.0
"""Size of the letters in the bare picture, px."""

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
    if options.bare:
        root = Element("svg", {"class": "measures-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        _draw(root, picture, Area(0, 0, options.width, options.height), BARE, INK)
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    _draw(drawing.root, picture, area, base, settled(options.look))
    return drawing.svg()


def _draw(
    root: Element, picture: MeasuresPicture, area: Area, size: float, ink: Mapping[str, str]
) -> None:
    below = _key(root, picture, area, size, ink)
    count = len(picture.panels)
    columns = min(count, 3, max(2, int(area.width / (WIDEST * size)))) or 1
    rows = ceil(count / columns)
    gap = GAP * size
    wide = (area.width - (columns - 1) * gap) / columns
    tall = (area.height - below - (rows - 1) * gap) / max(rows, 1)
    lines = max((len(broken(panel.heading, wide, size, bold=True)) for panel in picture.panels),
                default=1)  # fmt: skip
    for number, panel in enumerate(picture.panels):
        down, across = divmod(number, columns)
        place = Area(area.left + across * (wide + gap), area.top + down * (tall + gap), wide, tall)
        ground = PanelGround(root, place, size, ink, picture.years, picture.now)
        draw_panel(ground, panel, heading_lines=lines)


def _key(
    root: Element, picture: MeasuresPicture, area: Area, size: float, ink: Mapping[str, str]
) -> float:
    """What the lines are, at the foot, in as many rows as it needs; returns its height."""
    named = {"own": picture.own, "same": picture.same, "part": picture.part}
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
            if kind:
                _sample(root, kind, (left, middle), sample, size, ink)
            look = {"font_size": size, "fill": ink["text"]}
            add(root, "text", x=left + sample + 0.6 * size, y=middle + 0.36 * size,
                **look).text = line  # fmt: skip
    return tall + 0.6 * size if rows else 0.0


def _sample(
    root: Element, kind: str, at: tuple[float, float], long: float, size: float,
    ink: Mapping[str, str],
) -> None:  # fmt: skip
    x, y = at
    if kind == "part":
        add(root, "rect", x=x, y=y - 0.45 * size, width=long, height=0.9 * size, fill=ink["band"],
            stroke=ink["peer"], stroke_width=f"{size / 13:.2f}")  # fmt: skip
        return
    look = {"stroke": ink["peer"], "stroke_width": f"{2.5 * size / 13:.2f}"}
    if kind == "same":
        look = {"stroke": ink["muted"], "stroke_width": f"{1.5 * size / 13:.2f}"}
        look["stroke_dasharray"] = f"{4 * size / 13:.2f} {3 * size / 13:.2f}"
    add(root, "path", d=f"M{x:.1f} {y:.1f}h{long:.1f}", fill="none", **look)
