"""The marks of a scatter: points by size, shape, colour, and how firm their figures are."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from dashboard.charts.ink import INK
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from dashboard.charts.framing import Area
    from dashboard.charts.labelling import Ring
    from dashboard.charts.scatter import ScatterKey, ScatterPoint

USUAL, LEAST, LARGEST, OWN = 0.38, 0.25, 1.3, 0.46
"""Radius of a point where size tells nothing, of the least and largest where it does, and at least
of a selected one, in the size of letters on a plane of usual size."""

RING = 0.28
"""From a selected point to the line around it, in the size of letters."""

PALE = 0.45
"""How much is seen of what is left out of statistics."""


def point_unit(area: Area, size: float) -> float:
    """What points are measured in: the size of letters, less where there is little room.

    Args:
        area: The room for key and plane, px.
        size: Of the letters, px.
    """
    side = sqrt(max(area.width * area.height, 1.0))
    return size * min(max(side / (45 * size), 0.75), 1.35)


def radius_of(share: float | None, unit: float, *, own: bool = False) -> float:
    """Radius of a point, px: its area is its share of the largest."""
    radius = USUAL * unit if share is None else max(LARGEST * sqrt(max(share, 0)), LEAST) * unit
    return max(radius, OWN * unit) if own else radius


def draw_point(
    parent: Element, point: ScatterPoint, ring: Ring, size: float, *, links: bool
) -> None:
    """A point: hollow where a figure is not firm, pale where it is left out, ringed if selected."""
    group = add(
        linked(parent, point.href if links else ""), "g", **({"class_": "own"} if point.own else {})
    )
    if point.pale:
        group.set("opacity", f"{PALE}")
    x, y, radius = ring
    if point.own:
        add(group, "path", d=marker(point.shape, x, y, radius + RING * size), fill=INK["ground"],
            stroke=point.fill, stroke_width=f"{0.1 * size:.2f}")  # fmt: skip
    draw_mark(group, point, ring, size)
    add(group, "title").text = point.title


def draw_mark(parent: Element, look: ScatterPoint | ScatterKey, ring: Ring, size: float) -> None:
    """The marker alone."""
    drawn = {"fill": look.fill, "stroke": look.edge or INK["ground"]}
    drawn["stroke-width"] = f"{0.07 * size:.2f}"
    if look.hollow:
        drawn = {"fill": INK["ground"], "stroke": look.fill, "stroke-width": f"{0.14 * size:.2f}"}
    add(parent, "path", d=marker(look.shape, *ring), fill_opacity="0.85", **drawn)
