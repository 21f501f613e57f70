"""What is written on a map: the signs of states, and the names that find room.

There is an element for each municipality, in the order of `geo.places.municipalities()`, so that
the page's scripts can change what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.naming import placed
from dashboard.charts.outlines import points
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.canvas import Canvas
    from dashboard.charts.picture import PicturedPlace

SIGN, NAME = 15.0, 12.0
"""Sizes in px."""

BASE = 0.36
"""From the middle of a line to its base, in the size of the letters."""

NOTHING = "\u00a0"
"""Stands for no sign."""

HALO = {"stroke": palette.LINE_COLOUR, "stroke_linejoin": "round", "paint_order": "stroke"}


def draw_signs(canvas: Canvas, places: Iterable[PicturedPlace]) -> None:
    """The sign of each state, over the label point."""
    size = round(SIGN * canvas.pixel)
    look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_size": size}
    halo = HALO | {"stroke_width": round(0.3 * size)}
    group = canvas.group("signs", **look, **halo, font_weight="bold")
    for item in places:
        x, y = points()[item.code]
        add(group, "text", x=x, y=round(y + BASE * size)).text = item.sign or NOTHING


def draw_names(
    canvas: Canvas,
    places: Sequence[PicturedPlace],
    chosen: Iterable[str],
    dot: float,
    *,
    seen: bool = True,
) -> int:
    """Names that find room; those without are there, but hidden.

    Args:
        canvas: Where to.
        places: Whose names.
        chosen: Codes of those that come first where room is scarce.
        dot: Radius of the markers, px.
        seen: False hides them all.

    Returns:
        How many have no room.
    """
    size = round(NAME * canvas.pixel)
    look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_size": size}
    group = canvas.group("names", **look, **HALO, stroke_width=round(0.28 * size))
    if not seen:
        group.set("display", "none")
    found = placed(places, chosen, size, dot * canvas.pixel)
    for item in places:
        x, y = points()[item.code]
        text = add(group, "text", x=x, y=round(y + BASE * size))
        text.text = item.name
        right, down = found.get(item.code, (x, y))
        if (right, down) != (x, y):
            _move(text, right - x, down - y, live=canvas.steady)
        if item.code not in found:
            text.set("visibility", "hidden")
    return len(places) - len(found)


def _move(text: Element, right: float, down: float, *, live: bool) -> None:
    """Moves a name; in a page as its scripts do, elsewhere so that every renderer knows it."""
    if live:
        text.set("style", f"translate:{right:.0f}px {down:.0f}px")
    else:
        text.set("transform", f"translate({right:.0f} {down:.0f})")


def draw_count(canvas: Canvas, text: str) -> None:
    """How many names have no room, in the corner where there is no country."""
    size = round(0.9 * NAME * canvas.pixel)
    look = {"fill": "currentColor", "text_anchor": "end", "font_size": size}
    add(canvas.parent, "text", class_="unnamed", x=WIDTH, y=HEIGHT - size // 3, **look).text = text
