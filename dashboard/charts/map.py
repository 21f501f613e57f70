"""The map of the 60 municipalities as svg: bare for a page, or framed to be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.canvas import Canvas
from dashboard.charts.hatch import add_hatch
from dashboard.charts.map_frame import SMALL_PX, framed_map
from dashboard.charts.map_layers import draw_layers
from dashboard.charts.projection import HEIGHT, WIDTH

if TYPE_CHECKING:
    from dashboard.charts.picture import MapOptions, MapPicture


def draw_map(picture: MapPicture, options: MapOptions) -> str:
    """A map of one year.

    The same input gives the same bytes.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg without namespace, size and title, to stand in HTML; its texts
        and markers have their pixels where it is as wide as the options say, its lines anywhere.
        Else a file of its own, `options.width` × `options.height` px.
    """
    return _bare(picture, options) if options.bare else framed_map(picture, options)


def _bare(picture: MapPicture, options: MapOptions) -> str:
    root = Element("svg", {"class": "map-svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    root.set("aria-hidden", "true")
    small = options.width <= SMALL_PX if options.small is None else options.small
    canvas = Canvas(root, WIDTH / options.width, steady=True, small=small)
    add_hatch(root, "no-data", 1)  # for what scripts draw over it, in pixels
    draw_layers(canvas, picture, names=options.names, live=True)
    return tostring(root, encoding="unicode")
