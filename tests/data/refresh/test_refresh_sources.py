"""Each source reads right answers, whichever way they were sent, and refuses others by reason."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from data.refresh import ngo_register
from data.refresh.errors import RefreshError
from data.refresh.refresh import prepare
from geo.places import municipalities
from tests.data.refresh.answers import CHANGES, HARMONISED, inflation, monthly_index, ngos, people

CODES = [place.code for place in municipalities()]


@pytest.fixture
def rows(target, answer):
    """The rows that a source would have after an answer."""

    def rows(source: str, content: bytes | str, name: str) -> list[dict[str, str]]:
        proposal = prepare(source, answer(content), target=target)
        (made,) = (text for path, text in proposal.files.items() if path.name == name)
        return list(csv.DictReader(made.decode().splitlines()))

    return rows


@pytest.fixture
def refused(target, answer, state):
    """What is said of an answer that is refused; nothing may be written."""

    def refused(source: str, content: bytes | str) -> str:
        path, before = answer(content), state()
        with pytest.raises(RefreshError) as error:
            prepare(source, path, target=target)
        assert state() == before
        return str(error.value)

    return refused


# Population


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


# Prices


@pytest.mark.parametrize("sent", ["json", "xml"])
def test_changes_in_per_cent_are_taken_as_they_are(rows, sent):
    found = rows("prices", getattr(inflation(), sent)(), "prices.csv")
    assert {int(row["year"]): row["inflation_pct"] for row in found} == {
        year: f"{Decimal(change):.4f}" for year, change in CHANGES.items()
    }


def test_an_index_of_the_year_before_is_the_same(rows):
    index = {year: str(100 + Decimal(change)) for year, change in CHANGES.items()}
    assert rows("prices", inflation(index).json(), "prices.csv") == rows(
        "prices", inflation().json(), "prices.csv"
    )


def test_an_index_with_a_base_needs_the_year_before_and_gives_the_changes(rows, refused):
    level, index = Decimal(90), {2014: "90"}
    for year, change in CHANGES.items():
        level *= 1 + Decimal(change) / 100
        index[year] = f"{level:.9f}"
    found = rows("prices", inflation(index).json(), "prices.csv")
    assert [Decimal(row["inflation_pct"]) for row in found] == [*map(Decimal, CHANGES.values())]
    del index[2014]
    assert "years missing: 2015;" in refused("prices", inflation(index).json())


def test_a_monthly_index_gives_the_changes_of_yearly_means(rows):
    found = rows("prices", monthly_index().json(), "prices.csv")
    assert [Decimal(row["inflation_pct"]) for row in found] == [*map(Decimal, CHANGES.values())]


def test_a_year_that_is_not_over_is_left_out_with_a_warning(target, answer):
    content = monthly_index(last=2026, months=7).json()
    proposal = prepare("prices", answer(content), target=target)
    assert list(proposal.draft.years[1]) == list(range(2015, 2026))
    assert "months missing, years left out: 2026" in proposal.text("en")


def without(year):
    return {each: change for each, change in CHANGES.items() if each != year}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (inflation(HARMONISED).json(), "as per cent, 2022 is 18.9 % (ours: 19.7)"),
        (inflation(name="Suderinti vartotojų kainų indeksai").json(), "not the harmonised one"),
        (inflation(without(2019)).json(), "years missing: 2019;"),
        (inflation({2025: "3.8"}).json(), "it shares no year with 2015–2024"),
        (inflation(CHANGES | {2025: "380"}).json(), "2025: prices cannot have changed by 380.0 %"),
        (inflation(CHANGES | {2025: "-40"}).json(), "prices cannot have changed by -40.0 %"),
        (inflation({f"{year}K1": "1" for year in CHANGES}).json(), "neither a year nor a month"),
        (people([2015]).json(), "as per cent, 2015 is 2728500.0 % (ours: -0.9)"),
    ],
    ids=["harmonised", "by name", "gap", "new only", "absurd", "falling", "quarters", "people"],
)
def test_other_prices_are_refused(refused, content, words):
    assert words in refused("prices", content)


def test_prices_that_differ_beyond_rounding_are_told(target, answer):
    content = inflation(CHANGES | {2021: "4.9"}).json()
    text = prepare("prices", answer(content), target=target).text("en")
    assert "Warning: differ beyond rounding: 2021: 4.68 → 4.90" in text


# NGO register


def test_ngos_are_counted_by_municipality_and_form(rows):
    found = rows("ngo_register", ngos(), "ngo_register.csv")
    assert Counter({(r["municipality"], r["legal_form"]): int(r["ngos"]) for r in found}) == {
        (code, form): count
        for code in CODES
        for form, count in (("630", 14), ("640", 13), ("570", 13))
    }


def test_nothing_about_an_organisation_is_kept(target, answer):
    proposal = prepare("ngo_register", answer(ngos()), target=target)
    kept = b"".join(proposal.files.values()) + proposal.text("en").encode()
    for private in ("Slapta", "Kauno g.", "300000001", "vardas"):
        assert private.encode() not in kept


def test_a_refusal_does_not_echo_an_organisation(refused):
    for content in (ngos(tail="300000001,Vilnius,630,Slapta Pavardė\r\n"), ngos(tail="Slapta\r\n")):
        assert "Slapta" not in refused("ngo_register", content)
        assert "300000001" not in refused("ngo_register", content)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Vilnius, Gedimino pr. 1", "Vilniaus m. sav."),
        ("Vilniaus r. sav., Nemenčinė, Švenčionių g. 2", "Vilniaus r. sav."),
        ("Vilniaus r. sav. Nemenčinė Švenčionių g. 2", "Vilniaus r. sav."),
        ("Kauno m. sav., Kaunas, Laisvės al. 3", "Kauno m. sav."),
        ("Utena, Aušros g. 4", "Utenos r. sav."),
        ("Kazlų Rūda, Maironio g. 5", "Kazlų Rūdos sav."),
        ("Marijampolė, Gedimino g. 6", "Marijampolės sav."),
        ("Gargždai, Kvietinių g. 7", None),
        ("", None),
    ],
)
def test_a_municipality_is_told_by_the_beginning_of_an_address(address, name):
    codes = {place.name_lt: place.code for place in municipalities()}
    assert ngo_register.place(address) == (codes[name] if name else "")


def test_those_without_a_place_stay_in_the_sum_and_are_told(target, answer):
    content = ngos(tail='400000001,,630,x\r\n400000002,"Gargždai, Kvietinių g.",630,x\r\n')
    proposal = prepare("ngo_register", answer(content), target=target)
    (counts,) = (text for path, text in proposal.files.items() if path.suffix == ".csv")
    assert counts.startswith(b"municipality,legal_form,ngos\n,630,2\n")
    assert "NGOs without a municipality: 2" in proposal.text("en")


HEADER = "juridinis_asmuo.ja_kodas,juridinis_asmuo.pilnas_adresas,forma.kodas,vardas"
BARE = "_type,_id,_revision,juridinis_asmuo._id,forma._id,nvc_nuo"
UNPLACED = "".join(f"{400_000_000 + n},,630,x\r\n" for n in range(500))

BAD_CSV = {
    "references only": (
        f"{BARE}\r\na,b,c,d,e,2020-01-01\r\n",
        "columns missing: .*pilnas_adresas, forma.kodas",
    ),
    "another table": ("a,b\r\n1,2\r\n", "columns missing: .*Ask the service with"),
    "a column twice": (ngos(header=f"{HEADER},vardas").replace("ė\r", "ė,x\r"), "a column twice"),
    "too few": (ngos(each=2), "120 registered NGOs; between 1,000"),
    "no rows": (f"{HEADER}\r\n", "0 registered NGOs"),
    "the same twice": (ngos(tail="300000001,Vilnius,630,x\r\n"), "line 2402: the same"),
    "a cell missing": (ngos(tail="1,Vilnius,630\r\n"), "line 2402: 3 cells, the header has 4"),
    "no identity": (ngos(tail=",Vilnius,630,x\r\n"), "no identity"),
    "a form by name": (ngos(tail="1,Vilnius,Asociacija,x\r\n"), "a code of three digits"),
    "cut off": (ngos()[:-20], "cut off"),
    "cut off in quotes": (ngos(tail='1,"Vilnius\r\n'), "malformed CSV"),
    "a huge cell": (ngos(tail=f"1,{'x' * 200_000},630,x\r\n"), "malformed CSV"),
    "not placed": (ngos(tail=UNPLACED), "only 83% of the NGOs have an address"),
    "an empty municipality": (
        ngos().replace("Neringos sav.", "Palangos m. sav."),
        "without an NGO: Neringos",
    ),
    "not UTF-8": (ngos().encode("cp1257"), "not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), BAD_CSV.values(), ids=BAD_CSV)
def test_another_register_is_refused(refused, content, words):
    import re  # noqa: PLC0415

    assert re.search(words, refused("ngo_register", content), re.DOTALL)
