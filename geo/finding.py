"""The municipality that a spelling means."""

from __future__ import annotations

import difflib
from functools import cache

from geo import spelling as spellings
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.places import Municipality, municipalities


def find_municipality(spelling: str) -> Municipality:
    """The municipality that a spelling means.

    Args:
        spelling: Code, ISO code, or short, full, English or bare name in any case, with or
            without diacritics.

    Returns:
        The one municipality that it fits.

    Raises:
        AmbiguousPlace: It fits several, as "Vilnius" fits a city and a district.
        UnknownPlace: It fits none; the error lists the nearest.
    """
    found = fitting(spelling)
    if len(found) > 1:
        raise AmbiguousPlace(spelling, tuple(place.name_lt for place in found))
    if not found:
        raise UnknownPlace(spelling, _nearest(spellings.fold(spelling)))
    return found[0]


def fitting(spelling: str) -> tuple[Municipality, ...]:
    """The municipalities that a spelling fits: at no cost, as no nearest are looked for."""
    return _index().get(spellings.fold(spelling), ())


@cache
def _index() -> dict[str, tuple[Municipality, ...]]:
    index: dict[str, tuple[Municipality, ...]] = {}
    for place in municipalities():
        for key in spellings.keys(place):
            index[key] = (*index.get(key, ()), place)
    return index


def _nearest(key: str) -> tuple[str, ...]:
    """Names of up to five municipalities whose spellings come closest to the key."""
    close = difflib.get_close_matches(key, _index(), n=12, cutoff=0.6)
    names = dict.fromkeys(place.name_lt for near in close for place in _index()[near])
    return tuple(names)[:5]
