"""The groups that a municipality can be compared with."""

from __future__ import annotations

import pytest

from data.peers.groups import FIXED, chosen, fixed, ringed
from geo.boundaries import neighbours
from geo.places import municipalities

PLACES = municipalities()
CODES = [place.code for place in PLACES]


@pytest.mark.parametrize("grouping", FIXED)
def test_if_one_is_compared_with_another_so_is_the_other_with_it(grouping: str) -> None:
    members = [fixed(grouping, own) for own in range(60)]
    for own, others in enumerate(members):
        assert own not in others
        assert list(others) == sorted(set(others)), "by alphabet"
        assert others, "there is always somebody"
        assert all(own in members[other] for other in others)


def test_groups_and_counties_are_the_official_ones_and_each_whole() -> None:
    for own, place in enumerate(PLACES):
        for name in ("group", "county"):
            whole = {at for at, other in enumerate(PLACES)
                     if getattr(other, name) == getattr(place, name)}  # fmt: skip
            assert {*fixed(name, own), own} == whole
        assert {CODES[at] for at in fixed("neighbours", own)} == neighbours()[place.code]
        assert len(fixed("all", own)) == 59
    sizes = {place.group: len(fixed("group", own)) + 1 for own, place in enumerate(PLACES)}
    assert sizes == {"city": 6, "resort": 4, "ring": 6, "other": 44}


def test_the_ringed_cities_are_the_six_that_a_district_named_after_them_surrounds() -> None:
    found = {PLACES[own].name_lt for own in range(60) if ringed(own)}
    names = ("Alytaus", "Kauno", "Klaipėdos", "Panevėžio", "Šiaulių", "Vilniaus")
    assert found == {f"{name} m. sav." for name in names}


def test_an_own_list_is_by_alphabet_without_the_one_that_is_compared() -> None:
    own = CODES.index("53")
    listed = ("30", "13", "53", "32", "99")
    assert [CODES[at] for at in chosen(listed, own)] == ["32", "13", "30"]
    assert chosen(("53",), own) == chosen((), own) == ()
