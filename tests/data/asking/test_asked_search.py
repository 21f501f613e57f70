"""Recipients and competitions are found however their names are typed, and nothing breaks it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.asking.search import find_competitions, find_recipients, stem, words_of
from data.statements import SQL
from geo.spelling import fold

if TYPE_CHECKING:
    from data.asking.store import Store

CODE, NAME = "190001843", "Vilniaus Gedimino technikos universiteto inžinerijos licėjus"


def codes(store: Store, text: str, limit: int = 8, **how: bool) -> list[str]:
    return [found.key for found in find_recipients(store, text, limit, **how)]


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        "licejus inzinerijos universiteto technikos GEDIMINO vilniaus",  # any order, no diacritics
        "gedimin technik licėj",  # half words
        "  „Gedimino“ – technikos: (inžinerijoje) ",  # signs, another ending
        "gedimono technikos licėjus",  # a typing error
        CODE,
        CODE[:8],
    ],
)
def test_a_recipient_is_found_however_it_is_typed(store: Store, text: str) -> None:
    assert codes(store, text)[0] == CODE


def test_a_whole_name_or_code_comes_before_those_with_more_money(store: Store) -> None:
    first, *others = find_recipients(store, "licėjus Vilniaus")
    assert first.whole
    assert first.name == "Vilniaus licėjus"
    assert max(other.money for other in others if not other.whole) > first.money
    assert codes(store, "d13-0001")[0] == "D13-0001"


def test_among_others_real_ones_come_first_then_the_most_money(store: Store) -> None:
    found = find_recipients(store, "asociacija", 200)
    order = [(each.demo, -each.money) for each in found if not each.whole]
    assert order == sorted(order)
    assert {each.demo for each in find_recipients(store, "asociacija", 200, demo=True)} == {True}
    assert {each.demo for each in find_recipients(store, "asociacija", 200, demo=False)} == {False}


def test_every_word_that_is_typed_is_in_what_is_found(store: Store) -> None:
    for text in ("sporto klub", "vilniaus asoc", "meno vilniaus mokykl", "vš"):
        found = find_recipients(store, text, 50)
        assert found, text
        for each in found:
            words = fold(f"{each.name} {each.key}").split()
            assert all(any(w.startswith(part) for w in words) for part in fold(text).split()), each


def test_a_competition_is_found_by_its_code_place_year_and_area(store: Store) -> None:
    (found,) = find_competitions(store, "kedainiu sportas 2020")
    assert (found.municipality, found.year, found.detail) == ("53", 2020, "sport")
    assert find_competitions(store, "D11-2015-K01")[0].whole


@pytest.mark.parametrize(
    "text",
    ["", "   ", "🎈" * 50, "\ud83d", "'; DROP TABLE entity; --", "x" * 5000, "%_\\", "\0", "–„“"],
)
def test_nonsense_finds_nothing_and_is_no_error(store: Store, text: str) -> None:
    assert find_recipients(store, text) == []
    assert find_competitions(store, text) == []


def is_plain(sign: str) -> bool:
    """Not one that stands for others, such as ª or ŉ: no name has it."""
    whole = unicodedata.normalize("NFKD", sign.casefold())
    return whole == unicodedata.normalize("NFD", sign.lower())


SIGNS = st.characters(max_codepoint=0x24F).filter(is_plain) | st.sampled_from("–„“ėęšųž-. ")


@given(st.text(SIGNS, max_size=40))
def test_the_database_folds_as_names_of_places_are_folded(text: str) -> None:
    macro = (SQL / "schema" / "012_fold.sql").read_text(encoding="utf-8")
    with duckdb.connect(":memory:") as connection:
        connection.execute(macro)
        (folded,) = connection.execute("SELECT fold($text)", {"text": text}).fetchone() or ("",)
    assert folded == fold(text)


def test_endings_go_where_enough_stays() -> None:
    together = ("rajonas", "rajone", "rajono", "rajonui", "rajonu")
    assert {stem(word) for word in together} == {"rajon"}
    assert stem("meno") == "meno"
    assert len(words_of("a b c d e f g h i j")) == 6
