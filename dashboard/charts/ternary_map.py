"""A map of mixtures with its triangle as legend: bare for a page, or framed to be taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.charts.framing import Area
from dashboard.charts.grounds import begun, finished
from dashboard.charts.ink import INK
from dashboard.charts.map_frame import country_width, draw_country, usual_pixel
from dashboard.charts.palette import COUNTY_COLOUR, UNKNOWN_COLOUR
from dashboard.charts.picture import MapOptions, MapPicture
from dashboard.charts.pointed_map import PointedMap, draw_pointed_places
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add
from dashboard.charts.ternary_labels import TernaryGround
from dashboard.charts.ternary_triangle import (
    draw_triangle,
    height_in,
    placed_in,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.series import ChartOptions
    from dashboard.charts.ternary_picture import TernaryPicture

BARE = 12.5
"""Size of the letters in the bare picture, px."""

KEY = 2.2
"""Room below a map that stands over its triangle, for what hatching means, in size of letters."""

BESIDE, UPRIGHT = 0.44, 560
"""Share of the width that a triangle beside the map takes; width below which it stands below."""


def draw_ternary_map(picture: TernaryPicture, options: ChartOptions) -> str:
    """The map and its triangle.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, each place and dot with what
        it is and where it leads; else a file of its own, `options.width` × `options.height` px.
    """
    drawing, area, base = begun(picture.caption, options, "ternary-map", letters=BARE)
    land, beside = areas(area, base)
    shown = MapPicture(picture.places, (), picture.selected, picture.caption)
    if options.bare:
        pointed = PointedMap(shown, picture.said, picture.paths)
        draw_pointed_places(drawing, pointed, land, usual_pixel(country_width(land)))
    else:
        how = MapOptions(options.width, options.height, look=options.look)
        draw_country(drawing, shown, how, land)
    hit = options.bare and options.width >= UPRIGHT  # on a phone no finger hits a dot
    draw_triangle(TernaryGround(drawing.root, base, placed_in(beside, base), live=hit), picture)
    left = replace(land, left=2) if options.bare else land
    _unknown(drawing.root, picture, left, base, area.top + area.height)
    return finished(drawing, options)


def areas(area: Area, size: float) -> tuple[Area, Area]:
    """Where the map and its triangle stand: beside each other where there is room."""
    if area.width >= max(1.15 * area.height, UPRIGHT):
        room = BESIDE * area.width
        tall = min(area.height, height_in(room, size))
        land = Area(area.left, area.top, area.width - room - size, area.height)
        top = area.top + (area.height - tall) / 2
        return land, Area(area.left + area.width - room, top, room, tall)
    tall = min(area.width * HEIGHT / WIDTH, area.height * 0.47)
    land = Area(area.left, area.top, area.width, tall)
    gap = KEY * size
    rest = area.height - tall - gap
    return land, Area(area.left, area.top + tall + gap, area.width, rest)


def _unknown(
    root: Element,
    picture: TernaryPicture,
    land: Area,
    size: float,
    limit: float,
) -> None:
    """What hatching means, below the map at its left, or as near to that as a limit allows."""
    if not picture.unknown:
        return
    y = land.top + (land.height + country_width(land) * HEIGHT / WIDTH) / 2 + 0.4 * size
    y = min(y, limit - 1.3 * size)
    add(root, "rect", x=land.left, y=y, width=1.8 * size, height=1.2 * size,
        fill=UNKNOWN_COLOUR, stroke=COUNTY_COLOUR, stroke_width=0.7)  # fmt: skip
    add(root, "text", x=land.left + 2.3 * size, y=y + 0.95 * size, font_size=size,
        fill=INK["text"]).text = picture.unknown  # fmt: skip
