"""The address of the map page holds everything that is looked at, and nothing besides."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

FULL = "?indicator=ngo_any&unit=eur&area=culture&classes=natural&year=2019&select=13,53&names=1"


def test_a_reload_brings_the_same_view(visit):
    page = visit(f"{EN_MAP}{FULL}")
    for _ in range(2):
        atlas = MapPage(page)
        expect(atlas.title).to_have_text("Vilnius City: Paid to NGOs in any way (culture), 2019")
        expect(atlas.note).to_be_empty()
        expect(page.locator("#unit")).to_have_value("eur")
        expect(page.locator("#area")).to_have_value("culture")
        expect(page.locator("#classes")).to_have_value("natural")
        expect(atlas.slider).to_have_value("2019")
        expect(atlas.chips).to_have_text(["Vilnius City×", "Kėdainiai District×"])
        expect(atlas.rings).to_have_count(2)
        expect(atlas.names).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".map-plot").get_by_text("Kėdainiai", exact=True)).to_be_attached()
        atlas.in_address(f"{EN_MAP}{FULL}")
        page.reload()


def test_what_was_done_can_be_shared(visit):
    atlas = MapPage(visit(EN_MAP))
    atlas.page.locator("#area").select_option("culture")
    expect(atlas.title).to_contain_text("(culture)")
    atlas.set_year(2018)
    atlas.row("Vilnius City").click()
    atlas.in_address(f"{EN_MAP}?area=culture&year=2018&select=13")
    shared = MapPage(visit(atlas.page.url))
    for part in ("title", "sentence", "chips", "year"):
        words = getattr(atlas, part).all_text_contents()
        expect(getattr(shared, part)).to_have_text(words)
    assert shared.table() == atlas.table()
    assert shared.fills() == atlas.fills()


def test_defaults_are_left_out(visit):
    atlas = MapPage(
        visit(f"{LT_MAP}?indicator=ngo_competition_share&unit=percent&area=all&classes=quantile")
    )
    expect(atlas.note).to_be_empty()
    atlas.in_address(LT_MAP)
    atlas.set_year(2020)
    atlas.set_year(2025)
    atlas.in_address(LT_MAP)


def test_a_walk_through_the_years_leaves_no_trail_behind_the_back_button(visit):
    page = visit("/apie")
    page.get_by_role("link", name="Žemėlapis", exact=True).click()
    atlas = MapPage(page)
    for year in (2020, 2019, 2018):
        atlas.set_year(year)
    atlas.in_address(f"{LT_MAP}?year=2018")
    page.go_back()
    expect(page).to_have_url(re.compile("/apie$"))


def test_a_year_that_an_address_names_stays_named_though_it_is_the_newest(visit):
    atlas = MapPage(visit(f"{LT_MAP}?year=2025"))
    atlas.row("Neringos sav.").click()
    atlas.in_address(f"{LT_MAP}?year=2025&select=23")


NONSENSE = {
    "indicator=wealth&classes=7&area=magic&year=1990": ["wealth", "7", "magic", "1990"],
    "indicator=total&unit=gold&year=next&select=13,99": ["gold", "next", "99"],
    "indicator=total&unit=constant&year=2026": ["2026"],
    "select=<script>alert(1)</script>": ["<script>alert(1)</script>"],
}


def test_a_value_that_means_nothing_is_named_in_a_quiet_note(visit):
    page = visit("/en/about")
    for query, values in NONSENSE.items():
        page.goto(f"{EN_MAP}?{query}")
        atlas = MapPage(page)
        for value in values:
            expect(atlas.note).to_contain_text(f"“{value}”")
            expect(page).not_to_have_url(re.compile(rf"={re.escape(value)}(&|$)"))
        expect(atlas.note).to_have_attribute("role", "status")
        assert sum(item.count for item in atlas.legend()) == 60


def test_nonsense_shows_the_usual_view(visit):
    page = visit("/apie")
    for query in (
        "select=" + ",".join(["13"] * 500),
        "year=" + "9" * 400,
        "=&&&==;%00%ff",
        "indicator=__proto__&unit=constructor",
        "indicator[]=total&unit[$ne]=eur",
    ):
        page.goto(f"{LT_MAP}?{query}")
        atlas = MapPage(page)
        expect(atlas.title).to_contain_text("NVO konkurso būdu išmokėtų lėšų dalis, 2025 m.")
        assert len(atlas.fills()) == 60


def test_more_than_ten_selected_are_cut_with_a_note(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=11,12,13,15,18,19,21,23,25,27,29,30"))
    expect(atlas.chips).to_have_count(10)
    expect(atlas.note).to_contain_text("ten")


def test_language_link_and_downloads_carry_the_view(visit):
    atlas = MapPage(visit(LT_MAP))
    atlas.page.locator("#area").select_option("culture")
    expect(atlas.title).to_contain_text("(kultūra)")
    atlas.row("Vilniaus m. sav.").click()
    atlas.in_address(f"{LT_MAP}?area=culture&select=13")
    query = "?area=culture&select=13"
    expect(atlas.page.locator("#language-link")).to_have_attribute("href", _ends(EN_MAP + query))
    for kind in ("csv", "xlsx"):
        link = atlas.page.locator(f".downloads a[href*='{kind}']").first
        expect(link).to_have_attribute("href", _ends(f"/download/lt/view.{kind}{query}"))


def test_links_carry_the_view_of_the_address_before_anything_is_touched(visit):
    atlas = MapPage(visit(f"{LT_MAP}?area=culture&year=2017"))
    link = atlas.page.locator("#language-link")
    expect(link).to_have_attribute("href", _ends(f"{EN_MAP}?area=culture&year=2017"))


def _ends(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text) + "$")
