"""The dots of a row of boxes: full or hollow, selected ones by colour and marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.ink import INK
from dashboard.charts.linked import linked
from dashboard.charts.markers import marker
from dashboard.charts.scatter_marks import PALE
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from dashboard.charts.boxes_layout import BoxSpot


class DotDetail(NamedTuple):
    """How much is made of dots.

    Attributes:
        links: Whether each leads on.
        told: Whether each is told of when it is pointed at.
        many: Whether they are so many that each is drawn in the least room.
    """

    links: bool = False
    told: bool = True
    many: bool = False


def draw_dots_of_row(
    group: Element, spots: Sequence[BoxSpot], size: float, detail: DotDetail
) -> None:
    """The dots of a row, selected ones on top."""
    plain = [spot for spot in spots if not spot.dot.own]
    if detail.many:
        _small(group, [spot for spot in plain if not spot.dot.hollow], told=detail.told)
        for pale in (False, True):
            holes = [spot for spot in plain if spot.dot.hollow and spot.dot.pale is pale]
            _holes(group, holes, size, told=detail.told)
        plain = []
    for spot in (*plain, *(spot for spot in spots if spot.dot.own)):
        parent = linked(group, spot.dot.href if detail.links else "")
        drawn = _dot(parent, spot, size)
        if detail.told or spot.dot.own:
            add(drawn, "title").text = spot.dot.title


def _dot(parent: Element, spot: BoxSpot, size: float) -> Element:
    dot, x, y, radius = spot
    colour, look = dot.own or INK["peer"], {}
    if dot.hollow:
        look = _hollow(colour, size)
    elif dot.own:
        look = {"fill": colour}
    if dot.pale:
        look["opacity"] = f"{PALE}"
    if dot.own:
        return add(parent, "path", class_="own", d=marker(dot.shape, x, y, radius), **look)
    return add(parent, "circle", cx=x, cy=y, r=f"{radius:.2f}", **look)


def _small(group: Element, spots: Sequence[BoxSpot], *, told: bool) -> None:
    """Dots in the least room: ends of lines that have no length, each told of or all at once."""
    if not spots:
        return
    look = {"stroke": INK["peer"], "stroke_linecap": "round"}
    dots = add(group, "g", stroke_width=f"{1.9 * spots[0].radius:.2f}", **look)
    paths = [f"M{spot.x:.1f} {spot.y:.1f}h0" for spot in spots]
    if not told:
        add(dots, "path", d="".join(paths))
        return
    for path, spot in zip(paths, spots, strict=True):
        add(add(dots, "path", d=path), "title").text = spot.dot.title


def _holes(group: Element, spots: Sequence[BoxSpot], size: float, *, told: bool) -> None:
    """Hollow dots, all pale or none, whose look is said once."""
    if not spots:
        return
    look = _hollow(INK["peer"], size) | ({"opacity": f"{PALE}"} if spots[0].dot.pale else {})
    dots = add(group, "g", **look)
    for spot in spots:
        drawn = add(dots, "circle", cx=spot.x, cy=spot.y, r=f"{spot.radius:.2f}")
        if told:
            add(drawn, "title").text = spot.dot.title


def _hollow(colour: str, size: float) -> dict[str, str]:
    return {"fill": INK["ground"], "stroke": colour, "stroke_width": f"{0.11 * size:.2f}"}
