"""Scenes are moved, repeated, taken out and added; what does not fit changes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.forum.deck import MOST_SCENES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.editing import edited, with_map
from dashboard.forum.kinds import kinds
from dashboard.indicators.selection import members
from geo.places import counties
from tests.dashboard.forum.some_decks import AREAS, decks

A, B, C = (Scene("map", indicator=name) for name in ("total", "public", "others"))
DECK = Deck("services", ("13", "53"), (A, B, C))
KAUNAS = next(members(each) for each in counties() if each.name_en == "Kaunas County")
light = settings(max_examples=60)


@pytest.mark.parametrize(
    ("do", "scenes"),
    [
        ("up.2", (B, A, C)),
        ("down.2", (A, C, B)),
        ("move.1.3", (B, C, A)),
        ("move.3.1", (C, A, B)),
        ("copy.2", (A, B, B, C)),
        ("remove.2", (A, C)),
        ("add.trend", (A, B, C, Scene("trend", indicator="others"))),
        ("add.title", (A, B, C, Scene("title"))),
        ("reset", default_deck("services").scenes),
    ],
)
def test_an_edit_does_what_it_says_and_leaves_the_rest(do: str, scenes: tuple[Scene, ...]) -> None:
    assert edited(DECK, do) == replace(DECK, scenes=scenes)


@pytest.mark.parametrize(
    "do",
    [
        "", "up", "down", "copy", "remove", "add", "up.1", "down.3", "up.0", "up.4", "up.-1",
        "up.x", "copy.4", "copy.1.2", "remove.1.2", "move.1", "move.1.4", "move.0.1", "move.1.2.3",
        "up. 2", "add.dance", "add.", "reset.1", "up.²", "up.٣", "UP.2", f"up.{'9' * 9999}",
        "up.2\n",
    ],
)  # fmt: skip
def test_what_does_not_fit_changes_nothing(do: str) -> None:
    assert edited(DECK, do) == DECK


def test_a_scene_is_added_before_the_sources_that_end_the_deck() -> None:
    for deck in map(default_deck, PURPOSES):
        added = edited(deck, "add.question")
        assert added.scenes == (*deck.scenes[:-1], Scene("question"), deck.scenes[-1])


def test_a_deck_is_never_empty_nor_longer_than_it_can_be() -> None:
    alone, full = replace(DECK, scenes=(A,)), replace(DECK, scenes=(A,) * MOST_SCENES)
    assert edited(alone, "remove.1") == alone
    assert edited(full, "copy.1") == edited(full, "add.map") == full
    assert with_map(full, "", AREAS).scenes == full.scenes
    assert edited(Deck(), "add.map").scenes == (Scene("map"),)


@light
@given(
    decks(),
    st.one_of(
        st.tuples(st.sampled_from(["up", "down"]), st.integers(1, 9)),
        st.tuples(st.just("move"), st.integers(1, 9), st.integers(1, 9)),
    ),
)
def test_no_move_loses_a_scene(deck: Deck, do: tuple[object, ...]) -> None:
    assert Counter(edited(deck, ".".join(map(str, do))).scenes) == Counter(deck.scenes)


@light
@given(decks(), st.integers(1, 9))
def test_what_goes_up_comes_down_and_what_is_repeated_can_be_taken_out(deck: Deck, at: int) -> None:
    if 1 < at <= len(deck.scenes):
        assert edited(edited(deck, f"up.{at}"), f"down.{at - 1}") == deck
        assert edited(edited(deck, f"copy.{at}"), f"remove.{at}") == deck


@pytest.mark.parametrize(
    ("query", "scene"),
    [
        ("", Scene("map")),
        (
            "indicator=total&unit=eur&area=culture&year=2019",
            Scene("map", "total", "eur", "culture", 2019),
        ),
        ("indicator=total&unit=per_resident&classes=equal&zoom=2,24,55", Scene("map", "total")),
        ("select=13,53", Scene("county_map")),
        ("select=53,13&year=2020", Scene("county_map", year=2020)),
        ("select=53", Scene("county_map", select=("53",))),
        ("select=53,34", Scene("map", select=("53", "34"))),
        ("indicator=nothing&year=x", Scene("map")),
    ],
)
def test_a_view_of_the_map_becomes_a_scene(query: str, scene: Scene) -> None:
    assert with_map(DECK, query, AREAS) == replace(DECK, scenes=(*DECK.scenes, scene))


def test_a_deck_about_nobody_is_about_whom_the_map_selects() -> None:
    deck = with_map(default_deck("yearly"), "select=kaunas-county&indicator=total", AREAS)
    assert deck.select == KAUNAS
    assert deck.scenes[-2] == Scene("county_map", "total")
    assert with_map(default_deck("yearly"), "", AREAS).select == ()


def test_every_kind_can_be_added() -> None:
    for kind in kinds():
        assert edited(DECK, f"add.{kind}").scenes[-1].kind == kind
