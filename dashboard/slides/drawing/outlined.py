"""The municipalities as coloured shapes, drawn in or referred to, and what stands over them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, tostring

from dashboard.charts import palette
from dashboard.charts.hatch import add_hatch
from dashboard.charts.outlines import outlines, points, small_places
from dashboard.charts.projection import WIDTH
from dashboard.charts.svg import add
from dashboard.slides import ink

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dashboard.charts.framing import Area
    from dashboard.slides.content import MapPlace
    from dashboard.slides.drawing.sheet import StageSheet

HATCH = "slide-hatch"
DOT = 9.0
"""Radius of the marker of a small municipality, in units of the stage."""

SMALL = 600
"""Up to this width coarse outlines do."""


class Fit(NamedTuple):
    """Units of the stage to one of `charts.projection`, and where the projection's origin lies."""

    scale: float
    left: float
    top: float


def whole(area: Area) -> Fit:
    """The country in an area of its own aspect."""
    return Fit(area.width / WIDTH, area.left, area.top)


@cache
def shared_outlines() -> str:
    """What svgs drawn with `shared` refer to; it shows nothing, and stands once in a document."""
    root = Element("svg", {"class": "slide-outlines", "width": "0", "height": "0"})
    root.set("aria-hidden", "true")
    root.set("style", "position:absolute")
    defs = add(root, "defs")
    for code, path in outlines(small=True).places.items():
        add(defs, "path", id=f"place-{code}", d=path)
    add(defs, "path", id="place-counties", d=outlines(small=True).counties)
    add_hatch(defs, HATCH, 4)
    return tostring(root, encoding="unicode")


def fill_of(colour: str) -> str:
    """A colour as shapes have it."""
    return f"url(#{HATCH})" if colour == palette.UNKNOWN_COLOUR else colour


def draw_country(
    sheet: StageSheet,
    area: Area,
    places: Sequence[MapPlace],
    fills: Sequence[str],
    own: Collection[str],
    fit: Fit,
) -> Element:
    """All municipalities in their colours, the counties' lines, and strong outlines of some.

    Args:
        sheet: Where to.
        area: What may be seen of it, in units of the stage; the rest is clipped.
        places: In the order of the fills.
        fills: A colour each.
        own: Codes of those with an outline.
        fit: How large, and where.
    """
    frame = add(sheet.root, "svg", class_="map", x=area.left, y=area.top)
    frame.set("width", f"{area.width:.1f}")
    frame.set("height", f"{area.height:.1f}")
    frame.set("viewBox", f"0 0 {area.width:.1f} {area.height:.1f}")
    if not sheet.shared:
        add_hatch(frame, HATCH, 4)
    x, y, scale = fit.left - area.left, fit.top - area.top, fit.scale
    group = add(frame, "g", transform=f"translate({x:.1f} {y:.1f}) scale({scale:.5f})")
    px = 1 / scale
    look = {"stroke": palette.LINE_COLOUR, "stroke_width": f"{1.6 * px:.2f}"}
    shapes = add(group, "g", class_="places", stroke_linejoin="round", **look)
    small = scale * WIDTH <= SMALL or sheet.shared
    for place, colour in zip(places, fills, strict=True):
        _shape(sheet, shapes, place.code, small=small, fill=fill_of(colour)).set("class", "place")
    lines = {"fill": "none", "stroke": palette.COUNTY_COLOUR, "stroke_width": f"{1.4 * px:.2f}"}
    if sheet.shared:
        add(group, "use", href="#place-counties", class_="counties", **lines)
    else:
        add(group, "path", d=outlines(small=small).counties, class_="counties", **lines)
    _outline(sheet, group, own, px, small=small)
    _dots(group, places, fills, own, px)
    return group


def _shape(
    sheet: StageSheet, parent: Element, code: str, *, small: bool, **look: object
) -> Element:
    if sheet.shared:
        return add(parent, "use", href=f"#place-{code}", data_code=code, **look)
    return add(parent, "path", d=outlines(small=small).places[code], data_code=code, **look)


def _outline(
    sheet: StageSheet, group: Element, own: Iterable[str], px: float, *, small: bool
) -> None:
    """A casing in the ground's colour under a strong line."""
    rings = add(group, "g", class_="rings", fill="none", stroke_linejoin="round")
    for stroke, wide in ((ink.GROUND, 8.0), (ink.TEXT, 4.0)):
        for code in own:
            look = {"stroke": stroke, "stroke_width": f"{wide * px:.2f}"}
            _shape(sheet, rings, code, small=small, **look).set("class", "ring")


def _dots(
    group: Element,
    places: Sequence[MapPlace],
    fills: Sequence[str],
    own: Collection[str],
    px: float,
) -> None:
    """Markers of municipalities that are too small to be seen."""
    colours = {place.code: fill for place, fill in zip(places, fills, strict=True)}
    dots = add(group, "g", class_="dots")
    for code in small_places():
        x, y = points()[code]
        wide = 4.0 if code in own else 1.6
        add(dots, "circle", class_="place", data_code=code, cx=x, cy=y, r=f"{DOT * px:.1f}",
            fill=fill_of(colours[code]), stroke=ink.TEXT if code in own else palette.COUNTY_COLOUR,
            stroke_width=f"{wide * px:.2f}")  # fmt: skip
