"""Draws boxes: rows of dots on one scale, names of outliers, selected ones joined over rows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.charts.boxes_dots import DotDetail, draw_dots_of_row
from dashboard.charts.boxes_ground import draw_box, draw_rows
from dashboard.charts.boxes_layout import box_spots
from dashboard.charts.grounds import NARROW_PX, begun, finished
from dashboard.charts.ink import INK
from dashboard.charts.labelling import WantedName, named_spots
from dashboard.charts.labels import draw_labels
from dashboard.charts.scatter_key import draw_key
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.boxes import BoxesPicture
    from dashboard.charts.boxes_layout import BoxSpot
    from dashboard.charts.framing import Area
    from dashboard.charts.labelling import Rectangle
    from dashboard.charts.series import ChartOptions

FEW = 150
"""Up to so many dots each leads on; more are drawn in the least room and have only titles."""


def draw_boxes(picture: BoxesPicture, options: ChartOptions) -> str:
    """Rows of dots on one scale, with the middle of each row as a box.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in the page's colours, else a file of its
        own, `options.width` × `options.height` px.
    """
    drawing, area, base = begun(picture.caption, options, "boxes-svg")
    many = options.bare and sum(len(row.dots) for row in picture.rows) > FEW
    told = not many or options.width > NARROW_PX  # nobody points at them on a phone
    detail = DotDetail(links=options.bare and not many, told=told, many=many)
    _plot(drawing.root, area, picture, base, detail)
    return finished(drawing, options)


def _plot(root: Element, area: Area, picture: BoxesPicture, size: float, detail: DotDetail) -> None:
    area = draw_key(root, area, picture.keys, size, size)
    frame, scale, middles, tall = draw_rows(root, area, picture, size)
    spots = box_spots(picture.rows, middles, scale, tall, size)
    for row, middle in zip(picture.rows, middles, strict=True):
        draw_box(root, row, scale, (middle, tall, size))
    _joined(root, spots, size)
    group = add(root, "g", class_="dots", stroke=INK["ground"], stroke_width=f"{0.06 * size:.2f}")
    group.set("fill", INK["peer"])
    for row_spots in spots:
        draw_dots_of_row(group, row_spots, size, detail)
    lines = [
        (scale(row.box.low), middle - 0.1 * size, scale(row.box.high), middle + 0.1 * size)
        for row, middle in zip(picture.rows, middles, strict=True)
        if row.box
    ]
    _names(root, [spot for each in spots for spot in each], frame, size, lines)


def _joined(root: Element, spots: Sequence[Sequence[BoxSpot]], size: float) -> None:
    """The lines of the selected from row to row."""
    group = add(root, "g", class_="joined", fill="none", stroke_width=f"{0.12 * size:.2f}")
    for above, below in pairwise(spots):
        known = {spot.dot.code: spot for spot in above if spot.dot.own}
        for spot in below:
            former = known.get(spot.dot.code)
            if former and spot.dot.joins:
                d = f"M{former.x:.1f} {former.y:.1f}L{spot.x:.1f} {spot.y:.1f}"
                add(group, "path", d=d, stroke=spot.dot.own, opacity="0.7")


def _names(
    root: Element, spots: Sequence[BoxSpot], frame: Area, size: float,
    whiskers: Sequence[Rectangle],
) -> None:  # fmt: skip
    """Names where they have room: of selected ones, even far from their dot."""
    named = sorted((spot for spot in spots if spot.dot.name), key=lambda spot: not spot.dot.own)
    wanted = [
        WantedName((s.x, s.y, s.radius), s.dot.name, bool(s.dot.own), s.dot.own) for s in named
    ]
    rings = [(s.x, s.y, s.radius) for s in spots]
    draw_labels(root, wanted, named_spots(wanted, rings, frame, size, taken=whiskers), size)
