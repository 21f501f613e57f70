"""The framed map: where country, legend and insets stand in a picture of any size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.charts.canvas import Canvas
from dashboard.charts.framing import Area, framed
from dashboard.charts.legend import Legend, wanted_width
from dashboard.charts.map_insets import draw_insets
from dashboard.charts.map_layers import draw_layers
from dashboard.charts.map_texts import draw_count
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.picture import MapOptions, MapPicture
    from dashboard.charts.svg import Drawing

USUAL_PX, LEAST_PX = 772, 360
"""A map this wide has letters and markers of their own size; wider ones grow with the map, smaller
ones keep them as long as they can."""

SMALLEST_LEGEND = 9.0
"""Size of its letters, px."""

SMALL_PX = 600
"""Up to this width coarse outlines do."""


@dataclass(frozen=True)
class Arrangement:
    """Where things stand; the key of the selected has a place of its own below a map."""

    map: Area
    legend: Legend | None
    keys: tuple[float, float] = (0, 0)
    selected: tuple[float, float] = (0, 0)


def framed_map(picture: MapPicture, options: MapOptions) -> str:
    """The map as a file of its own."""
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    found = arrange(picture, options, area, base)
    draw_country(drawing, picture, options, found.map)
    if found.legend:
        found.legend.draw_keys(drawing, *found.keys)
        found.legend.draw_selected(drawing, *found.selected)
    return drawing.svg()


def arrange(picture: MapPicture, options: MapOptions, area: Area, base: float) -> Arrangement:
    """The legend beside the country or below it, wherever the country is larger."""
    if "legend" in options.without:
        return Arrangement(area, None)
    selected = () if "selected" in options.without else picture.selected
    unit, keys = picture.caption.unit, picture.legend
    room = wanted_width(unit, keys, selected, base)
    legend = Legend(unit, keys, selected, room, base)
    return max(
        _beside(legend, area), _below(legend, area), key=lambda found: country_width(found.map)
    )


def country_width(area: Area) -> float:
    """How wide the country can be."""
    return min(area.width, area.height * WIDTH / HEIGHT)


def country_group(root: Element, area: Area) -> Element:
    """A group in the units of the map, in the midst of an area."""
    wide = country_width(area)
    tall = wide * HEIGHT / WIDTH
    left, top = area.left + (area.width - wide) / 2, area.top + (area.height - tall) / 2
    move = f"translate({left:.1f} {top:.1f}) scale({wide / WIDTH:.5f})"
    return add(root, "g", class_="map", transform=move)


def usual_pixel(wide: float) -> float:
    """How many units of the map its letters and markers take for a pixel."""
    return WIDTH / min(max(wide, LEAST_PX), USUAL_PX)


def _beside(wanted: Legend, area: Area) -> Arrangement:
    base = wanted.size
    room = min(wanted.room, 0.34 * area.width)
    legend = _fitting(replace(wanted, room=room), area.height)
    gap = 1.2 * base
    left = area.width - room - gap
    wide = min(left, area.height * WIDTH / HEIGHT)
    start = area.left + (left - wide) / 2
    column = min(start + wide + gap + (left - wide) / 4, area.left + area.width - room)
    top = area.top + (area.height - legend.height) / 2
    return Arrangement(
        Area(start, area.top, wide, area.height),
        legend,
        (column, top),
        (column, top + legend.keys_height + legend.size),
    )


def _below(wanted: Legend, area: Area) -> Arrangement:
    gap = 1.2 * wanted.size
    most = (area.width - 2 * gap) / 2 if wanted.selected else area.width
    room = min(wanted.room, most)
    free = max(area.height - area.width * HEIGHT / WIDTH, 0.3 * area.height)
    legend = _fitting(replace(wanted, room=room), free - gap, columns=True)
    tall = _columns_height(legend)
    top = area.top + area.height - tall
    return Arrangement(
        Area(area.left, area.top, area.width, area.height - tall - gap),
        legend,
        (area.left, top),
        (area.left + room + 2 * gap, top + legend.unit.height),
    )


def _columns_height(legend: Legend) -> float:
    """Of a legend whose key of the selected stands beside its classes."""
    return max(legend.keys_height, legend.unit.height + legend.selected_height)


def _fitting(wanted: Legend, tall: float, *, columns: bool = False) -> Legend:
    """The largest legend that is not too tall; the key of the selected goes where none would be."""
    for selected in (wanted.selected, ()):
        for share in (1, 0.9, 0.8, 0.7):
            size = max(SMALLEST_LEGEND, wanted.size * share)
            legend = replace(wanted, selected=selected, size=size)
            if (_columns_height(legend) if columns else legend.height) <= tall:
                return legend
    return replace(legend, short=True)


def draw_country(drawing: Drawing, picture: MapPicture, options: MapOptions, area: Area) -> None:
    """The country, as large as the area allows."""
    wide, inner = country_width(area), country_group(drawing.root, area)
    small = wide <= SMALL_PX if options.small is None else options.small
    canvas = Canvas(inner, usual_pixel(wide), small=small)
    unnamed = draw_layers(canvas, picture, names=options.names, live=False)
    if unnamed:
        inner.set("color", drawing.colours["muted"])
        draw_count(canvas, picture.unnamed.format(count=unnamed))
    if options.insets:
        draw_insets(canvas, picture, drawing.colours["text"])
