"""Numbers, dates and places are written as CLDR says, and an address says its language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.language.i18n import code_of, language
from geo.places import counties, municipalities

LT, EN = language("lt"), language("en")


@pytest.mark.parametrize(
    ("number", "lithuanian", "english"),
    [
        (0, "Įskaičiuota 0 savivaldybių", "0 municipalities counted"),
        (1, "Įskaičiuota 1 savivaldybė", "1 municipality counted"),
        (2, "Įskaičiuotos 2 savivaldybės", "2 municipalities counted"),
        (9, "Įskaičiuotos 9 savivaldybės", "9 municipalities counted"),
        (10, "Įskaičiuota 10 savivaldybių", "10 municipalities counted"),
        (11, "Įskaičiuota 11 savivaldybių", "11 municipalities counted"),
        (21, "Įskaičiuota 21 savivaldybė", "21 municipalities counted"),
        (22, "Įskaičiuotos 22 savivaldybės", "22 municipalities counted"),
        (60, "Įskaičiuota 60 savivaldybių", "60 municipalities counted"),
        (111, "Įskaičiuota 111 savivaldybių", "111 municipalities counted"),
        (1001, "Įskaičiuota 1\u00a0001 savivaldybė", "1,001 municipalities counted"),
    ],
)
def test_nouns_agree_with_numbers(number: int, lithuanian: str, english: str) -> None:
    assert LT.n("sentence.counted", number) == lithuanian
    assert EN.n("sentence.counted", number) == english


@pytest.mark.parametrize(
    ("value", "decimals", "lithuanian", "english"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234567.891, 2, "1\u00a0234\u00a0567,89", "1,234,567.89"),
        (12.34, 1, "12,3", "12.3"),
        (-1234.5, 1, "\u22121\u00a0234,5", "-1,234.5"),
        (-0.04, 1, "0,0", "0.0"),
    ],
)
def test_numbers(value: float, decimals: int, lithuanian: str, english: str) -> None:
    assert LT.number(value, decimals) == lithuanian
    assert EN.number(value, decimals) == english


def test_a_change_shows_its_sign_and_nothing_has_none() -> None:
    assert [LT.number(value, 1, sign=True) for value in (1.5, -1.5, 0, 0.04, -0.04)] == [
        *("+1,5", "\u22121,5", "0,0", "0,0", "0,0")
    ]
    assert EN.percent(-12.34, sign=True) == "-12.3%"
    assert LT.percent(12.34, sign=True) == "+12,3\u00a0%"


@given(st.lists(st.floats(-1e9, 1e9)), st.integers(0, 3), st.booleans())
def test_many_numbers_are_written_as_each_alone(
    values: list[float], decimals: int, sign: bool
) -> None:
    for words in (LT, EN):
        alone = [words.number(value, decimals, sign=sign) for value in values]
        assert words.numbers(values, decimals, sign=sign) == alone


def test_money() -> None:
    assert LT.money(1234567.891, 2) == "1\u00a0234\u00a0567,89\u00a0€"
    assert EN.money(1234567.891, 2) == "€1,234,567.89"
    assert LT.money(-5.2, 2) == "\u22125,20\u00a0€"
    assert EN.money(-5.2, 2) == "-€5.20"
    assert EN.euros("+5.20") == "+€5.20"
    assert LT.money(0) == "0\u00a0€"


def test_percent() -> None:
    assert LT.percent(12.34) == "12,3\u00a0%"
    assert EN.percent(12.34) == "12.3%"
    assert LT.percent(100, 0) == "100\u00a0%"


def test_dates() -> None:
    assert LT.date(date(2026, 11, 21)) == "2026 m. lapkričio 21 d."
    assert EN.date(date(2026, 11, 21)) == "21 November 2026"


def test_every_municipality_is_declined() -> None:
    located = [LT.located(place) for place in municipalities()]
    assert len(set(located)) == 60
    for place, where in zip(municipalities(), located, strict=True):
        assert where == f"{place.name_full_lt.removesuffix('savivaldybė')}savivaldybėje"
        assert EN.located(place) == f"in {place.name_en}"
    assert "Vilniaus miesto savivaldybėje" in located
    assert "Kazlų Rūdos savivaldybėje" in located
    assert "Neringos savivaldybėje" in located


def test_places_are_named_in_the_language() -> None:
    county, place = counties()[0], municipalities()[0]
    assert LT.name(place) == place.name_lt
    assert LT.name(place, "full") == place.name_full_lt
    assert EN.name(place) == EN.name(place, "full") == place.name_en
    assert LT.name(county, "full") == county.name_full_lt


@pytest.mark.parametrize(
    ("path", "code"),
    [
        *(("/", "lt"), ("/duomenys", "lt"), ("", "lt"), ("/english", "lt"), ("/enclave/", "lt")),
        *(("/en", "en"), ("/en/", "en"), ("/en/data", "en"), ("/en/nowhere", "en")),
    ],
)
def test_an_address_says_its_language(path: str, code: str) -> None:
    assert code_of(path) == code
    assert language(code).code == code


def test_addresses_are_written_in_the_language() -> None:
    assert (LT.path("/"), EN.path("/"), EN.path("/data")) == ("/", "/en/", "/en/data")


@pytest.mark.parametrize("code", ["", "xx", "EN", "../en", "None"])
def test_an_unknown_language_is_the_first_one_and_costs_no_memory(code: str) -> None:
    assert language(code) is LT
