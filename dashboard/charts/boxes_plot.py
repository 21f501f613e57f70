"""Draws boxes: rows of dots on one scale, names of outliers, selected ones joined over rows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from dashboard.charts.boxes_dots import DotDetail, draw_dots_of_row
from dashboard.charts.boxes_ground import draw_box, draw_rows
from dashboard.charts.boxes_layout import box_spots
from dashboard.charts.framing import Area, framed
from dashboard.charts.ink import INK
from dashboard.charts.labelling import WantedName, leader, named_spots
from dashboard.charts.scatter_key import draw_key
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.boxes import BoxesPicture
    from dashboard.charts.boxes_layout import BoxSpot
    from dashboard.charts.labelling import Rectangle
    from dashboard.charts.series import ChartOptions

LETTERS = 13.0
"""Size of the letters in the bare picture, px."""

FEW = 150
"""Up to so many dots each leads on; more are drawn in the least room and have only titles."""

PHONE = 500
"""Width in px below which so many dots are drawn without titles: nobody points at them there."""


def draw_boxes(picture: BoxesPicture, options: ChartOptions) -> str:
    """Rows of dots on one scale, with the middle of each row as a box.

    Args:
        picture: What it shows.
        options: How.

    Returns:
        With `options.bare` an svg to stand in a page in the page's colours, else a file of its
        own, `options.width` × `options.height` px.
    """
    if options.bare:
        root = Element("svg", {"class": "boxes-svg", "aria-hidden": "true"})
        root.set("viewBox", f"0 0 {options.width} {options.height}")
        many = sum(len(row.dots) for row in picture.rows) > FEW
        told = not many or options.width >= PHONE
        area = Area(0, 0, options.width, options.height)
        _plot(root, area, picture, LETTERS, DotDetail(not many, told, many))
        return tostring(root, encoding="unicode")
    size = (options.width, options.height)
    drawing, area, base = framed(picture.caption, size, options.look, options.without)
    _plot(drawing.root, area, picture, base, DotDetail())
    return drawing.svg()


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
    wanted = [spot for spot in spots if spot.dot.name]
    wanted.sort(key=lambda spot: not spot.dot.own)
    found = named_spots(
        [WantedName((s.x, s.y, s.radius), s.dot.name, bool(s.dot.own)) for s in wanted],
        [(s.x, s.y, s.radius) for s in spots],
        frame,
        size,
        taken=whiskers,
    )
    group = add(root, "g", class_="names", fill=INK["text"], stroke=INK["ground"])
    group.set("font-size", f"{size:g}")
    group.set("stroke-width", f"{0.24 * size:.1f}")
    group.set("paint-order", "stroke")
    group.set("stroke-linejoin", "round")
    for spot, name in zip(wanted, found, strict=True):
        if name:
            if name.led:
                add(
                    group,
                    "path",
                    d=leader((spot.x, spot.y, spot.radius), name.room),
                    stroke=spot.dot.own,
                    stroke_width="1.2",
                )
            look = {"font_weight": "bold"} if spot.dot.own else {}
            add(group, "text", x=name.x, y=name.y, **look).text = spot.dot.name
