"""On a phone and at 200 % zoom the answer comes first, and nothing of it is cut."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import PAINTED, MapPage
from tests.map_address import EN_MAP, LT_MAP

PHONES = [(360, 740), (390, 844), (412, 915), (640, 360)]
CUT = """() => [...document.querySelectorAll(
        ".ranking-list .name, #table tbody th, #table td, #chosen, .controls :is(input, select)")]
    .filter((item) => item.checkVisibility())
    .filter((item) => item.scrollWidth > item.clientWidth + 1)
    .map((item) => `${item.tagName} ${item.textContent || item.value}`)"""
SIDEWAYS = """() => [...document.querySelectorAll("html, .table-scroll, .ranking-list")]
    .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className)"""
# Rows of the ranking that its own box shows in part only.
HALVED = """() => {
    const list = document.querySelector(".ranking-list"), box = list.getBoundingClientRect();
    return [...list.querySelectorAll("button")].map((row) => row.getBoundingClientRect())
        .filter(({ top, bottom }) => (top < box.top - 1 && bottom > box.top + 4)
            || (top < box.bottom - 4 && bottom > box.bottom + 1)).length;
}"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("width", "height"), PHONES)
def test_the_choices_are_one_line_that_says_what_is_chosen(visit, width, height, scripts):
    page = visit(
        f"{EN_MAP}?year=2019&area=culture",
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
    )
    line, form = page.locator(".fold summary"), page.locator("#controls")
    expect(line).to_contain_text("NGO competition share of money paid (culture) · % · 2019")
    expect(form).to_be_hidden()
    assert line.bounding_box()["height"] < 60
    line.focus()
    page.keyboard.press("Enter")
    expect(form).to_be_visible()
    line.click()
    expect(form).to_be_hidden()


def test_the_line_follows_what_is_chosen(visit):
    atlas = MapPage(visit(EN_MAP, viewport={"width": 390, "height": 844}))
    line = atlas.page.locator("#chosen")
    expect(line).to_have_text("NGO competition share of money paid · % · all areas · 2025")
    atlas.page.locator(".fold summary").click()
    atlas.page.locator("#area").select_option("culture")
    expect(line).to_have_text("NGO competition share of money paid (culture) · % · 2025")
    atlas.set_year(2018)
    expect(line).to_have_text("NGO competition share of money paid (culture) · % · 2018")


def test_sentence_map_and_legend_are_on_the_first_screen_of_a_phone(visit):
    for path in (LT_MAP, f"{EN_MAP}?select=53"):
        atlas = MapPage(visit(path, viewport={"width": 390, "height": 844}))
        for part in ("#sentence", "#map", "#legend ul"):
            box = atlas.page.locator(part).bounding_box()
            assert box["y"] + box["height"] <= 844, part


@pytest.mark.parametrize(
    "path",
    [
        f"{LT_MAP}?select=13",
        f"{EN_MAP}?select=13",
        f"{LT_MAP}?indicator=total&unit=eur",
        f"{EN_MAP}?indicator=total&unit=constant",
    ],
)
def test_nothing_is_cut_and_nothing_scrolls_sideways(visit, path):
    page = visit(path, viewport={"width": 640, "height": 720})
    MapPage(page)
    page.locator(".fold summary").click()
    for width, height in PHONES:
        page.set_viewport_size({"width": width, "height": height})
        page.locator("#table").scroll_into_view_if_needed()
        page.evaluate(PAINTED)
        assert (page.evaluate(CUT), page.evaluate(SIDEWAYS)) == ([], []), width


def test_no_row_of_the_ranking_is_cut_where_its_box_ends(visit):
    atlas = MapPage(visit(LT_MAP))
    for width, height in ((1280, 720), (1366, 768), (1920, 1080), (640, 360), (960, 540)):
        atlas.page.set_viewport_size({"width": width, "height": height})
        atlas.settle()
        assert atlas.page.evaluate(HALVED) == 0, (width, height)


@pytest.mark.parametrize("code", ["lt", "en"])
def test_whence_figures_come_is_told_without_saying_where_on_the_page(stay, code):
    page = stay({"lt": LT_MAP, "en": EN_MAP}[code])
    for panel in ("ranking", "trend", "table"):
        expect(page.locator(f".panel-{panel} .source a")).to_have_attribute("href", "#map-source")
