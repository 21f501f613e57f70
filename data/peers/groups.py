"""The groups that a municipality can be compared with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.boundaries import neighbours
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUPINGS = ("nearest", "group", "county", "neighbours", "all", "list")
"""The nearest by features, the official group, the county, neighbours by border, all, a list."""

FEWEST_NEAREST, USUAL_NEAREST, MOST_NEAREST = 4, 8, 15
"""How many are the nearest: at least, unless somebody says otherwise, and at most."""

FIXED = ("group", "county", "neighbours", "all")
"""Groups that depend on the municipality alone."""


@cache
def fixed(grouping: str, own: int) -> tuple[int, ...]:
    """Numbers of the others in one of the `FIXED` groups of a municipality, by alphabet."""
    places = municipalities()
    one = places[own]
    beside = neighbours()[one.code]
    wanted = {
        "group": [place.group == one.group for place in places],
        "county": [place.county == one.county for place in places],
        "neighbours": [place.code in beside for place in places],
        "all": [True] * len(places),
    }[grouping]
    return tuple(at for at, there in enumerate(wanted) if there and at != own)


def ringed(own: int) -> bool:
    """Whether a municipality is a city that lies within the ring of its district."""
    one, groups = municipalities()[own], {place.code: place.group for place in municipalities()}
    rings = [groups[code] == "ring" for code in neighbours()[one.code]]
    return one.group == "city" and any(rings)


def chosen(codes: Sequence[str], own: int) -> tuple[int, ...]:
    """Numbers of the municipalities of a list, without the one that is compared."""
    return tuple(
        at for at, place in enumerate(municipalities()) if place.code in codes and at != own
    )
