"""Draws the names of points where `labelling` found room for them."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from dashboard.charts.grounds import halo
from dashboard.charts.ink import INK
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.labelling import NameSpot, Rectangle, Ring, WantedName


def draw_labels(
    root: Element, wanted: Sequence[WantedName], spots: Sequence[NameSpot | None], size: float
) -> None:
    """The names that have room; those that must stand are bold."""
    group = add(root, "g", class_="names", font_size=size, fill=INK["text"], **halo(size))
    for each, spot in zip(wanted, spots, strict=True):
        if spot is None:
            continue
        if spot.led:
            d = leader(each.led_from or each.at, spot.room)
            add(group, "path", d=d, stroke=each.colour, stroke_width="1.2")
        look = {"font_weight": "bold"} if each.must else {}
        add(group, "text", x=spot.x, y=spot.y, **look).text = each.text


def leader(ring: Ring, room: Rectangle) -> str:
    """Path data of the line from the edge of a point to the name that it is led to."""
    x, y, radius = ring
    end = min(max(x, room[0]), room[2]), min(max(y, room[1]), room[3])
    long = hypot(end[0] - x, end[1] - y) or 1.0
    start = x + radius * (end[0] - x) / long, y + radius * (end[1] - y) / long
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
