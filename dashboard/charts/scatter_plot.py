"""Draws a scatter: axes, line with its band, points, names that make room for each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.grounds import begun, finished
from dashboard.charts.labelling import WantedName, named_spots
from dashboard.charts.labels import draw_labels
from dashboard.charts.scatter_ground import draw_line, draw_plane
from dashboard.charts.scatter_key import draw_key
from dashboard.charts.scatter_marks import RING, draw_point, point_unit, radius_of
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.labelling import Ring
    from dashboard.charts.scatter import ScatterPicture, ScatterPoint
    from dashboard.charts.scatter_ground import Plane
    from dashboard.charts.series import ChartOptions

ROOMY = 110
"""Of how many squares of the size of letters each has a name, at most."""


@dataclass(frozen=True)
class DrawnPoint:
    """A point as it is drawn."""

    point: ScatterPoint
    ring: Ring


def draw_scatter(picture: ScatterPicture, options: ChartOptions) -> str:
    """Points of a plane.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in the page's colours, where points lead on;
        else a file of its own, `options.width` × `options.height` px.
    """
    drawing, area, base = begun(picture.caption, options, "scatter-svg")
    _plot(drawing.root, area, picture, base, links=options.bare)
    return finished(drawing, options)


def _plot(root: Element, area: Area, picture: ScatterPicture, size: float, *, links: bool) -> None:
    unit = point_unit(area, size)
    area = draw_key(root, area, picture.keys, size, unit)
    # Room for the largest of any year, so that the plane is the same in all.
    sized = any(point.share is not None for point in picture.points)
    largest = radius_of(1.0, unit) if sized else 0.0
    plane = draw_plane(root, area, picture, size, largest)
    if picture.line:
        draw_line(plane, picture.line)
    drawn = [DrawnPoint(point, _ring(point, plane, unit)) for point in picture.points]
    group = add(root, "g", class_="points")
    for each in sorted(drawn, key=_layer):
        draw_point(group, each.point, each.ring, size, links=links)
    _names(root, drawn, plane)


def _layer(each: DrawnPoint) -> tuple[float, bool]:
    """Large points lie below small ones; where all are alike, selected ones lie on top."""
    sized = each.point.share is not None
    return (-each.ring[2] if sized else 0.0), each.point.own


def _ring(point: ScatterPoint, plane: Plane, unit: float) -> Ring:
    return plane.x(point.x), plane.y(point.y), radius_of(point.share, unit, own=point.own)


def _names(root: Element, drawn: Sequence[DrawnPoint], plane: Plane) -> None:
    size, own = plane.size, sum(each.point.own for each in drawn)
    wanted = [
        WantedName(reach(each, size), each.point.name, each.point.own, each.point.fill, each.ring)
        for each in sorted(drawn, key=lambda each: not each.point.own)
    ]
    spots = named_spots(
        wanted,
        [reach(each, size) for each in drawn],
        plane.area,
        size,
        most=own + round(plane.area.width * plane.area.height / size**2 / ROOMY),
    )
    draw_labels(root, wanted, spots, size)


def reach(each: DrawnPoint, size: float) -> Ring:
    """All that a point takes, its ring and the corners of its marker included."""
    x, y, radius = each.ring
    corners = 1.0 if each.point.shape == 0 else 1.2
    return x, y, corners * (radius + (RING * size if each.point.own else 0.0))
