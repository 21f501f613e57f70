"""The browser's Back steps through views; year and selection change the present one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from playwright.sync_api import Route


def test_back_and_forward_step_through_views(visit):
    page = visit("/en/about")
    page.goto(f"{EN_MAP}?year=2019")
    atlas = MapPage(page)
    page.locator("#area").select_option("culture")
    expect(atlas.title).to_contain_text("culture")
    atlas.set_year(2017)
    atlas.row("Neringa").click()
    atlas.in_address(f"{EN_MAP}?area=culture&year=2017&select=23")
    atlas.search("indicator", "any way")
    expect(atlas.title).to_contain_text("any way")
    atlas.in_address(f"{EN_MAP}?indicator=ngo_any&area=culture&year=2017&select=23")

    page.go_back()
    expect(atlas.title).to_have_text("Neringa: NGO competition share of money paid (culture), 2017")
    expect(atlas.chips).to_have_text(["Neringa×"])
    expect(page.locator("#indicator")).to_have_value("NGO competition share of money paid")
    page.go_back()
    expect(atlas.title).to_have_text("NGO competition share of money paid, 2019")
    expect(atlas.chips).to_have_count(0)
    page.go_forward()
    expect(atlas.title).to_have_text("Neringa: NGO competition share of money paid (culture), 2017")
    expect(atlas.chips).to_have_text(["Neringa×"])
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("About the atlas")


def test_years_names_and_selection_are_no_steps(visit):
    page = visit("/en/about")
    page.goto(EN_MAP)
    atlas = MapPage(page)
    for year in (2016, 2018, 2020):
        atlas.set_year(year)
    atlas.row("Neringa").click()
    atlas.names.click()
    atlas.in_address(f"{EN_MAP}?year=2020&select=23&names=1")
    page.go_back()
    expect(page.locator("h1")).to_have_text("About the atlas")


def test_a_step_can_be_reloaded_and_gone_back_from(visit):
    atlas = MapPage(visit(EN_MAP))
    page = atlas.page
    page.locator("#area").select_option("sport")
    expect(atlas.title).to_contain_text("sport")
    page.reload()
    MapPage(page)
    page.go_back()
    expect(atlas.title).to_have_text("NGO competition share of money paid, 2025")
    expect(page.locator("#area")).to_have_value("all")


def test_back_steps_through_filters_of_the_commitments(visit):
    page = visit("/en/commitments")
    first = page.locator("#sentence").inner_text()
    page.locator("#plan").select_option("3")
    page.locator("#show").click()
    expect(page.locator("#sentence")).not_to_have_text(first)
    page.go_back()
    expect(page.locator("#sentence")).to_have_text(first)
    expect(page.locator("#plan")).to_have_value("")
    page.go_forward()
    expect(page).to_have_url(re.compile("plan=3"))
    expect(page.locator("#plan")).to_have_value("3")


def test_what_is_done_while_a_step_back_is_waited_for_leaves_the_address_true(visit):
    atlas = MapPage(visit(EN_MAP))
    page = atlas.page
    page.locator("#area").select_option("culture")
    expect(atlas.title).to_contain_text("culture")
    kept: list[Route] = []

    def keep(route: Route) -> None:
        kept.append(route)

    page.route(re.compile("/api/v1/views/"), keep)
    page.go_back()
    atlas.row("Neringa").click()
    page.wait_for_timeout(300)
    assert kept, "the step back is waited for"
    for route in kept:
        route.continue_()
    expect(atlas.title).to_have_text("NGO competition share of money paid, 2025")
    expect(page.locator("#area")).to_have_value("all")
    page.wait_for_function("() => !document.documentElement.dataset.waiting")
    expect(page).to_have_url(re.compile(rf"{EN_MAP}(\?select=23)?$"))


def test_the_same_choice_again_is_no_step(visit):
    atlas = MapPage(visit(EN_MAP))
    before = atlas.page.evaluate("history.length")
    atlas.search("indicator", "NGO competition share")
    atlas.settle()
    assert atlas.page.evaluate("history.length") == before
