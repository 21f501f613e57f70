"""What is said of a municipality among its peers: whole sentences, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.peers.reading import read_standing
from dashboard.peers.state import PeersState
from dashboard.peers.telling import StandingWords, headline_of, percentile_text, place_text
from data.catalog import INDICATORS
from data.peers.standing import Place
from tests.dashboard.peers.standings import NAN, standing, telling

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.peers.standing import IndicatorStanding
    from data.catalog import Indicator

LT, EN = language("lt"), language("en")
FIVE = [3.0, 5.0, 4.0, 2.0, 1.0]
COUNTED = [each for each in INDICATORS.values() if each.direction == "more" and not each.in_money]
BEFORE = {2015: FIVE, 2019: FIVE, 2020: FIVE}


def both(it: IndicatorStanding) -> list[str]:
    """Both sentences in both languages, hard spaces written as others."""
    found = []
    for words in (LT, EN):
        said = telling(it, words)
        text = " ".join(filter(None, (said.first_sentence(), said.second_sentence())))
        found.append(text.replace("\u00a0", " "))
    return found


def test_a_headline_tells_figure_places_distance_and_changes() -> None:
    it = standing("53", {2015: 1.5, 2019: 3.0, 2020: 2.5}, BEFORE)
    assert both(it) == [
        (
            "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: "
            "Kėdainių rajono savivaldybėje – 2,50 %, "
            "4 vieta iš 6 tarp panašių savivaldybių, 4 vieta iš 6 tarp visų. "
            "Tai 0,50 proc. p. mažiau už panašių medianą (3,00 %); "
            "pokytis per metus – −0,50 proc. p., per penkerius metus – +1,00 proc. p."
        ),
        (
            "NGO competition share of money paid, 2020: in Kėdainiai District 2.50%, "
            "rank 4 of 6 among its peers, rank 4 of 6 among all municipalities. "
            "That is 0.50 pp less than the peers’ median (3.00%); "
            "the change is -0.50 pp in a year, +1.00 pp in five years."
        ),
    ]


@pytest.mark.parametrize(
    ("code", "where", "in_"),
    [
        ("13", "Vilniaus miesto savivaldybėje", "in Vilnius City"),
        ("23", "Neringos savivaldybėje", "in Neringa"),
        ("58", "Kazlų Rūdos savivaldybėje", "in Kazlų Rūda"),
        ("41", "Vilniaus rajono savivaldybėje", "in Vilnius District"),
        ("25", "Palangos miesto savivaldybėje", "in Palanga City"),
        ("84", "Šakių rajono savivaldybėje", "in Šakiai District"),
    ],
)
def test_the_name_stands_in_the_case_of_where(code: str, where: str, in_: str) -> None:
    said, english = both(standing(code, {2020: 6.0}, BEFORE))
    assert f": {where} – 6,00 %, 1 vieta iš 6 " in said
    assert f": {in_} 6.00%, rank 1 of 6 " in english


def test_what_is_not_known_is_left_out_without_a_trace() -> None:
    assert both(standing("53", {2020: NAN}, BEFORE)) == [
        ("NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: "
        "Kėdainių rajono savivaldybėje – prašyta, neatsakyta."),
        ("NGO competition share of money paid, 2020: "
        "in Kėdainiai District prašyta, neatsakyta."),
    ]  # fmt: skip
    alone = both(standing("53", {2020: 2.5}, {}))
    assert alone[1] == "NGO competition share of money paid, 2020: in Kėdainiai District 2.50%."
    few = both(standing("53", {2020: 2.5}, {2020: [1.0, 2.0, 3.0]}))
    assert few[1].endswith("2.50%. That is 0.50 pp more than the peers’ median (2.00%).")
    changed = both(standing("53", {2019: 2.0, 2020: 2.5}, {}))
    assert changed[0].endswith("– 2,50 %. Pokytis per metus – +0,50 proc. p.")
    assert changed[1].endswith("2.50%. The change is +0.50 pp in a year.")


def test_what_is_written_the_same_is_said_to_be_the_same() -> None:
    it = standing("53", {2020: 3.0049}, BEFORE)
    assert both(it)[0].endswith(" Tai tiek pat, kiek panašių mediana (3,00 %).")
    assert telling(it, EN).distance() == "the same"
    written = standing("53", {2020: 3.006}, BEFORE)
    assert telling(written, EN).distance() == "0.01 pp more", "it is what one can subtract oneself"


def test_a_real_figure_among_invented_ones_is_told_as_real_and_compared_with_none() -> None:
    it = standing("13", {2019: 2.0, 2020: 2.5}, BEFORE, real=True)
    assert both(it) == [
        (
            "NVO konkurso būdu išmokėtų lėšų dalis, 2020 m.: "
            "Vilniaus miesto savivaldybėje – 2,50 %✓ "
            "(tikri duomenys, su sugalvotais nelyginami)."
        ),
        (
            "NGO competition share of money paid, 2020: in Vilnius City 2.50%✓ "
            "(real data, not compared with invented figures)."
        ),
    ]
    said = telling(it, LT)
    assert (said.distance(), said.span(), said.takes()) == ("", "", "")


def test_a_figure_that_breaks_its_series_has_its_sign_and_state_and_no_place() -> None:
    it = standing("18", {2019: 2.0, 2020: 2.5}, BEFORE, state="not_comparable")
    assert both(it)[0].endswith("Marijampolės savivaldybėje – 2,50 %≠ (nepalyginama).")


MONEY = ViewRequest("ngo_competition", "per_resident")


def test_money_changes_by_per_cent_and_not_at_all_from_nought() -> None:
    it = standing("53", {2019: 2.0, 2020: 2.5}, BEFORE, MONEY)
    assert telling(it, LT).change(1) == "+25,0\u00a0%"
    assert telling(standing("53", {2019: 0.0, 2020: 2.5}, BEFORE, MONEY), LT).change(1) == ""


@pytest.mark.parametrize(
    ("more", "lt", "en"),
    [
        ({"budget": 50_000_000.0},
         "5 000 € per metus daugiau (0,01 % 2020 m. biudžeto)",
         "€5,000 a year more (0.01% of the 2020 budget)"),
        ({}, "5 000 € per metus daugiau",
         "€5,000 a year more"),
    ],
)  # fmt: skip
def test_what_it_would_take_in_euros(more: dict[str, float], lt: str, en: str) -> None:
    it = standing("53", {2020: 2.5}, BEFORE, MONEY, denominator=10_000, **more)
    assert [telling(it, words).takes().replace("\u00a0", " ") for words in (LT, EN)] == [lt, en]


def test_nothing_is_to_be_done_where_less_than_a_euro_lacks() -> None:
    it = standing("53", {2020: 2.99999}, BEFORE, MONEY, denominator=10_000, budget=1e6)
    assert it.reach is not None
    assert telling(it, LT).takes() == ""


@pytest.mark.parametrize(
    ("count", "lt", "en"),
    [(1, "dar 1 perduota paslauga", "1 more"), (2, "dar 2 perduotos paslaugos", "2 more"),
     (10, "dar 10 perduotų paslaugų", "10 more"), (11, "dar 11 perduotų paslaugų", "11 more"),
     (21, "dar 21 perduota paslauga", "21 more"), (22, "dar 22 perduotos paslaugos", "22 more")],
)  # fmt: skip
def test_what_is_counted_is_told_in_whole_things_in_the_right_form(
    count: int, lt: str, en: str
) -> None:
    view = ViewRequest("services_transferred", "percent")
    it = standing("53", {2020: 10.0}, {2020: [10.0 + count, 12.0 + count, 3.0]}, view,
                  denominator=100)  # fmt: skip
    assert telling(it, LT).takes() == lt
    assert en in telling(it, EN).takes()
    less = standing("53", {2020: 10.3}, {2020: [10.0 + count] * 3}, view, denominator=100)
    assert telling(less, LT).takes() == telling(it, LT).takes(), "a part of one is one"


@pytest.mark.parametrize("indicator", COUNTED, ids=lambda each: each.id)
@pytest.mark.parametrize("code", CODES)
def test_every_thing_that_is_counted_has_its_words(indicator: Indicator, code: str) -> None:
    view = ViewRequest(indicator.id, indicator.units[0])
    it = standing("53", {2020: 0.0}, {2020: [40.0] * 3}, view, denominator=5)
    expected = "2" if view.unit == "percent" else "200"
    assert re.findall(r"\d+", telling(it, language(code)).takes()) == [expected]


def test_a_span_names_one_rank_or_two() -> None:
    same = standing("53", {2020: 9.0}, BEFORE)
    assert telling(same, LT).span() == "1 vieta, kad ir kurias panašias imtume"
    assert telling(same, EN).span() == "rank 1, whichever peers are taken"
    some = standing("53", {2020: 2.5}, BEFORE)
    assert telling(some, LT).span() == "nuo 4 iki 5 vietos, kad ir kurias panašias imtume"
    assert telling(some, EN).span() == "rank 4 to 5, whichever peers are taken"
    assert telling(standing("53", {2020: 2.5}, {2020: [1.0] * 3}), LT).span() == ""


def test_a_place_and_of_how_many_of_the_others_the_figure_is_larger() -> None:
    place = Place(rank=2, count=8, smaller=5)
    assert (place_text(place, LT), place_text(place, EN)) == ("2 vieta iš 8", "rank 2 of 8")
    assert percentile_text(place, LT) == "daugiau nei 71\u00a0% kitų"
    assert percentile_text(place, EN) == "more than 71% of the others"
    assert place_text(None, LT) == percentile_text(None, LT) == ""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("year", [2015, 2019, 2025])
def test_of_all_municipalities_every_sentence_is_whole(atlas: Atlas, code: str, year: int) -> None:
    words = language(code)
    labels = atlas.labels("value_state", words, "all")
    for own in range(0, 60, 2):
        found = read_standing(atlas, own, PeersState(year=year))
        for it in found.indicators.values():
            said = StandingWords(it, words, labels)
            first, second = said.first_sentence(), said.second_sentence()
            told = [said.distance(), said.span(), said.takes()]
            for sentence in (first, second):
                assert not sentence or re.fullmatch(r"[A-ZĄČĘĖĮŠŲŪŽ].*[^.]\.", sentence)
            for text in (first, second, *told):
                assert not re.search(r"\.\.|[ ,;:]$|^[ ,;]| [,.;]|  |\{|\bnan\b|None", text), text
        assert headline_of(found, words, labels)[0].count(" – " if code == "lt" else ": ") >= 1
