"""The layers of a map, from the ground up: places, counties, markers, rings.

Each is a group that the page's scripts find by its class; their texts are in `map_texts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.map_texts import draw_names, draw_signs
from dashboard.charts.outlines import outlines, points, small_places
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.charts.canvas import Canvas
    from dashboard.charts.picture import MapPicture, Place, Selected

DOT = 7.5
"""Radius of the marker of a small municipality, px."""

LINE, COUNTY, EDGE, CASING, RING = 0.7, 1.1, 1.0, 6.5, 4.0
"""Widths in px: borders, lines of counties, of markers, of the ring's casing, of the ring."""


def draw_layers(canvas: Canvas, picture: MapPicture, *, names: bool, hidden: bool) -> None:
    """All layers in their order.

    Args:
        canvas: Where to.
        picture: What.
        names: Whether names are seen.
        hidden: Whether names that are not seen are there, for a script to show.
    """
    draw_places(canvas, picture.places)
    draw_counties(canvas)
    draw_signs(canvas, picture.places)
    draw_dots(canvas, picture.places)
    draw_rings(canvas, picture.selected)
    if names or hidden:
        chosen = [item.code for item in picture.selected]
        draw_names(canvas, picture.places, chosen, seen=names)


def draw_places(canvas: Canvas, places: Iterable[Place]) -> None:
    """The municipalities in their colours."""
    look = {"stroke": palette.LINE_COLOUR, "stroke_linejoin": "round"}
    group = canvas.group("places", **look, stroke_width=canvas.px(LINE))
    paths = outlines(small=canvas.small).places
    for item in places:
        canvas.shape(group, "path", data_code=item.code, fill=item.fill, d=paths[item.code])


def draw_counties(canvas: Canvas) -> None:
    """The lines of the counties, which are the country's too."""
    look = {"fill": "none", "stroke": palette.COUNTY_COLOUR, "stroke_linejoin": "round"}
    canvas.shape(
        canvas.parent,
        "path",
        class_="counties",
        **look,
        stroke_width=canvas.px(COUNTY),
        d=outlines(small=canvas.small).counties,
    )


def draw_dots(canvas: Canvas, places: Iterable[Place]) -> None:
    """Markers of the small municipalities, in their colours, set off by a light ground."""
    radius = round(DOT * canvas.pixel)
    around = round((DOT + 1.8) * canvas.pixel)
    discs = "".join(_disc(points()[code], around) for code in small_places())
    add(canvas.parent, "path", class_="dots-ground", fill=palette.LINE_COLOUR, d=discs)
    group = canvas.group("dots", stroke=palette.COUNTY_COLOUR, stroke_width=canvas.px(EDGE))
    fills = {item.code: item.fill for item in places}
    for code in small_places():
        if code in fills:
            x, y = points()[code]
            canvas.shape(group, "circle", data_code=code, cx=x, cy=y, r=radius, fill=fills[code])


def draw_rings(canvas: Canvas, selected: Iterable[Selected], *, dots: bool = True) -> None:
    """Lines around the selected: a light casing, then the own colour.

    Args:
        canvas: Where to.
        selected: Which.
        dots: Whether a small municipality is ringed around its marker, not along its outline.

    A city within a selected district gets no ring of it, which would look like its own.
    """
    group = canvas.group("rings", fill="none", stroke_linejoin="round")
    # The smaller lies on top: a city must not vanish under the ring of its district.
    for item in sorted(selected, key=lambda item: -_extent(outlines().boxes[item.code])):
        for name, colour, px in (
            ("ring ring-ground", palette.LINE_COLOUR, CASING),
            ("ring ring-selected", item.colour, RING),
        ):
            look = {"class_": name, "stroke": colour, "stroke_width": canvas.px(px)}
            if dots and item.code in small_places():
                x, y = points()[item.code]
                radius = round(DOT * canvas.pixel)
                canvas.shape(group, "circle", cx=x, cy=y, r=radius, **look)
            else:
                outer, *_ = outlines(small=canvas.small).places[item.code].split("z")
                canvas.shape(group, "path", d=f"{outer}z", **look)


def _extent(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _disc(centre: tuple[int, int], radius: int) -> str:
    """A circle as path data."""
    x, y = centre
    half = f"a{radius} {radius} 0 1 0"
    return f"M{x - radius} {y}{half} {2 * radius} 0{half}-{2 * radius} 0z"
