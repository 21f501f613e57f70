"""Places: complete, unmistakable, and found by whatever name people write."""

import subprocess
import sys
from collections import Counter

import pytest

from geo.errors import AmbiguousPlace, GeoError, UnknownPlace
from geo.finding import find_municipality
from geo.places import Municipality, counties, municipalities
from geo.spelling import fold
from geo.tables import read_rows

ALPHABET = "aąbcčdeęėfghiįyjklmnoprsštuųūvzž"


def lithuanian_order(name: str) -> list[int]:
    # At first strength i, į and y are one letter, as are a/ą, e/ę/ė, u/ų/ū.
    one = str.maketrans("ąęėįyųū", "aeeiiuu")
    return [ALPHABET.find(letter) for letter in name.lower().translate(one)]


def test_there_are_60_municipalities_in_10_counties():
    assert len(municipalities()) == 60
    assert len(counties()) == 10
    assert {place.county for place in municipalities()} == {county.code for county in counties()}


@pytest.mark.parametrize("field", ["code", "iso", "name_lt", "name_full_lt", "name_en", "sort_lt"])
def test_what_names_a_municipality_names_only_one(field):
    assert len({getattr(place, field) for place in municipalities()}) == 60


@pytest.mark.parametrize("field", ["code", "iso", "nuts3", "name_lt", "name_full_lt", "name_en"])
def test_what_names_a_county_names_only_one(field):
    assert len({getattr(county, field) for county in counties()}) == 10


def test_codes_are_two_digits_and_keep_their_zero():
    codes = [place.code for place in (*municipalities(), *counties())]
    assert all(len(code) == 2 and code.isdecimal() for code in codes)
    assert [county.code for county in counties()] == [f"{n:02}" for n in range(1, 11)]


def test_a_municipality_lies_in_the_nuts_region_of_its_county():
    nuts3 = {county.code: county.nuts3 for county in counties()}
    assert all(place.nuts3 == nuts3[place.county] for place in municipalities())
    assert Counter(county.nuts2 for county in counties()) == {"LT01": 1, "LT02": 9}


def test_municipalities_come_in_lithuanian_alphabetical_order():
    names = [place.name_full_lt for place in municipalities()]
    assert [place.sort_lt for place in municipalities()] == list(range(1, 61))
    assert names == sorted(names, key=lithuanian_order)


def test_type_agrees_with_the_names():
    marks = {"city": " m. sav.", "district": " r. sav.", "municipality": " sav."}
    words = {"city": " miesto ", "district": " rajono ", "municipality": " "}
    for place in municipalities():
        assert place.name_lt.endswith(marks[place.type])
        assert place.name_full_lt.endswith(words[place.type] + "savivaldybė")
    assert Counter(place.type for place in municipalities()) == {
        "city": 7,
        "district": 43,
        "municipality": 10,
    }


def test_groups_of_peers():
    def names(group: str) -> set[str]:
        return {place.name_en for place in municipalities() if place.group == group}

    centres = {"Vilnius", "Kaunas", "Klaipėda", "Šiauliai", "Panevėžys", "Alytus"}
    assert names("city") == {f"{name} City" for name in centres}
    assert names("ring") == {f"{name} District" for name in centres}
    assert names("resort") == {"Birštonas", "Druskininkai", "Neringa", "Palanga City"}
    assert len(names("other")) == 44


def test_areas_of_municipalities_add_up_to_their_counties():
    for county in counties():
        parts = [place.area_km2 for place in municipalities() if place.county == county.code]
        assert sum(parts) == pytest.approx(county.area_km2, rel=0.001)
    assert sum(place.area_km2 for place in municipalities()) == pytest.approx(65_286, abs=1)


@pytest.mark.parametrize("place", municipalities(), ids=lambda place: place.code)
def test_every_spelling_finds_its_municipality(place: Municipality):
    spellings = [place.code, place.iso, place.name_lt, place.name_full_lt, place.name_en]
    spellings += [place.name_lt.replace(". ", "."), place.name_lt.replace(".", "")]
    spellings += [fold(spelling) for spelling in spellings]
    for spelling in spellings:
        for written in (spelling, spelling.upper(), spelling.lower(), f"  {spelling}\t"):
            assert find_municipality(written.replace(" ", "  ")) is place


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Vilniaus miestas", "13"),
        ("Vilniaus m.", "13"),
        ("vilniaus miesto sav.", "13"),
        ("Vilnius c. mun.", "13"),
        ("Palangos miestas", "25"),
        ("Palanga", "25"),
        ("Kauno rajonas", "52"),
        ("Kauno raj. sav.", "52"),
        ("Kaunas d. mun.", "52"),
        ("Neringa", "23"),
        ("Visagino", "30"),
        ("Kazlų Rūda", "58"),
        ("KAZLU RUDOS SAV", "58"),
        ("Akmene", "32"),
        ("Elektrėnai municipality", "42"),
    ],
)
def test_names_in_use_are_found_too(spelling, code):
    assert find_municipality(spelling).code == code


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Vilnius", "Vilniaus"),
        ("kaunas", "Kauno"),
        ("KLAIPEDA", "Klaipėdos"),
        ("Šiauliai", "Šiaulių"),
        ("Panevėžio", "Panevėžio"),
        ("Alytus", "Alytaus"),
    ],
)
def test_a_name_of_both_city_and_district_lists_the_candidates(name, stem):
    with pytest.raises(AmbiguousPlace) as caught:
        find_municipality(name)
    assert caught.value.candidates == (f"{stem} m. sav.", f"{stem} r. sav.")
    assert all(candidate in str(caught.value) for candidate in caught.value.candidates)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("Kėdainai", "Kėdainių r. sav."),
        ("Vilnus", "Vilniaus m. sav."),
        ("Siluute", "Šilutės r. sav."),
        ("Druskininku savivaldibe", "Druskininkų sav."),
    ],
)
def test_an_unknown_name_offers_the_nearest(misspelt, meant):
    with pytest.raises(UnknownPlace) as caught:
        find_municipality(misspelt)
    assert caught.value.nearest[0] == meant
    assert meant in str(caught.value)


@pytest.mark.parametrize("nothing", ["", " ", "99", "—", "Рига"])
def test_what_is_like_no_name_is_unknown_without_a_guess(nothing):
    with pytest.raises(UnknownPlace) as caught:
        find_municipality(nothing)
    assert caught.value.nearest == ()


def test_a_table_with_other_columns_is_refused(tmp_path):
    table = tmp_path / "points.csv"
    table.write_text("code,x,y\n13,1,2\n", encoding="utf-8")
    with pytest.raises(GeoError, match=r"points.csv: columns are .*'x'.* must be .*'lon'"):
        read_rows(table, ["code", "lon", "lat"])


def test_serving_places_and_boundaries_imports_no_geometry_library():
    code = (
        "import sys, geo.finding as f, geo.places as p, geo.boundaries as b\n"
        "f.find_municipality('13'), p.counties()\n"
        "b.load_boundaries(), b.label_points(), b.neighbours(), b.tiles()\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'geopandas', 'shapely', 'pandas', 'numpy', 'pyogrio', 'pyproj'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
