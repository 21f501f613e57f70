"""Wherever a municipality is named, its page is one click or a few keys away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.test_accessibility import violations
from tests.map_address import EN_MAP, LT_MAP

LINKS = """() => [...document.querySelectorAll("main a.place:not(#card a), main a.compare")]
    .map((link) => [link.ariaLabel || link.textContent, link.getAttribute("href")])"""
NARROW = """() => [...document.querySelectorAll(".ranking-list .place")]
    .map((link) => link.getBoundingClientRect())
    .filter(({ width, height }) => Math.min(width, height) < 24).length"""


def test_links_of_the_map_follow_what_is_looked_at_as_the_first_answer_has_them(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&select=13,53"))
    atlas.page.locator("#unit").select_option("constant")
    expect(atlas.page.locator("#table caption")).to_contain_text("2025 prices")
    atlas.set_year(2019)
    atlas.row("Neringa").click()
    atlas.in_address("?indicator=total&unit=constant&year=2019&select=13,53,23")
    atlas.settle()
    now = atlas.page.evaluate(LINKS)
    kept = "unit=constant&year=2019"
    assert ["Vilnius City", f"/en/municipality/vilnius-city?{kept}"] in now
    assert ["Compare", f"/en/compare?select=13,53,23&{kept}"] in now
    assert len(now) == 60 + 60 + 3 + 1
    address = atlas.page.url.partition(EN_MAP)[2]
    plain = visit(f"{EN_MAP}{address}", java_script_enabled=False)
    assert plain.evaluate(LINKS) == now


def test_those_that_can_stand_side_by_side_are_two_to_six(visit):
    atlas = MapPage(visit(f"{LT_MAP}?select=53"))
    compare = atlas.page.get_by_role("link", name="Palyginti")
    expect(compare).to_have_count(0)
    atlas.row("Neringos sav.").click()
    expect(compare).to_have_attribute("href", "/palyginimas?select=53,23")
    atlas.page.goto(f"{LT_MAP}?select=11,12,13,15,18,19")
    MapPage(atlas.page)
    expect(compare).to_have_count(1)
    atlas.row("Neringos sav.").click()
    expect(compare).to_have_count(0)


def test_a_row_of_the_ranking_leads_to_the_page_by_mouse_and_by_keyboard(visit):
    atlas = MapPage(visit(f"{LT_MAP}?year=2019&figures=real"))
    page = atlas.page
    assert page.evaluate(NARROW) == 0
    page.get_by_role("link", name="Vilniaus m. sav.: savivaldybės puslapis").click()
    expect(page).to_have_url(re.compile(r"/savivaldybe/vilniaus-m\?figures=real&year=2019$"))
    page.go_back()
    atlas = MapPage(page)
    atlas.row("Vilniaus m. sav.").focus()
    page.keyboard.press("Tab")
    link = page.locator(".ranking-list a:focus")
    expect(link).to_have_accessible_name("Vilniaus m. sav.: savivaldybės puslapis")
    expect(atlas.card).to_contain_text("Vilniaus m. sav.")
    page.keyboard.press("ArrowDown")
    expect(link).to_have_count(1)
    expect(link).not_to_have_accessible_name("Vilniaus m. sav.: savivaldybės puslapis")
    name = link.get_attribute("aria-label").partition(":")[0]
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/savivaldybe/"))
    expect(page.locator("h1")).to_contain_text(name.split()[0])


def test_the_card_of_the_map_leads_to_the_page_of_who_is_pointed_at(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=53"))
    page = atlas.page
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    link = atlas.card.locator("a")
    expect(link).to_be_focused()
    expect(link).to_have_text("Kėdainiai District")
    page.keyboard.press("ArrowLeft")
    expect(atlas.year).to_have_text("2024")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/municipality/kedainiai-district\?year=2024$"))


def test_the_table_leads_to_the_page_at_its_one_address(visit):
    page = visit(EN_MAP)
    MapPage(page)
    page.locator("#table").get_by_role("link", name="Kėdainiai District").click()
    expect(page.locator("h1")).to_have_text("Kėdainiai District")
    page.locator("#language-link").click()
    expect(page).to_have_url(re.compile("/savivaldybe/kedainiu-r$"))
    page.goto("/en/municipality/53")
    expect(page).to_have_url(re.compile("/en/municipality/kedainiai-district$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_municipality_s_page_and_an_unknown_one_are_accessible(visit, watch, scheme):
    watch.expect("404")
    for path in ("/savivaldybe/kedainiu-r", "/en/municipality/kaunas"):
        page = visit(path, color_scheme=scheme, viewport={"width": 320, "height": 700})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("typed", "found"),
    [("kedainiu raj", "kedainiai-district"), ("kauno", "kaunas-city"), ("23", "neringa")],
)
def test_one_s_own_municipality_is_found_by_its_names_and_code(visit, typed, found):
    page = visit("/en/municipality")
    field = page.get_by_role("combobox", name="Your municipality")
    field.fill(typed)
    field.press("Enter")
    expect(page).to_have_url(re.compile(f"/en/municipality/{found}$"))


def test_without_scripts_the_form_leads_there_or_says_who_is_near(visit):
    page = visit("/savivaldybe", java_script_enabled=False)
    field, send = page.get_by_label("Jūsų savivaldybė"), page.get_by_role("button", name="Atverti")
    field.fill("vilnius")
    send.click()
    expect(page.get_by_role("status")).to_contain_text("gali reikšti kelias")
    field.fill("vilniaus raj.")
    send.click()
    expect(page.locator("h1")).to_have_text("Vilniaus rajono savivaldybė")
