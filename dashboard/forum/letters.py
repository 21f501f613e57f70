"""The letter of each municipality of a deck: the key that puts a spotlight on it."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from geo.places import municipalities
from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

TAKEN = "BFPW"
"""Letters that are keys of the presentation already."""


def spotlight_letters(codes: Iterable[str]) -> dict[str, str]:
    """By code one capital letter: the initial where it is free, else one of the name, else any.

    Args:
        codes: Of at most 22 municipalities; the order does not matter.
    """
    wanted = {*codes}
    names = {
        place.code: [letter for letter in fold(place.name_lt).upper() if letter in ascii_uppercase]
        for place in municipalities()
        if place.code in wanted
    }
    found: dict[str, str] = {}
    free = [letter for letter in ascii_uppercase if letter not in TAKEN]
    for first in (True, False):  # initials first, so that none loses its own to another's second
        for code, letters in names.items():
            choices = letters[:1] if first else [*letters, *free]
            letter = next((each for each in choices if each in free), None)
            if letter and code not in found:
                found[code] = letter
                free.remove(letter)
    return found
