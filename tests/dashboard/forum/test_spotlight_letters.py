"""Each municipality of a deck has a key of its own, which is none of the presentation's."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.forum.letters import TAKEN, spotlight_letters
from dashboard.indicators.selection import members
from geo.places import counties, municipalities
from geo.spelling import base_names, fold
from tests.dashboard.forum.some_decks import CODES

if TYPE_CHECKING:
    from geo.places import County

NAMES = {place.code: fold(base_names(place)[0]).upper() for place in municipalities()}


def test_the_letter_is_the_initial_where_it_is_free() -> None:
    utena = next(members(each) for each in counties() if each.name_en == "Utena County")
    assert spotlight_letters(utena) == {
        "34": "A", "45": "I", "62": "M", "82": "U", "30": "V", "43": "Z",
    }  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(CODES), unique=True, max_size=22))
def test_letters_are_different_free_and_do_not_depend_on_the_order(codes: list[str]) -> None:
    letters = spotlight_letters(codes)
    assert {*letters} == {*codes}
    assert len({*letters.values()}) == len(codes)
    assert {*letters.values()} <= {*ascii_uppercase} - {*TAKEN}
    assert spotlight_letters(reversed(codes)) == letters


@pytest.mark.parametrize("county", counties(), ids=lambda county: county.name_en)
def test_within_a_county_the_letter_is_one_of_the_name(county: County) -> None:
    letters = spotlight_letters(members(county))
    assert {code: letter for code, letter in letters.items() if letter not in NAMES[code]} == {}
    initials = {NAMES[code][0] for code in letters} - {*TAKEN}
    assert initials <= {*letters.values()}
