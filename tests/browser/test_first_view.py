"""What a newcomer sees first, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from geo.places import municipalities
from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

# Address, title, start of the sentence, demonstration mark.
FIRST = {
    "lt": (
        LT_MAP,
        "NVO konkurso būdu išmokėtų lėšų dalis, 2025 m.",
        "NVO konkurso būdu išmokėtų lėšų dalis, 2025 m.: daugiausia – ",
        "DEMONSTRACINIAI, NE TIKRI SKAIČIAI.",
    ),
    "en": (
        EN_MAP,
        "NGO competition share of money paid, 2025",
        "NGO competition share of money paid, 2025: highest in ",
        "DEMONSTRATION FIGURES, NOT REAL ONES.",
    ),
}


@pytest.mark.parametrize("code", FIRST)
def test_the_newest_year_of_all_60_under_a_title_and_a_sentence(stay, store, code):
    path, title, start, demo = FIRST[code]
    page = stay(path)
    atlas = MapPage(page)
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(atlas.title).to_have_text(title)
    expect(atlas.sentence).to_contain_text(start)
    assert len(atlas.fills()) == len(municipalities())
    expect(atlas.ranking_rows).to_have_count(60)
    expect(atlas.table_rows).to_have_count(60)
    expect(page.locator(".demo-badge")).to_be_visible()
    source = page.locator("#map-source").inner_text()
    assert source.startswith(demo)
    assert re.search(r"\(20\d\d-\d\d-\d\d\)", source)
    assert store.version in source


@pytest.mark.parametrize("code", FIRST)
def test_every_figure_names_its_data_version_and_is_marked_as_a_demonstration(stay, store, code):
    page = stay(FIRST[code][0])
    badge = page.locator(".demo-badge").inner_text()
    for panel in ("ranking", "trend", "table"):
        line = page.locator(f".panel-{panel} .source")
        expect(line).to_contain_text(store.version)
        expect(line).to_contain_text(badge)


def test_names_and_numbers_follow_the_language(stay):
    lithuanian, english = MapPage(stay(LT_MAP)).table(), MapPage(stay(EN_MAP)).table()
    assert list(lithuanian) == [place.name_lt for place in municipalities()]
    assert list(english) == [place.name_en for place in municipalities()]
    assert re.fullmatch(r"\d,\d\d\s%", lithuanian["Alytaus m. sav."].value)
    assert re.fullmatch(r"\d\.\d\d%", english["Alytus City"].value)


def test_the_language_link_keeps_the_view(visit):
    page = visit(f"{LT_MAP}?indicator=ngo_any&unit=eur&year=2019&select=13,53")
    MapPage(page)
    page.locator("#language-link").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    atlas = MapPage(page)
    expect(atlas.title).to_have_text("Vilnius City: Paid to NGOs in any way, 2019")
    expect(atlas.chips).to_have_text(["Vilnius City×", "Kėdainiai District×"])
    atlas.in_address(f"{EN_MAP}?indicator=ngo_any&unit=eur&year=2019&select=13,53")


def test_the_map_names_itself_to_a_screen_reader_by_its_title_and_sentence(stay):
    page = stay(EN_MAP)
    box = page.locator("#map")
    expect(box).to_have_accessible_name("NGO competition share of money paid, 2025")
    expect(box).to_have_accessible_description(re.compile(r"highest in .*Arrow keys move"))
