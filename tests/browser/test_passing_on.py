"""What is passed on shows the same to whoever opens it, whenever: year, part of the map, order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.test_accessibility import violations
from tests.map_address import EN_MAP, LT_MAP

NEWEST = "2025"
WIDTH = """() => [...document.querySelectorAll(".choroplethlocation")]
    .find((path) => path.__data__.loc === "27").getBoundingClientRect().toJSON()"""


@pytest.fixture
def opened(visit):
    """Opens the panel of a page, with all of it unfolded where that is asked for."""

    def open_panel(path, *, unfolded=False, **options):
        page = visit(path, **options)
        if page.locator("#controls").count():
            MapPage(page)
        page.locator("#share-link").click()
        expect(page.locator("#share-dialog")).to_be_visible()
        for part in page.locator(".share-part > summary").all() if unfolded else []:
            part.click()
        return page

    return open_panel


def test_a_copied_link_names_the_year_though_it_is_the_newest_today(opened):
    page = opened(f"{EN_MAP}?select=13", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy: Link to this view").click()
    expect(page.locator("#share-said")).to_have_text("Copied: Link to this view.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{EN_MAP}?year={NEWEST}&select=13")
    expect(page).to_have_url(re.compile(rf"{EN_MAP}\?select=13$"))


def test_what_may_not_be_copied_is_selected_for_the_visitor(opened):
    page = opened(EN_MAP, unfolded=True)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy: BibTeX").click()
    expect(page.locator("#share-said")).to_contain_text("copy it yourself")
    assert page.evaluate("getSelection().toString()").startswith("@misc{savivalda-")


def test_the_panel_is_of_what_is_looked_at_now(visit):
    atlas = MapPage(visit(EN_MAP))
    page = atlas.page
    atlas.set_year(2019)
    atlas.row("Kėdainiai District").click()
    page.locator(".taking a.share").click()  # at once, before the address is written
    expect(page.locator("#share-whole")).to_have_value(
        re.compile(rf"{EN_MAP}\?year=2019&select=53$")
    )
    expect(page.locator("#share-title")).to_contain_text("2019")
    page.keyboard.press("Escape")
    atlas.set_year(2020)
    page.locator("#share-link").click()
    expect(page.locator("#share-whole")).to_have_value(
        re.compile(rf"{EN_MAP}\?year=2020&select=53$")
    )


def test_it_is_worked_by_keyboard_and_gives_the_focus_back(visit):
    page = visit("/en/about")
    page.locator("#share-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#share-whole")).to_be_focused()
    inside = (
        "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
    )
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(inside), "what lies behind is out of reach"
    page.keyboard.press("Escape")
    expect(page.locator("#share-dialog")).to_be_hidden()
    expect(page.locator("#share-link")).to_be_focused()


def test_a_preview_is_fetched_once_it_is_unfolded(opened):
    page = opened(f"{EN_MAP}?year=2019", unfolded=True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/embed/en/trend?year=2019"):
        page.locator("#share-of-trend > summary").click()
    frame = page.frame_locator("iframe[name=preview-trend]")
    expect(frame.locator("h1")).to_contain_text("NGO competition share")
    assert not [url for url in asked if "/embed/en/map" in url]


def test_without_scripts_it_is_a_page_with_everything_in_it(visit):
    page = visit(f"{EN_MAP}?select=13", java_script_enabled=False)
    page.locator("#share-link").click()
    link = page.locator("#share-whole")
    expect(link).to_have_value(re.compile(rf"{EN_MAP}\?year={NEWEST}&select=13$"))
    expect(page.locator("#share-panel button:visible")).to_have_count(0)
    page.locator("#share-cite-part > summary").click()
    expect(page.locator("#share-cite-bib")).to_be_visible()
    page.locator("#share-frame-part > summary").click()
    page.locator("#share-of-map > summary").click()
    page.get_by_role("link", name="Preview: Map").click()
    expect(page.frame_locator("iframe[name=preview-map]").locator("h1")).to_be_visible()


@pytest.mark.parametrize(("path", "scheme"), [("/", "light"), ("/en/about", "dark")])
def test_axe_finds_nothing_in_it(opened, path, scheme):
    page = opened(path, unfolded=True, color_scheme=scheme)
    assert violations(page) == []


def test_on_a_phone_it_fits(opened):
    page = opened(f"{LT_MAP}?year=2019", viewport={"width": 320, "height": 640})
    assert page.evaluate(
        "() => { const it = document.getElementById('share-dialog');"
        " return it.scrollWidth <= it.clientWidth && it.getBoundingClientRect().right <= 320; }"
    )


def test_a_part_of_the_map_is_in_the_address_and_opens_again(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=27"))
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
    shared.in_address(f"{EN_MAP}?select=27")


def test_back_shows_the_part_that_was_seen(visit):
    atlas = MapPage(visit(f"{EN_MAP}?zoom=4,24.36,55.73"))
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
