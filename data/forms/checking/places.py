"""Municipalities that a misspelt name may mean: alike in name, and of the kind that it says."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both
from data.forms.values.texts import fold
from geo.places import municipalities
from geo.spelling import base_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.places import Municipality

_KINDS = {
    **dict.fromkeys(("m", "miestas", "miesto", "city"), "city"),
    **dict.fromkeys(("r", "raj", "rajonas", "rajono", "district"), "district"),
    **dict.fromkeys(("sav", "savivaldybe", "savivaldybes", "municipality", "mun"), ""),
}
"""What the words beside a name say of its kind."""

_ALIKE = 0.8
"""How much of a name must agree, from 0 to 1."""


def nearest_places(text: str) -> Both | None:
    """Return the municipalities that a name may mean, None if none is near.

    A name that only one municipality has means that one, whatever kind it is said to be of.
    """
    words = fold(text).split()
    said = {kind for word in words if (kind := _KINDS.get(word))}
    name = " ".join(word for word in words if word not in _KINDS)
    known = _by_name()
    near = [name] if name in known else get_close_matches(name, known, n=1, cutoff=_ALIKE)
    places = known[near[0]] if near else []
    if len(places) > 1 or near != [name]:
        places = [place for place in places if not said or place.type in said]
    return named(places) if places else None


def named(places: Iterable[Municipality]) -> Both:
    """Return the names of municipalities, joined by "or"."""
    listed = [*places]
    return Both(
        " arba ".join(place.name_lt for place in listed),
        " or ".join(place.name_en for place in listed),
    )


@cache
def _by_name() -> dict[str, list[Municipality]]:
    """Return municipalities by their names without their kind, in either case."""
    found: dict[str, list[Municipality]] = defaultdict(list)
    for place in municipalities():
        for name in dict.fromkeys(map(fold, base_names(place))):
            found[name].append(place)
    return dict(found)
