"""A map drawn in to the deck's municipalities, with their names and figures on it."""

from __future__ import annotations

from itertools import product
from math import hypot
from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.lettering import width
from dashboard.charts.naming import Spot, meet
from dashboard.charts.outlines import outlines, points
from dashboard.charts.spread import spread
from dashboard.charts.svg import add
from dashboard.slides import ink
from dashboard.slides.drawing.key import draw_legend, legend_height, legend_width
from dashboard.slides.drawing.outlined import Fit, draw_country
from dashboard.slides.stage import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.slides.content import MapBody
    from dashboard.slides.drawing.key import Owned
    from dashboard.slides.drawing.sheet import StageSheet

GAP, MARGIN = 40.0, 0.05
HALO = {
    "stroke": ink.GROUND, "stroke_width": 8, "stroke_linejoin": "round", "paint_order": "stroke",
    "text_anchor": "middle", "font_weight": "bold",
}  # fmt: skip
FIGURE, TALL = 1.25, 1.3
"""Size of the figures, and half the height of a label, in the size of the names."""


STEPS = range(-16, 17)
"""Quarters of half a label by which it is moved away from its place, at most."""


def draw_close(sheet: StageSheet, body: MapBody, items: Sequence[Owned]) -> None:
    """The map at the left, its classes at the right."""
    year = body.years[body.now]
    room = legend_width(year.legend)
    area = Area(0, 0, sheet.width - room - GAP, sheet.height)
    top = max(0.0, (sheet.height - legend_height(year.legend, body.unit, room)) / 2)
    draw_legend(sheet, year.legend, body.unit, Area(area.width + GAP, top, room, sheet.height))
    fit = fitted(body.own, area)
    fills = [
        fill if place.code in body.own else ink.PALE
        for place, fill in zip(body.places, year.fills, strict=True)
    ]
    draw_country(sheet, area, body.places, fills, body.own, fit)
    _labels(sheet, items, area, fit)


def fitted(own: Iterable[str], area: Area) -> Fit:
    """How large and where the municipalities fill an area."""
    boxes = [outlines().boxes[code] for code in own]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    share = 1 - 2 * MARGIN
    scale = share * min(area.width / (right - left), area.height / (bottom - top))
    x = area.left + area.width / 2 - scale * (left + right) / 2
    y = area.top + area.height / 2 - scale * (top + bottom) / 2
    return Fit(scale, x, y)


def _labels(sheet: StageSheet, items: Sequence[Owned], area: Area, fit: Fit) -> None:
    """Names over figures at their places, each with its letter before it; moved ones are led to."""
    size = LETTER
    names = [f"{item.letter}  {item.name}" if item.letter else item.name for item in items]
    halves = [
        (max(width(name, size, bold=True), width(item.told, FIGURE * size, bold=True)) / 2,
         TALL * size)
        for name, item in zip(names, items, strict=True)
    ]  # fmt: skip
    points_ = [points()[item.code] for item in items]
    places = [(fit.left + fit.scale * x, fit.top + fit.scale * y) for x, y in points_]
    middles = _near(places, halves, area) or _in_columns(places, halves, area)
    rows = zip(items, names, places, halves, middles, strict=True)
    for item, name, at, half, (x, y) in rows:
        if hypot(x - at[0], y - at[1]) > 2 * size:
            line = {"x1": at[0], "y1": at[1], "x2": x, "y2": y}
            add(sheet.root, "line", stroke=ink.TEXT, stroke_width=2.5, **line)
        wide = half[0] + 0.25 * size
        add(sheet.root, "rect", x=x - wide, y=y - 1.15 * size, width=2 * wide, height=2.4 * size,
            rx=8, fill=ink.GROUND, fill_opacity="0.75")  # fmt: skip
        for text, kind, base, letters in (
            (name, "own-name", y - 0.15 * size, size),
            (item.told, "own-value", y + 1.02 * size, FIGURE * size),
        ):
            made = sheet.text(x, base, text, letters, **HALO)
            made.set("class", kind)
            made.set("data-code", item.code)


def _near(places: Sequence[Spot], halves: Sequence[Spot], area: Area) -> list[Spot]:
    """Middles as near to their places as they do not overlap; none where some find no room."""
    found, taken = list[Spot](), list[tuple[float, float, float, float]]()
    for at, half in zip(places, halves, strict=True):
        spot = free_spot(at, half, area, taken)
        if spot is None:
            return []
        found.append(spot)
        taken.append((spot[0] - half[0], spot[1] - half[1], spot[0] + half[0], spot[1] + half[1]))
    return found


def _in_columns(places: Sequence[Spot], halves: Sequence[Spot], area: Area) -> list[Spot]:
    """Middles along both sides of the map, in the order in which their places lie."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    middles = {}
    for number, part in enumerate((order[: len(order) // 2], order[len(order) // 2 :])):
        tall = 2 * halves[0][1]
        heights = spread(
            [places[at][1] for at in part], tall, area.top + tall / 2,
            area.top + area.height - tall / 2,
        )  # fmt: skip
        for at, y in zip(part, heights, strict=True):
            wide = halves[at][0]
            middles[at] = (area.left + area.width - wide if number else area.left + wide, y)
    return [middles[at] for at in range(len(places))]


def free_spot(
    at: tuple[float, float],
    half: tuple[float, float],
    area: Area,
    taken: Sequence[tuple[float, float, float, float]],
) -> Spot | None:
    """The nearest middle whose box lies within the area and over no other; None without any."""
    wide, tall = half
    steps = ((right * wide / 4, down * tall / 4) for right, down in product(STEPS, repeat=2))
    for right, down in sorted(steps, key=lambda step: hypot(*step)):
        x = min(max(at[0] + right, area.left + wide), area.left + area.width - wide)
        y = min(max(at[1] + down, area.top + tall), area.top + area.height - tall)
        if not any(meet((x - wide, y - tall, x + wide, y + tall), box) for box in taken):
            return x, y
    return None
