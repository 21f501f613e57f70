"""The four large cities that lie within districts, again and larger, where the sea would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.canvas import Canvas
from dashboard.charts.clipping import clipped
from dashboard.charts.map_layers import LINE, draw_real, draw_rings
from dashboard.charts.outlines import closed_path, outlines
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.charts.picture import MapPicture, PicturedPlace

CITIES = ("13", "19", "21", "29")
"""Vilnius, Kaunas, Klaipėda, Šiauliai."""

WINDOW, SIDE = 150, 250
"""Units of the map that an inset shows, and that it takes: all are enlarged alike."""

LEFT, TOP, STEP_X, STEP_Y = 20, 815, 285, 300

LARGEST_NAME = 40
"""Size of names, units of the map, above which they would run into the next inset."""


def draw_insets(canvas: Canvas, picture: MapPicture, colour: str) -> None:
    """Two by two in the empty south-west of the map.

    Args:
        canvas: The map's.
        picture: What it shows.
        colour: Of names and edges.
    """
    places = {item.code: item for item in picture.places}
    group = canvas.group("insets")
    for number, code in enumerate(code for code in CITIES if code in places):
        x, y = LEFT + STEP_X * (number % 2), TOP + STEP_Y * (number // 2)
        _inset(canvas, picture, places[code], (x, y), colour)
        size = min(12 * canvas.pixel, LARGEST_NAME)
        name = add(group, "text", x=x, y=round(y + SIDE + 13 / 12 * size), fill=colour)
        name.set("font-size", f"{size:.0f}")
        name.text = places[code].name


def _inset(
    canvas: Canvas, picture: MapPicture, city: PicturedPlace, at: tuple[int, int], colour: str
) -> None:
    x, y = at
    left, top, right, bottom = outlines().boxes[city.code]
    west, north = (left + right - WINDOW) // 2, (top + bottom - WINDOW) // 2
    scale = SIDE / WINDOW
    move = f"translate({x - west * scale:.1f} {y - north * scale:.1f}) scale({scale:.4f})"
    window = add(canvas.parent, "g", class_="inset", data_city=city.code, transform=move)
    inside = Canvas(window, canvas.pixel / scale)
    _ground(inside, picture.places, (west, north, west + WINDOW, north + WINDOW))
    draw_real(inside, [city], dots=False)
    draw_rings(inside, [item for item in picture.selected if item.code == city.code], dots=False)
    edge = {"fill": "none", "stroke": colour, "stroke_width": canvas.px(0.7)}
    add(canvas.parent, "rect", x=x, y=y, width=SIDE, height=SIDE, **edge)


def _ground(
    canvas: Canvas, places: Iterable[PicturedPlace], box: tuple[int, int, int, int]
) -> None:
    """What of the municipalities lies in a window."""
    look = {"stroke": palette.LINE_COLOUR, "stroke_linejoin": "round"}
    group = canvas.group("near", **look, stroke_width=canvas.px(LINE))
    for item in places:
        rings = [clipped(ring, box) for ring in outlines().rings[item.code]]
        seen = [ring for ring in rings if ring]
        if seen:
            fill = canvas.fill(item.fill)
            canvas.shape(group, "path", data_code=item.code, fill=fill, d=closed_path(seen))
