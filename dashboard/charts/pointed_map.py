"""A map with its legend in a page: small outlines, each place says what it is and can be chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.canvas import Canvas
from dashboard.charts.grounds import HATCHING, NARROW_PX, begun, finished
from dashboard.charts.hatch import add_hatch
from dashboard.charts.linked import pointed
from dashboard.charts.map import draw_map
from dashboard.charts.map_frame import arrange, country_group, country_width
from dashboard.charts.map_layers import draw_layers, draw_targets
from dashboard.charts.map_texts import NOTHING
from dashboard.charts.picture import MapOptions, MapPicture
from dashboard.charts.projection import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.charts.framing import Area
    from dashboard.charts.series import ChartOptions
    from dashboard.charts.svg import Drawing

LEADING = ("places", "dots", "targets")
"""Layers whose shapes are places."""

LEAST_MAP_PX = 460
"""A map this wide has markers of their own size; smaller ones have smaller markers."""


@dataclass(frozen=True)
class PointedMap:
    """A map, and what its places say and where they lead, by code."""

    picture: MapPicture
    titles: Mapping[str, str]
    links: Mapping[str, str]


def draw_pointed_map(shown: PointedMap, options: ChartOptions) -> str:
    """The map with its legend.

    Args:
        shown: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page, else a file of its own.
    """
    how = MapOptions(
        options.width, options.height, options.look, without=options.without, insets=True
    )
    if not options.bare:
        return draw_map(shown.picture, how)
    drawing, area, base = begun(shown.picture.caption, options, "pointed-map-svg", scrolled=True)
    found = arrange(shown.picture, how, area, base)
    pixel = WIDTH / max(country_width(found.map), LEAST_MAP_PX)
    draw_pointed_places(drawing, shown, found.map, pixel)
    if found.legend:
        found.legend.draw_keys(drawing, *found.keys)
        found.legend.draw_selected(drawing, *found.selected)
    return finished(drawing, options)


def draw_linked_map(shown: PointedMap, width: float) -> str:
    """The map alone, to stand in a page that has its legend, and to be taken over by a script.

    Args:
        shown: What it shows; its shapes keep their codes.
        width: Of the map on a usual screen, px.
    """
    root = Element("svg", {"class": "map-svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    root.set("aria-hidden", "true")
    canvas = Canvas(root, WIDTH / width, steady=True, small=True)
    add_hatch(root, HATCHING, 1)  # for what a script draws over it, in pixels
    draw_layers(canvas, shown.picture, names=False, live=False)
    draw_targets(canvas)
    _lead_all(root, shown, titled=True, alone=True)
    return tostring(root, encoding="unicode")


def draw_pointed_places(drawing: Drawing, shown: PointedMap, area: Area, pixel: float) -> None:
    """The country in the midst of an area; `pixel` is how many of its units are one."""
    inner = country_group(drawing.root, area)
    canvas = Canvas(inner, pixel, small=True)
    draw_layers(canvas, shown.picture, names=False, live=False)
    _lead_all(inner, shown, titled=drawing.width > NARROW_PX)


def _lead_all(parent: Element, shown: PointedMap, *, titled: bool, alone: bool = False) -> None:
    """Makes places lead on, and lets what lies over them be pointed through."""
    for group in list(parent):
        if group.get("class") in LEADING:
            _lead(group, shown, titled=titled, alone=alone)
        elif group.get("class") in ("counties", "dots-ground", "signs", "reals", "rings"):
            group.set("pointer-events", "none")
            for sign in [each for each in group if each.text == NOTHING]:
                group.remove(sign)  # nothing but a script would use it


def _lead(group: Element, shown: PointedMap, *, titled: bool, alone: bool) -> None:
    """Wraps each shape in what it says and where it leads; alone, it leads to another page."""
    fills = Counter(shape.get("fill", "none") for shape in group)
    usual = max(fills, key=lambda fill: fills[fill], default="none")
    group.set("fill", usual)  # that of most is said once
    for shape in list(group):
        if shape.get("fill") == usual:
            del shape.attrib["fill"]
        code = shape.attrib.pop("data-code", "")
        group.remove(shape)
        title = shown.titles.get(code, "") if titled else ""
        if alone:
            shape.set("data-code", code)
        pointed(group, title, shown.links.get(code, ""), leaves=alone).append(shape)
