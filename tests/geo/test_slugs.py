"""Slugs: readable, stable, and nobody's but one municipality's."""

import re

import pytest

from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities
from geo.slugs import slug

LANGUAGES = ("lt", "en")


@pytest.mark.parametrize(
    ("spelling", "lt", "en"),
    [
        ("Kėdainių r. sav.", "kedainiu-r", "kedainiai-district"),
        ("Vilniaus m. sav.", "vilniaus-m", "vilnius-city"),
        ("Neringos sav.", "neringos", "neringa"),
        ("Kazlų Rūdos sav.", "kazlu-rudos", "kazlu-ruda"),
        ("Šalčininkų r. sav.", "salcininku-r", "salcininkai-district"),
    ],
)
def test_a_slug_is_the_name_without_what_an_address_cannot_say(spelling, lt, en):
    place = find_municipality(spelling)
    assert (slug(place, "lt"), slug(place, "en")) == (lt, en)


def test_a_slug_means_one_municipality_in_either_language():
    slugs = {(place.code, slug(place, lang)) for place in municipalities() for lang in LANGUAGES}
    assert len(slugs) == len({text for _, text in slugs}) == 120
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", text) for _, text in slugs)
    assert all(find_municipality(text).code == code for code, text in slugs)


@pytest.mark.parametrize(
    "spelling",
    [
        *("53", "LT-18", "kedainiu-r", "kedainiai-district", "kedainiu-rajono", "KEDAINIU-R"),
        *("Kėdainių r. sav.", "kedainiu_raj", "Kėdainių rajono savivaldybė", "kedainiai"),
    ],
)
def test_what_people_put_in_its_place_leads_to_the_same(spelling):
    assert find_municipality(spelling).code == "53"


def test_what_means_none_or_several_names_those_it_may_mean():
    with pytest.raises(UnknownPlace) as unknown:
        find_municipality("kedainiu-rajn")
    assert unknown.value.nearest[0] == "Kėdainių r. sav."
    with pytest.raises(AmbiguousPlace) as ambiguous:
        find_municipality("vilnius")
    assert ambiguous.value.candidates == ("Vilniaus m. sav.", "Vilniaus r. sav.")
