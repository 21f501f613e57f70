"""Residents of 60 municipalities in every year, or none: what cannot be is refused by reason."""

from decimal import Decimal

import pytest

from data.refresh.refresh import prepare
from geo.places import municipalities
from tests.data.refresh.answers import people

CODES = [place.code for place in municipalities()]


@pytest.mark.parametrize("sent", ["json", "xml"])
def test_population_is_that_of_60_municipalities_in_every_year(rows, sent):
    made = people()
    found = rows("population", getattr(made, sent)(), "population.csv")
    assert {(row["municipality"], int(row["year"])): int(row["residents"]) for row in found} == {
        (code, year): made.values[code, "0", "asm", str(year)]
        for code in CODES
        for year in range(2015, 2027)
    }
    assert found == sorted(found, key=lambda row: (row["municipality"], row["year"]))


def test_years_before_the_atlas_begins_are_left_out(rows):
    found = rows("population", people(range(2010, 2027)).json(), "population.csv")
    assert {int(row["year"]) for row in found} == set(range(2015, 2027))


def keep(values, *, without):
    return {key: value for key, value in values.items() if not without(*key)}


def lose_municipality(made):
    made.values = keep(made.values, without=lambda place, *_: place == "13")


def lose_one_figure(made):
    made.values["13", "0", "asm", "2020"] = None


def lose_year(made):
    made.values = keep(made.values, without=lambda *key: key[3] == "2019")


def lose_newest_year(made):
    made.values = keep(made.values, without=lambda *key: key[3] == "2026")


def lose_municipalities(made):
    made.values = keep(made.values, without=lambda place, *_: len(place) != 2 or place > "10")


def new_municipality(made):
    for kind in "012":
        made.values["99", kind, "asm", "2020"] = 5_000
    made.dimensions["savivaldybesRegdb"]["99"] = "Naujoji sav."


def half_a_person(made):
    made.values["13", "0", "asm", "2020"] = Decimal("31000.5")


def negative(made):
    made.values["13", "0", "asm", "2020"] = -5


def swap_kinds(made):
    del made.dimensions["Vietove"]["0"]
    made.values = keep(made.values, without=lambda _, kind, *__: kind == "0")


def thousands(made):
    made.values = {key: value and value // 1000 for key, value in made.values.items()}


def wrong_country(made):
    made.values["00", "0", "asm", "2020"] += 7


def wrong_county(made):
    made.values["05", "0", "asm", "2020"] += 7


def half_the_country(made):
    made.values = {
        key: None if value is None else value // 2
        for key, value in made.values.items()
        if key[0] in CODES
    }


def months(made):
    made.values = {(*key[:3], f"{key[3]}M01"): value for key, value in made.values.items()}
    made.dimensions["LAIKOTARPIS"] = {f"{year}M01": "" for year in range(2015, 2027)}


def july(made):
    made.name = "S3R166 - Nuolatinių gyventojų skaičius liepos 1 d."


def median_age(made):
    made.name = "S3R629 - Medianinis gyventojų amžius metų pradžioje"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lose_municipality, "municipalities without a figure: 13 (2015), 13 (2016)"),
        (lose_one_figure, "municipalities without a figure: 13 (2020); 60 are needed"),
        (lose_year, "years missing: 2019;"),
        (
            lose_newest_year,
            "years missing: 2026; the answer must hold every year from 2015 to 2026",
        ),
        (lose_municipalities, "no figures of municipalities"),
        (new_municipality, "codes of no known municipality have residents: 99"),
        (half_a_person, "municipality 13 cannot have 31000.5 residents in 2020"),
        (negative, "municipality 13 cannot have -5 residents"),
        (swap_kinds, "dimension Vietove has several codes (1 Miestas, 2 Kaimas)"),
        (thousands, "cannot have"),
        (wrong_country, "2020: place 00 has"),
        (wrong_county, "2020: place 05 has"),
        (half_the_country, "residents in all; between 2,500,000 and 3,200,000 are believed"),
        (months, "periods must be years, seen: 2015M01"),
        (july, "residents at the beginning of the year are needed"),
        (median_age, "residents at the beginning of the year are needed"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_population_that_cannot_be_is_refused(refused, spoil, words):
    made = people()
    spoil(made)
    assert words in refused("population", made.json())


def test_a_jump_is_worth_a_warning_not_a_refusal(target, answer):
    made = people()
    for year in range(2020, 2027):
        for place, change in (("13", 9_000), ("61", -9_000)):
            for kind in "01":
                made.values[place, kind, "asm", str(year)] += change
    made.values = {key: value for key, value in made.values.items() if key[0] in CODES}
    text = prepare("population", answer(made.json()), target=target).text("en")
    assert (
        "Warning: change by over 15 % in a year: Mažeikių r. sav. 2020, Vilniaus m. sav. 2020"
        in text
    )
