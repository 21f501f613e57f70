"""What fits words best comes first; case endings, letters, order and one error do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.searching.asked import LONGEST, MOST_WORDS, read_search, read_text
from dashboard.searching.findable import Findable
from dashboard.searching.matching import grouped, matches
from dashboard.searching.shelf import Shelf
from dashboard.searching.stemming import stem, words_of

CASES = (
    "rajonas rajono rajonui rajoną rajonu rajone rajonai rajonų rajonams rajonus rajonuose",
    "įstaiga įstaigos įstaigai įstaigą įstaigoje įstaigų įstaigoms įstaigas įstaigomis įstaigose",
    "savivaldybė savivaldybės savivaldybei savivaldybę savivaldybėje savivaldybių savivaldybėms",
    "Panevėžys Panevėžio Panevėžiui Panevėžį Panevėžiu Panevėžyje",
    "Alytus Alytaus Alytui Alytų Alytumi Alytuje",
    "Kėdainiai Kėdainių Kėdainiams Kėdainius Kėdainiais Kėdainiuose",
    "viešoji viešosios viešajai viešąją viešojoje viešųjų viešosioms",
    "municipality municipalities",
)


def names(shelf: dict[str, Shelf], text: str, limit: int = 9) -> list[tuple[str, list[str]]]:
    found = grouped(matches(shelf, read_text(text).words), limit)
    return [(group.kind, [item.name for item in group.items]) for group in found]


def shelves(*items: Findable) -> dict[str, Shelf]:
    kinds = dict.fromkeys(item.kind for item in items)
    return {kind: Shelf(item for item in items if item.kind == kind) for kind in kinds}


@pytest.mark.parametrize("cases", CASES)
def test_all_cases_of_a_word_have_one_stem(cases: str) -> None:
    assert len({stem(word) for word in words_of(cases)}) == 1


def test_a_number_and_a_short_word_have_no_ending() -> None:
    assert [stem(word) for word in ("191", "nvo", "lt")] == ["191", "nvo", "lt"]


def test_the_whole_name_comes_before_a_part_and_a_name_before_what_is_told_of_it() -> None:
    shelf = shelves(
        Findable("term", "Priemonė", "/a", also="NVO"),
        Findable("term", "NVO taryba", "/b"),
        Findable("term", "NVO", "/c"),
        Findable("term", "Kitkas", "/d"),
    )
    assert names(shelf, "nvo") == [("term", ["NVO", "NVO taryba", "Priemonė"])]


def test_what_has_all_words_leaves_out_what_has_some() -> None:
    shelf = shelves(Findable("term", "NVO fondas", "/a"), Findable("indicator", "NVO dalis", "/b"))
    assert names(shelf, "fondas NVO") == [("term", ["NVO fondas"])]
    assert names(shelf, "dalis nežinoma") == [("indicator", ["NVO dalis"])]
    assert names(shelf, "nežinoma") == []


def test_what_is_only_spelled_alike_comes_after_what_is_meant() -> None:
    shelf = shelves(
        Findable("municipality", "Molėtų rajonas", "/a"), Findable("term", "Mokėtų lėšų", "/b")
    )
    assert names(shelf, "mokėtų") == [
        ("term", ["Mokėtų lėšų"]),
        ("municipality", ["Molėtų rajonas"]),
    ]


@pytest.mark.parametrize("typed", ["kedaniai", "kedainnai", "kedianiai", "kedaaniai", "edainiai"])
def test_one_letter_may_be_wrong(typed: str) -> None:
    assert names(shelves(Findable("term", "Kėdainiai", "/a")), typed)


def test_of_more_than_are_told_there_is_said_to_be_more() -> None:
    shelf = shelves(*(Findable("term", f"Sąvoka {n}", f"/{n}") for n in range(4)))
    (few,), (all_,) = (grouped(matches(shelf, ("savoka",)), limit) for limit in (3, 4))
    assert (len(few.items), few.more) == (3, True)
    assert (len(all_.items), all_.more) == (4, False)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", ""), ("  ", ""), ("x", "short"), ("?!", "short"), ("🙂", "short"),
        ("\ud83d", "short"), ("žž", ""), ("a" * (LONGEST + 1), "long"), ("ą" * 5000, "long"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_for_says_why(typed: str, wrong: str) -> None:
    asked = read_text(typed)
    assert asked.wrong == wrong
    assert bool(asked.words) == (not wrong and bool(typed.strip()))


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=400))
def test_no_text_is_an_error(typed: str) -> None:
    for asked in (read_text(typed), read_search(f"q={typed}"), read_search(typed)):
        assert len(asked.words) <= MOST_WORDS
        assert len(asked.text) <= LONGEST + 1
        asked.text.encode()
