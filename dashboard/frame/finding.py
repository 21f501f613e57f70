"""Which municipality an address means, and what is said where it means none or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.listing import shortened
from dashboard.frame.page import NoItem
from dashboard.frame.places import place_path
from dashboard.searching.findable import Findable
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import counties, municipalities
from geo.slugs import slug
from geo.spelling import base_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def titles(atlas: Atlas, words: Language) -> Mapping[str, str]:  # noqa: ARG001 - always the same
    """Every municipality's full name, by the end of its address."""
    return {slug(place, words.code): words.name(place, "full") for place in municipalities()}


def find_key(spelling: str, words: Language) -> str:
    """The end of the address, in a language, of the municipality that a spelling means.

    Raises:
        NoItem: It means none or several; says so, and which come near.
    """
    said = {"spelling": shortened(spelling)}
    try:
        return slug(find_municipality(spelling), words.code)
    except AmbiguousPlace as error:
        text = words.t("municipality.several", **said)
        raise NoItem(text, _named(error.candidates, words)) from error
    except UnknownPlace as error:
        text = words.t("municipality.unknown", **said)
        near = f"{text} {words.t('municipality.near')}" if error.nearest else text
        raise NoItem(near, _named(error.nearest, words)) from error


def findables(atlas: Atlas, words: Language) -> Iterable[Findable]:  # noqa: ARG001 - always the same
    """Every municipality, by whatever spelling of its name, and its codes."""
    named = {county.code: words.name(county, "full") for county in counties()}
    for place in municipalities():
        names = (place.name_lt, place.name_full_lt, place.name_en, *base_names(place))
        yield Findable(
            "municipality",
            words.name(place, "full"),
            place_path(place, words),
            named[place.county],
            " ".join((*names, words.located(place), place.iso)),
            place.code,
        )


def _named(names: tuple[str, ...], words: Language) -> dict[str, str]:
    places = [find_municipality(name) for name in names]
    return {slug(place, words.code): words.name(place) for place in places}
