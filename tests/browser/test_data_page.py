"""The data page in use: read across a room, walked by keyboard, opened part by part, taken away."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from playwright.sync_api import expect

from dashboard.pages.data.submission_matrix import STATES
from tests.browser.map_page import PAINTED, taken
from tests.browser.test_accessibility import contrast, violations

ADDRESSES = ("/duomenys", "/en/data")
SIGNS = """(state) => {
    const cell = document.querySelector(`.matrix td.form-${state}`);
    const sign = getComputedStyle(cell, "::before");
    return { sign: sign.content, size: parseFloat(sign.fontSize), ink: sign.color,
        ground: getComputedStyle(cell).backgroundColor, ...cell.getBoundingClientRect().toJSON() };
}"""
IN_SIGHT = """(row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const head = document.querySelector(".matrix thead th").getBoundingClientRect();
    return head.top >= 0 && top >= head.bottom - 1 && bottom <= innerHeight;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_matrix_can_be_read_from_a_projector(visit, scheme):
    screen = {"width": 1920, "height": 1080}
    page = visit("/duomenys", viewport=screen, color_scheme=scheme)
    page.locator(".matrix").scroll_into_view_if_needed()
    cells = [page.evaluate(SIGNS, state) for state in STATES]
    assert len({cell["sign"] for cell in cells}) == len(STATES), "told apart without colour"
    for cell in cells:
        assert cell["size"] >= 16
        assert min(cell["width"], cell["height"]) >= 24
        assert contrast(cell["ink"], cell["ground"]) >= 7
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_cell_says_its_state_and_kind_in_words(stay):
    page = stay("/en/data")
    cell = page.locator(".matrix td.form-no_answer").first
    expect(cell).to_have_text("Asked, no answer, invented")
    expect(page.get_by_role("table", name="The forms of each municipality")).to_have_count(1)
    expect(page.get_by_role("rowheader", name="Vilnius City", exact=True)).to_have_count(1)


@pytest.mark.parametrize("county", ["Alytaus", "Vilniaus"])
def test_a_county_leads_to_its_municipalities_under_the_years(visit, county):
    page = visit("/duomenys")
    page.locator(".counties a", has_text=county).click()
    line = page.locator(".county th", has_text=county)
    expect(line).to_be_in_viewport()
    assert line.evaluate(IN_SIGHT)


def test_the_matrix_is_walked_by_keyboard_on_a_small_screen(visit):
    page = visit("/duomenys", viewport={"width": 390, "height": 720})
    region = page.locator(".matrix-scroll")
    region.focus()
    assert region.evaluate("(box) => box.matches(':focus-visible')")
    for _ in range(3):
        page.keyboard.press("PageDown")
        page.evaluate(PAINTED)
    expect(
        page.get_by_role("rowheader", name="Alytaus m. sav.", exact=True)
    ).not_to_be_in_viewport()
    expect(page.locator(".matrix thead th").first).to_be_in_viewport()


def test_tab_goes_through_the_contents_and_opens_a_part_of_the_dictionary(visit):
    page = visit("/en/data")
    page.locator(".parts a", has_text="Data dictionary").press("Enter")
    expect(page.locator("#dictionary-title")).to_be_in_viewport()
    part = page.locator("details", has_text="Appropriations and payments").first
    expect(part.locator("table")).to_be_hidden()
    part.locator("summary").press("Enter")
    expect(part.get_by_role("rowheader", name="executed")).to_be_visible()
    expect(part).to_contain_text("decimal number, €")
    part.get_by_role("link", name="award_mode").click()
    expect(page.locator("#codes-award_mode")).to_contain_text("Competition")
    expect(page.locator("#codes-award_mode")).to_be_in_viewport()


@pytest.mark.parametrize(("address", "scheme"), [("/duomenys", "light"), ("/en/data", "dark")])
def test_axe_finds_nothing_with_all_parts_open(visit, address, scheme):
    """What is seen while they are closed is seen then too."""
    page = visit(address, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_taken_away_has_the_checksum_that_stands_beside_it(stay, store, address):
    page = stay(address)
    rows = page.locator(".panel-take tbody tr")
    expect(rows).to_have_count(4)
    for row in rows.all():
        name, content = taken(page, row.locator("a"))
        assert name == row.locator("a").inner_text()
        assert store.version in name
        assert hashlib.sha256(content).hexdigest() == row.locator(".checksum").inner_text()
    expect(page.locator(".citation")).to_have_text(re.compile(re.escape(store.version)))


def test_a_click_on_the_citation_selects_it_whole(stay):
    page = stay("/en/data")
    page.locator(".citation").click()
    assert page.evaluate("getSelection().toString()") == page.locator(".citation").inner_text()


def test_on_a_phone_nothing_is_wider_than_the_screen_even_opened(visit):
    page = visit("/duomenys", viewport={"width": 390, "height": 844}, has_touch=True)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_it_tells_search_engines_is_read_and_never_run(visit, address):
    """The policy that forbids scripts within a page has nothing to object to."""
    page = visit("/en/about")
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => (window.objected = event))"
    )
    page.goto(address)
    block = page.locator('head script[type="application/ld+json"]')
    assert json.loads(block.text_content())["@type"] == "Dataset"
    assert page.evaluate("window.objected") is None
