"""Which municipality an address means, and what is said where it means none or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.page import NoItem
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities
from geo.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

LONGEST_SAID = 60
"""Letters of a spelling that are repeated to whoever asked for it."""


def titles(atlas: Atlas, words: Language) -> Mapping[str, str]:  # noqa: ARG001 - always the same
    """Every municipality's full name, by the end of its address."""
    return {slug(place, words.code): words.name(place, "full") for place in municipalities()}


def find_key(spelling: str, words: Language) -> str:
    """The end of the address, in a language, of the municipality that a spelling means.

    Raises:
        NoItem: It means none or several; says so, and which come near.
    """
    cut = len(spelling) > LONGEST_SAID
    said = {"spelling": f"{spelling[:LONGEST_SAID]}…" if cut else spelling}
    try:
        return slug(find_municipality(spelling), words.code)
    except AmbiguousPlace as error:
        text = words.t("municipality.several", **said)
        raise NoItem(text, _named(error.candidates, words)) from error
    except UnknownPlace as error:
        text = words.t("municipality.unknown", **said)
        near = f"{text} {words.t('municipality.near')}" if error.nearest else text
        raise NoItem(near, _named(error.nearest, words)) from error


def _named(names: tuple[str, ...], words: Language) -> dict[str, str]:
    places = [find_municipality(name) for name in names]
    return {slug(place, words.code): words.name(place) for place in places}
