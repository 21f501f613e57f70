"""A deck becomes slides in its order, with the titles and notes that it gives them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from dashboard.forum.deck import PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.making import make_slides
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.slides.content import MapBody
from dashboard.slides.screen import SAYS
from geo.places import counties

if TYPE_CHECKING:
    from dashboard.answers import Atlas

UTENA = members(next(each for each in counties() if each.name_en == "Utena County"))


@pytest.mark.parametrize("code", CODES)
def test_a_deck_s_slides_are_its_scenes(atlas: Atlas, code: str) -> None:
    words, deck = language(code), default_deck(PURPOSES[0], UTENA)
    made = make_slides(DeckTelling(atlas, words, deck, "https://example.org/forumas"))
    assert [slide.kind for slide in made.slides] == [scene.kind for scene in deck.scenes]
    assert (made.lang, made.look, made.address) == (code, "light", "https://example.org/forumas")
    assert made.version == atlas.store.version
    assert made.made == words.date(datetime.now(UTC).date())
    assert {*made.says} == {*SAYS}
    assert words.name(
        next(each for each in counties() if each.name_en == "Utena County"), "full"
    ) in (made.title)


@pytest.mark.parametrize("kind", ["number", "ranking", "trend", "two_years", "changes"])
def test_a_scene_s_own_title_and_note_are_put_over_and_the_sentence_says_what_is_shown(
    atlas: Atlas, kind: str
) -> None:
    scenes = (Scene(kind), Scene(kind, title="Who leads?", note="Wait."))
    plain, own = make_slides(
        DeckTelling(atlas, language("en"), Deck(select=UTENA, scenes=scenes))
    ).slides
    assert (own.title, own.note, own.table) == ("Who leads?", "Wait.", plain.table)
    assert own.sentence == f"{plain.title}. {plain.sentence}"


@pytest.mark.parametrize("kind", ["map", "county_map"])
def test_a_map_keeps_its_own_title_in_every_year_and_says_which_it_is(
    atlas: Atlas, kind: str
) -> None:
    scene = Scene(kind, year=2024, title="Kas pirmauja?")
    deck = Deck(select=UTENA, scenes=(scene,))
    (slide,) = make_slides(DeckTelling(atlas, language("lt"), deck)).slides
    assert isinstance(slide.body, MapBody)
    assert slide.title == "Kas pirmauja?, 2024 m."
    assert all(year.title == f"Kas pirmauja?, {year.label} m." for year in slide.body.years)
    name = language("lt").t("indicator.ngo_competition_share.name")
    assert all(year.sentence.startswith(f"{name}, {year.label} m. ") for year in slide.body.years)


def test_a_title_of_words_needs_no_sentence(atlas: Atlas) -> None:
    deck = Deck(scenes=(Scene("question", title="Ką darysime?"),))
    (slide,) = make_slides(DeckTelling(atlas, language("lt"), deck)).slides
    assert (slide.title, slide.sentence) == ("Ką darysime?", "")
