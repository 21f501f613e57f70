"""A small map that is only looked at: coloured places, some of them outlined, no names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.ink import INK
from dashboard.charts.outlines import outlines, points, small_places
from dashboard.charts.palette import in_look
from dashboard.charts.projection import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

HATCH = "no-data-small"
DOT = 26
"""Radius of the marker of a municipality that is too small to be seen, in units of the map."""


def draw_small_map(
    fills: Mapping[str, str], ringed: Collection[str] = (), *, look: str = ""
) -> str:
    """The 60 municipalities in their fills.

    Args:
        fills: A colour by code, `charts.palette.UNKNOWN_COLOUR` among them; others are pale.
        ringed: Codes of those with an outline, and a marker where they are small.
        look: `light` or `dark` for a file of its own; empty to stand in a page.

    Returns:
        An svg without size.
    """

    def colour(text: str) -> str:
        return in_look(text, look) if look else text

    def fill(code: str) -> str:
        found = fills.get(code, INK["rest"])
        return f"url(#{HATCH})" if found == palette.UNKNOWN_COLOUR else colour(found)

    edge, line = colour(palette.NAME_COLOUR), colour(palette.LINE_COLOUR)
    shapes = "".join(f'<path fill="{fill(code)}" d="{d}"/>' for code, d in _shapes().items())
    rings = "".join(f'<path d="{_shapes()[code]}"/>' for code in ringed)
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{DOT}" fill="{fill(code)}"/>'
        for code in small_places()
        if code in ringed or code in fills
        for x, y in [points()[code]]
    )
    hatch = _hatch(look) if palette.UNKNOWN_COLOUR in fills.values() else ""
    name = ' xmlns="http://www.w3.org/2000/svg"' if look else ' class="small-map"'
    return (
        f'<svg{name} viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{hatch}'
        f'<g stroke="{line}" stroke-width="5" stroke-linejoin="round">{shapes}</g>'
        f'<path d="{outlines(small=True).counties}" fill="none" '
        f'stroke="{colour(palette.COUNTY_COLOUR)}" stroke-width="4"/>'
        f'<g fill="none" stroke="{edge}" stroke-width="12" stroke-linejoin="round">{rings}</g>'
        f'<g stroke="{edge}" stroke-width="6">{dots}</g></svg>'
    )


@cache
def _shapes() -> dict[str, str]:
    return outlines(small=True).places


def _hatch(look: str) -> str:
    ground, lines = (
        in_look(colour, look) if look else colour
        for colour in (palette.UNKNOWN_GROUND, palette.UNKNOWN_LINES)
    )
    return (
        f'<pattern id="{HATCH}" width="30" height="30" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="30" height="30" fill="{ground}"/>'
        f'<rect width="9" height="30" fill="{lines}"/></pattern>'
    )
