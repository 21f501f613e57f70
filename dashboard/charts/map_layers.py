"""The layers of a map, from the ground up: places, counties, markers, rings.

Each is a group that the page's scripts find by its class; their texts are in `map_texts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.map_texts import draw_names, draw_signs
from dashboard.charts.outlines import NARROW_KM2, outlines, points, small_places
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from dashboard.charts.canvas import Canvas
    from dashboard.charts.picture import MapPicture, PicturedPlace, Selected

DOT = 8.0
"""Radius of the marker of a small municipality, px."""

TARGET = 24
"""What can be hit of a narrow municipality is at least so wide, px (WCAG 2.5.8)."""

LINE, COUNTY, EDGE, CASING, RING = 0.7, 1.1, 1.0, 6.5, 4.0
"""Widths in px: borders, lines of counties, of markers, of the ring's casing, of the ring."""

UNDER, REAL = 4.4, 2.2
"""The same of the line around a real figure among invented ones, and of what lies under it."""


def draw_layers(canvas: Canvas, picture: MapPicture, *, names: bool, live: bool) -> int:
    """All layers in their order.

    Args:
        canvas: Where to.
        picture: What.
        names: Whether names are seen.
        live: Whether it can be pointed at, and names that are not seen are there for a script.

    Returns:
        How many names have no room.
    """
    canvas.hatch()
    draw_places(canvas, picture.places)
    draw_counties(canvas)
    draw_dots(canvas, picture.places)
    draw_signs(canvas, picture.places)
    if live:
        draw_targets(canvas)
    draw_real(canvas, picture.places)
    draw_rings(canvas, picture.selected)
    if not (names or live):
        return 0
    chosen = [item.code for item in picture.selected]
    return draw_names(canvas, picture.places, chosen, DOT, seen=names)


def draw_places(canvas: Canvas, places: Iterable[PicturedPlace]) -> None:
    """The municipalities in their colours."""
    look = {"stroke": palette.LINE_COLOUR, "stroke_linejoin": "round"}
    group = canvas.group("places", **look, stroke_width=canvas.px(LINE))
    paths = outlines(small=canvas.small).places
    for item in places:
        fill = canvas.fill(item.fill)
        canvas.shape(group, "path", data_code=item.code, fill=fill, d=paths[item.code])


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


def draw_dots(canvas: Canvas, places: Iterable[PicturedPlace]) -> None:
    """Markers of the small municipalities, in their colours, set off by a light ground."""
    radius = round(DOT * canvas.pixel)
    around = round((DOT + 1.8) * canvas.pixel)
    discs = "".join(_disc(points()[code], around) for code in small_places())
    add(canvas.parent, "path", class_="dots-ground", fill=palette.LINE_COLOUR, d=discs)
    group = canvas.group("dots", stroke=palette.COUNTY_COLOUR, stroke_width=canvas.px(EDGE))
    fills = {item.code: canvas.fill(item.fill) for item in places}
    for code in small_places():
        if code in fills:
            x, y = points()[code]
            canvas.shape(group, "circle", data_code=code, cx=x, cy=y, r=radius, fill=fills[code])


def draw_targets(canvas: Canvas) -> None:
    """What can be hit of narrow municipalities: discs of one size in px, whatever the map has."""
    look = {"fill": "none", "stroke": "transparent", "stroke_linecap": "round"}
    group = canvas.group("targets", **look, stroke_width=TARGET, pointer_events="stroke")
    for code in small_places(NARROW_KM2):
        x, y = points()[code]
        canvas.shape(group, "path", data_code=code, d=f"M{x} {y}h0")


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
        lines = (("ground", palette.LINE_COLOUR, CASING), ("selected", item.colour, RING))
        _ring(canvas, group, item.code, lines, dots=dots)


def draw_real(canvas: Canvas, places: Iterable[PicturedPlace], *, dots: bool = True) -> None:
    """A dark line in a light casing around those that are real among invented ones."""
    group = canvas.group("reals", fill="none", stroke_linejoin="round")
    for item in places:
        if item.real:
            lines = (("under", palette.LINE_COLOUR, UNDER), ("real", palette.NAME_COLOUR, REAL))
            _ring(canvas, group, item.code, lines, dots=dots)


def _ring(
    canvas: Canvas,
    group: Element,
    code: str,
    lines: Iterable[tuple[str, str, float]],
    *,
    dots: bool,
) -> None:
    """Lines around a municipality, one over the other: what each is, its colour and width in px."""
    for name, colour, px in lines:
        drawn = {"class_": f"ring ring-{name}", "stroke": colour, "stroke_width": canvas.px(px)}
        if dots and code in small_places():
            x, y = points()[code]
            canvas.shape(group, "circle", cx=x, cy=y, r=round(DOT * canvas.pixel), **drawn)
        else:
            outer, *_ = outlines(small=canvas.small).places[code].split("z")
            canvas.shape(group, "path", d=f"{outer}z", **drawn)


def _extent(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _disc(centre: tuple[int, int], radius: int) -> str:
    """A circle as path data."""
    x, y = centre
    half = f"a{radius} {radius} 0 1 0"
    return f"M{x - radius} {y}{half} {2 * radius} 0{half}-{2 * radius} 0z"
