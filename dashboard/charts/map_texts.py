"""What is written on a map: the signs of states, and the names that find room.

There is an element for each municipality, in the order of `geo.places.municipalities()`, so that
the page's scripts can change what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.lettering import width
from dashboard.charts.outlines import points, precedence
from dashboard.charts.projection import WIDTH
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.charts.canvas import Canvas
    from dashboard.charts.picture import Place

SIGN, NAME = 15.0, 12.0
"""Sizes in px."""

NOTHING = "\u00a0"
"""Stands for no sign."""

Box = tuple[float, float, float, float]


def draw_signs(canvas: Canvas, places: Iterable[Place]) -> None:
    """The sign of each state, over the label point."""
    size = round(SIGN * canvas.pixel)
    look = {"fill": palette.GLYPH_COLOUR, "text_anchor": "middle", "font_size": size}
    group = canvas.group("signs", **look)
    for item in places:
        x, y = points()[item.code]
        add(group, "text", x=x, y=round(y + 0.35 * size)).text = item.sign or NOTHING


def draw_names(
    canvas: Canvas, places: Sequence[Place], chosen: Iterable[str], *, seen: bool = True
) -> None:
    """Names below the label points; those without room are there, but hidden.

    Args:
        canvas: Where to.
        places: Whose names.
        chosen: Codes of those that come first where room is scarce.
        seen: False hides them all.
    """
    size = round(NAME * canvas.pixel)
    look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_size": size}
    halo = {"stroke": palette.LINE_COLOUR, "stroke_linejoin": "round", "paint_order": "stroke"}
    group = canvas.group("names", **look, **halo, stroke_width=round(0.28 * size))
    if not seen:
        group.set("display", "none")
    boxes = {item.code: name_box(item, size) for item in places}
    kept = without_overlap(boxes, [*chosen, *precedence()])
    for item in places:
        left, top, right, _ = boxes[item.code]
        text = add(group, "text", x=round((left + right) / 2), y=round(top + size))
        text.text = item.name
        if item.code not in kept:
            text.set("visibility", "hidden")


def name_box(item: Place, size: float) -> Box:
    """Left, top, right, bottom of a name; one that would leave the map is moved in."""
    x, y = points()[item.code]
    half = width(item.name, size) / 2
    middle = min(max(x, half), WIDTH - half)
    return middle - half, y + 0.15 * size, middle + half, y + 1.4 * size


def without_overlap(boxes: dict[str, Box], order: Iterable[str]) -> frozenset[str]:
    """Codes of the boxes that lie over none of those before them."""
    kept: dict[str, Box] = {}
    for code in order:
        if code in boxes and not any(_meet(boxes[code], other) for other in kept.values()):
            kept[code] = boxes[code]
    return frozenset(kept)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
