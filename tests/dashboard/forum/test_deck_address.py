"""A deck's address opens whatever stands in it, says what was of no use, and is written short."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.address import Note
from dashboard.forum.address import LONGEST_ADDRESS, read_deck, write_deck
from dashboard.forum.choices import CHOSEN, TEXTS, possible, settled_scene, taken
from dashboard.forum.deck import MOST_PLACES, MOST_SCENES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.frame.notes import notes_text
from dashboard.indicators.selection import members
from dashboard.language.i18n import language
from geo.places import counties, municipalities
from tests.dashboard.forum.some_decks import AREAS, CODES, decks

UTENA = next(members(each) for each in counties() if each.name_en == "Utena County")
light = settings(max_examples=60)


@light
@given(decks())
def test_a_deck_written_and_read_is_itself(deck: Deck) -> None:
    assert read_deck(write_deck(deck), AREAS) == deck
    assert read_deck(f"?{write_deck(deck)}", AREAS) == deck


@light
@given(decks())
def test_a_form_that_sends_all_its_fields_means_the_same_deck(deck: Deck) -> None:
    """A form sends every field, those left as usual empty, and each municipality by itself."""
    pairs = [("select", code) for code in deck.select]
    pairs += [("select", ""), ("deck", deck.purpose), ("look", deck.look)]
    for number, scene in enumerate(deck.scenes, 1):
        pairs.append((str(number), scene.kind))
        for name in taken(scene.kind):
            value = getattr(scene, name)
            shown = ",".join(value) if name == "select" else str(value or "")
            pairs.append((f"{number}.{name}", shown))
    assert read_deck(urlencode(pairs), AREAS) == deck


def test_a_default_deck_has_a_short_readable_address() -> None:
    assert write_deck(default_deck("yearly")) == ""
    assert write_deck(default_deck("services", UTENA)) == "select=utena-county&deck=services"
    asked = read_deck("select=Utenos+apskritis&look=dark&select=Vilniaus+m.", AREAS)
    assert asked == replace(default_deck("yearly", (*UTENA, "13")), look="dark")
    assert write_deck(asked) == "select=utena-county,13&look=dark"


def test_scenes_stand_in_the_address_by_their_numbers_without_what_is_usual() -> None:
    query = "9=sources&2=map&2.indicator=total&2.unit=per_resident&2.area=all&2.year=2020&1=title"
    deck = read_deck(query, AREAS)
    assert deck == Deck(scenes=(Scene("title"), Scene("map", "total", year=2020), Scene("sources")))
    assert write_deck(deck) == "1=title&2=map&2.indicator=total&2.year=2020&3=sources"


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("deck=x&look=blue", [Note("deck", "x"), Note("look", "blue")]),
        ("select=Atlantis", [Note("select", "Atlantis")]),
        ("1=map&2=dance", [Note("2", "dance")]),
        ("1=map&1.indicator=nothing", [Note("1.indicator", "nothing")]),
        ("1=map&1.unit=eur", [Note("1.unit", "eur")]),
        ("1=map&1.area=moon", [Note("1.area", "moon")]),
        ("1=map&1.year=1990", [Note("1.year", "1990")]),
        ("1=map&1.year=" + "9" * 5000, [Note("1.year", "9" * 5000)]),
        ("1=two_years&1.year=2018&1.before=2018", [Note("1.before", "2018")]),
        ("1=map&1.select=Atlantis", [Note("1.select", "Atlantis")]),
        ("1=map&1.colour=red", [Note("1.colour", "red")]),
        ("1=map&1.title=" + "a" * 121, [Note("long", "1.title")]),
        ("1=map&1.note=" + "a" * 401, [Note("long", "1.note")]),
        # What the kind does not take cannot be wrong.
        ("1=sources&1.indicator=nothing&1.year=x&1.select=Atlantis&1.text=" + "a" * 999, []),
    ],
)  # fmt: skip
def test_what_is_of_no_use_falls_back_and_is_named(query: str, notes: list[Note]) -> None:
    deck = read_deck(query, AREAS)
    assert list(deck.notes) == notes
    assert read_deck(write_deck(deck), AREAS) == replace(deck, notes=())


@pytest.mark.parametrize("code", ["lt", "en"])
def test_more_than_there_is_room_for_is_left_out_and_said(code: str) -> None:
    query = "&".join(f"{number}=map" for number in range(1, MOST_SCENES + 3))
    deck = read_deck(f"{query}&1.title={'a' * 200}&select={','.join(CODES)}", AREAS)
    assert len(deck.scenes) == MOST_SCENES
    assert deck.select == tuple(CODES[:MOST_PLACES])
    said = notes_text(deck.notes, language(code))
    words = {"lt": ("dvylika", "trisdešimt"), "en": ("twelve", "thirty")}[code]
    assert all(said.count(word) == 1 for word in (*words, "1.title"))
    assert "31" not in said


def test_texts_that_no_address_could_carry_leave_it_from_the_end_and_no_scene_does() -> None:
    most = max(kinds(), key=lambda kind: len(taken(kind)))
    scene = Scene(most, title="ž" * 120, note="ė" * 400)
    for name in kinds()[most].takes:
        choices = possible(scene, name, AREAS) if name not in ("select", "text") else ()
        if choices:
            longest = max(choices[1:] or choices, key=lambda each: len(str(each)))
            scene = replace(scene, **{name: longest})
    scene = replace(settled_scene(scene, AREAS)[0], select=tuple(CODES[::5]))
    deck = Deck(PURPOSES[1], tuple(CODES[::5]), (scene,) * MOST_SCENES, "dark")
    read = read_deck(write_deck(deck), AREAS)
    assert any(note == Note("long", "…") for note in read.notes)  # cut before it was read
    for title in ("a" * 120, "ž" * 20):
        shown = tuple(replace(scene, title=title, note="note") for _ in deck.scenes)
        read = read_deck(write_deck(replace(deck, scenes=shown)), AREAS)
        assert len(read.scenes) == MOST_SCENES
        assert len(write_deck(read)) <= LONGEST_ADDRESS
        assert {replace(each, title="", note="") for each in read.scenes} == {
            replace(scene, title="", note="")
        }
        assert read.notes[0] == Note("long", "30.note")
        assert read_deck(write_deck(read), AREAS) == replace(read, notes=())


NAMES = (*TEXTS, *CHOSEN, "select", "colour")
KEYS = (
    *("select", "deck", "look", "do", "0", "1", "2", "1.", "07", "1.1", "٣", "999"),
    *(f"{at}.{name}" for at in (1, 2) for name in NAMES),
)
VALUES = (
    *kinds(),
    *("total", "percent", "culture", "2020", "2015", "kaunas-county", "13,x", "services", "dark"),
    *("\0\x7f\ud800", "a\nb\u202ec", "ž" * 500, "%", "&=", "-1", "²", "99999"),
)
pairs = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=14)
hostile = st.one_of(
    st.text(st.characters(), max_size=60),
    pairs.map(lambda given: urlencode(given, errors="replace")),
    st.text("?&=%+;,.12amp", max_size=40),
)


@light
@given(hostile)
def test_whatever_stands_in_the_address_a_deck_opens_and_its_own_address_lasts(text: str) -> None:
    deck = read_deck(text, AREAS)
    assert deck.scenes
    written = write_deck(deck)
    assert read_deck(written, AREAS) == replace(deck, notes=())
    assert all(value.isprintable() for _, value in parse_qsl(written))


def test_an_address_of_a_thousand_strange_names_is_read_at_once() -> None:
    names = ",".join(f"{place.name_lt[:-1]}{at}" for at in range(20) for place in municipalities())
    started = perf_counter()
    read_deck(f"select={names}", AREAS)
    assert perf_counter() - started < 1


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_default_deck_fits_its_kinds_and_names_nothing_that_is_usual(purpose: str) -> None:
    scenes = default_deck(purpose).scenes
    assert 9 <= len(scenes) <= 12
    assert [settled_scene(scene, AREAS) for scene in scenes] == [(scene, []) for scene in scenes]
    assert scenes[0].kind == "title"
    assert scenes[-1].kind == "sources"
    assert "question" in {scene.kind for scene in scenes}


def test_every_kind_stands_in_a_default_deck() -> None:
    told = {scene.kind for purpose in PURPOSES for scene in default_deck(purpose).scenes}
    assert told == set(kinds())
