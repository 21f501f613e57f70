"""What is passed on shows the same to whoever opens it, whenever: year, part of the map, order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage

NEWEST = "2025"
WIDTH = """() => [...document.querySelectorAll(".choroplethlocation")]
    .find((path) => path.__data__.loc === "27").getBoundingClientRect().toJSON()"""


def test_a_copied_link_names_the_year_though_it_is_the_newest_today(visit):
    page = visit("/en/?select=13", permissions=["clipboard-read", "clipboard-write"])
    atlas = MapPage(page)
    page.locator("#share").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/en/?year={NEWEST}&select=13")
    expect(page.get_by_text("Link copied: ")).to_contain_text(copied)
    atlas.in_address("/en/?select=13")
    atlas.set_year(2019)
    expect(page.locator("#shared")).to_be_empty()


def test_a_link_that_may_not_be_copied_is_told(visit):
    page = visit("/en/")
    MapPage(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("#share").click()
    expect(page.locator("#shared")).to_contain_text(f"/en/?year={NEWEST}")


def test_without_scripts_the_link_stands_in_the_page(visit):
    page = visit("/en/?select=13", java_script_enabled=False)
    link = page.get_by_role("link", name="Link to this view")
    expect(link).to_have_attribute("href", f"/en/?year={NEWEST}&select=13")


def test_a_part_of_the_map_is_in_the_address_and_opens_again(visit):
    atlas = MapPage(visit("/en/?select=27"))
    for _ in range(3):
        atlas.page.get_by_role("button", name="Zoom in").click()
    expect(atlas.page).to_have_url(re.compile(r"zoom=4\.1,"))
    unmoved = atlas.page.url
    x, y = atlas.point("27")
    atlas.page.mouse.move(x, y)
    atlas.page.mouse.down()
    atlas.page.mouse.move(x - 60, y + 40, steps=4)
    atlas.page.mouse.up()
    expect(atlas.page).not_to_have_url(unmoved)
    expect(atlas.chips).to_have_count(1)
    there = atlas.page.evaluate(WIDTH)
    shared = MapPage(visit(atlas.page.url))
    shared.settle()
    again = shared.page.evaluate(WIDTH)
    for side in ("left", "top", "width", "height"):
        assert again[side] == pytest.approx(there[side], abs=4), side
    shared.page.set_viewport_size({"width": 1366, "height": 768})
    shared.settle()
    assert "zoom=4.1," in shared.page.url
    shared.page.get_by_role("button", name="All Lithuania").click()
    shared.in_address("/en/?select=27")


def test_back_shows_the_part_that_was_seen(visit):
    atlas = MapPage(visit("/en/?zoom=4,24.36,55.73"))
    atlas.settle()
    near = atlas.page.evaluate(WIDTH)["width"]
    atlas.page.get_by_role("button", name="All Lithuania").click()
    atlas.page.locator("#area").select_option("culture")
    expect(atlas.title).to_contain_text("(culture)")
    atlas.page.get_by_role("button", name="Zoom in").click()
    atlas.page.go_back()
    expect(atlas.title).not_to_contain_text("(culture)")
    atlas.settle()
    assert atlas.page.evaluate(WIDTH)["width"] < near / 3
