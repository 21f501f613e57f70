"""Which municipalities are selected, as the address says it: codes, names, or a whole county.

A county is written as one word, e.g. `kaunas-county`, the same in both languages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dashboard.address import Note
from geo.finding import fitting
from geo.places import counties, municipalities
from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.places import County

MOST_SELECTED = 10
"""As many lines can be told apart by colour, dash and marker; no county has more members."""


def county_key(county: County) -> str:
    """The word of a county in addresses."""
    return fold(county.name_en).replace(" ", "-")


@cache
def members(county: County) -> tuple[str, ...]:
    """Codes of its municipalities, by alphabet."""
    return tuple(place.code for place in municipalities() if place.county == county.code)


def whole_county(select: Sequence[str]) -> County | None:
    """The county whose municipalities, and no others, are selected."""
    return next((each for each in counties() if set(members(each)) == set(select)), None)


def read_selection(text: str, *, most: int = MOST_SELECTED) -> tuple[tuple[str, ...], list[Note]]:
    """Codes of the municipalities that a list of codes and names means, and what is of no use.

    A form that is sent without scripts names what was typed beside what was selected before.
    """
    codes, notes = dict[str, None](), []
    for spelling in dict.fromkeys(filter(None, text.split(","))):
        meant = called(spelling)
        codes |= dict.fromkeys(meant)
        if not meant:
            notes.append(Note("select", spelling))
    chosen = list(codes)
    notes += [Note("most", code) for code in chosen[most:]]
    return tuple(chosen[:most]), notes


def write_selection(select: Sequence[str]) -> str:
    """The same as text, a whole county as its word."""
    parts, rest = [], tuple(select)
    while rest:
        found = next((each for each in counties() if _begins(rest, members(each))), None)
        parts.append(county_key(found) if found else rest[0])
        rest = rest[len(members(found)) if found else 1 :]
    return ",".join(parts)


def _begins(codes: tuple[str, ...], first: tuple[str, ...]) -> bool:
    return codes[: len(first)] == first


def called(spelling: str) -> tuple[str, ...]:
    """Codes of whom one code, name or county's word means; none if that is nobody, or several."""
    county = _counties().get(fold(spelling))
    if county:
        return members(county)
    found = fitting(spelling)
    return (found[0].code,) if len(found) == 1 else ()


@cache
def _counties() -> dict[str, County]:
    return {
        fold(name): each
        for each in counties()
        for name in (each.name_lt, each.name_full_lt, each.name_en, county_key(each))
    }
