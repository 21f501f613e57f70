"""The map of municipalities that are like their neighbours or unlike them, with its key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from dashboard.charts import palette
from dashboard.charts.canvas import Canvas
from dashboard.charts.framing import Area
from dashboard.charts.hatch import add_hatch
from dashboard.charts.map_frame import LEAST_PX, USUAL_PX, arrange, framed_map
from dashboard.charts.map_layers import (
    draw_counties,
    draw_dots,
    draw_places,
    draw_real,
    draw_rings,
)
from dashboard.charts.map_texts import draw_signs
from dashboard.charts.page_drawing import PageDrawing
from dashboard.charts.picture import MapOptions, MapPicture
from dashboard.charts.projection import HEIGHT, WIDTH
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.series import ChartOptions

LETTERS = 13.0
"""Size of the letters in the bare picture, px."""


@dataclass(frozen=True)
class ClustersPicture:
    """A map of clusters.

    Attributes:
        map: Places whose outline is thick are its `real` ones.
        told: By code, what is said of a municipality when it is pointed at.
        links: By code, where it leads in a page.
    """

    map: MapPicture
    told: Mapping[str, str]
    links: Mapping[str, str]


def draw_clusters(picture: ClustersPicture, options: ChartOptions) -> str:
    """The map beside or above its key.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in its colours, else a file of its own.
    """
    if not options.bare:
        wanted = MapOptions(
            options.width, options.height, options.look, insets=True, without=options.without
        )
        return framed_map(picture.map, wanted)
    drawing = PageDrawing(options, "clusters-svg")
    hatch = f"clusters-{options.width}"  # a page holds the map in two sizes
    add_hatch(drawing.root, f"{hatch}-key", 1)
    keyed = _hatched(picture.map, f"url(#{hatch}-key)")
    area = Area(0, 0, options.width, options.height)
    found = arrange(keyed, MapOptions(), area, LETTERS)
    _draw_map(drawing.root, picture, found.map, hatch)
    if found.legend:
        found.legend.draw_keys(drawing, *found.keys)
        found.legend.draw_selected(drawing, *found.selected)
    return drawing.svg()


def _hatched(picture: MapPicture, hatch: str) -> MapPicture:
    """With a hatching of its own."""
    legend = tuple(
        replace(each, colour=hatch) if each.colour == palette.UNKNOWN_COLOUR else each
        for each in picture.legend
    )
    places = tuple(
        replace(each, fill=hatch) if each.fill == palette.UNKNOWN_COLOUR else each
        for each in picture.places
    )
    return replace(picture, legend=legend, places=places)


def _draw_map(root: Element, picture: ClustersPicture, area: Area, hatch: str) -> None:
    """The country, as large as the area allows, each municipality a link."""
    wide = min(area.width, area.height * WIDTH / HEIGHT)
    left = area.left + (area.width - wide) / 2
    top = area.top + (area.height - wide * HEIGHT / WIDTH) / 2
    move = f"translate({left:.1f} {top:.1f}) scale({wide / WIDTH:.5f})"
    canvas = Canvas(
        add(root, "g", class_="map", transform=move),
        WIDTH / min(max(wide, LEAST_PX), USUAL_PX),
        small=True,
    )
    add_hatch(canvas.parent, hatch, canvas.pixel)
    shown = _hatched(picture.map, f"url(#{hatch})")
    draw_places(canvas, shown.places)
    draw_counties(canvas)
    draw_dots(canvas, shown.places)
    usual = Counter(each.fill for each in shown.places).most_common(1)[0][0]
    draw_signs(canvas, shown.places)
    draw_real(canvas, shown.places)
    draw_rings(canvas, shown.selected)
    for layer in canvas.parent:
        if layer.get("class") in ("places", "dots"):
            layer.set("fill", usual)
            layer[:] = [_linked(shape, picture, usual) for shape in layer]
        else:
            layer.set("pointer-events", "none")
        if layer.get("class") == "signs":
            layer[:] = [text for text in layer if (text.text or "").strip()]


def _linked(shape: Element, picture: ClustersPicture, usual: str) -> Element:
    """A municipality with what is said of it, within a link where it has one.

    The usual colour stands in its layer once, as the page is to be small.
    """
    code = shape.attrib.pop("data-code", "")
    if shape.get("fill") == usual:
        del shape.attrib["fill"]
    if code in picture.told:
        SubElement(shape, "title").text = picture.told[code]
    if code not in picture.links:
        return shape
    link = Element("a", {"href": picture.links[code], "data-stay": "", "tabindex": "-1"})
    link.append(shape)
    return link
