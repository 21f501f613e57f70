"""Flows by keyboard, on a phone, in both looks and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import PAINTED
from tests.browser.paper import bare, printed
from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER

PLACE = "/srautai/kedainiu-r?year=2025"
OVER = """() => [...document.querySelectorAll(".flow-label, .cell")]
    .filter((part) => part.checkVisibility())
    .flatMap((part) => [...part.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.right > document.documentElement.clientWidth || box.left < 0;
    })).map((text) => text.textContent)"""
"""Texts of pictures that run out of the page."""


@pytest.mark.parametrize(("path", "scheme"), [(PLACE, "dark"), ("/en/flows/vilnius-city", "light")])
def test_axe_finds_nothing_and_nothing_runs_out_on_a_phone(visit, path, scheme):
    page = visit(path, color_scheme=scheme)
    assert violations(page) == []
    for width in (360, 390, 700, 1000):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(PAINTED)
        assert page.evaluate(WIDER) == [], f"at {width} px"
        assert page.evaluate(OVER) == [], f"at {width} px"
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator("#sankey-table summary").click()
    assert violations(page) == []


def test_the_keyboard_leads_along_the_money_and_lights_up_its_way(visit):
    page = visit(PLACE)
    said, focused = page.locator("#flow-said"), page.locator(".sankey :focus")
    page.locator(".panel-sankey .downloads a").last.focus()
    page.keyboard.press("Tab")
    expect(said).to_have_text(re.compile("^Kėdainių rajono savivaldybė: "))
    expect(focused).to_have_accessible_name(re.compile("^Kėdainių rajono savivaldybė: "))
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(re.compile("^Kėdainių rajono savivaldybė → "))
    for _ in range(6):
        if "→ NVO" in said.inner_text():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(re.compile("^NVO: "))
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(re.compile("^NVO → "))
    lit = page.locator(".wide .flow-node.on title").all_text_contents()
    assert not any(text.startswith("Biudžetinė") for text in lit)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(said).not_to_have_text(re.compile("→"))
    page.keyboard.press("Tab")
    expect(focused).to_have_count(0)
    expect(page.locator("#sankey-table summary")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(focused).to_have_count(1, timeout=2000)


def test_another_year_and_part_come_without_loading_the_page_and_keys_still_work(visit):
    page = visit(PLACE)
    page.evaluate("() => { window.same = true; }")
    page.locator("#kind").select_option("ngo")
    expect(page.locator("h1")).to_have_text(re.compile(r"\(NVO\)$"))
    page.locator("#year").select_option("2019")
    expect(page).to_have_url(re.compile(r"\?year=2019&kind=ngo$"))
    expect(page.locator("h1")).to_contain_text("2019")
    page.locator(".wide .flow-node").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#flow-said")).to_have_text(re.compile("savivaldybė → NVO: "))
    assert page.evaluate("() => window.same")


def test_it_is_whole_on_paper_with_the_tables_that_are_folded_on_screen(visit):
    page = visit(PLACE)
    sheets = printed(page, "A4 upright")
    said = "".join(sheet.text() for sheet in sheets)
    assert len(sheets) <= 5
    assert "Demonstraciniai" in said
    page.locator("#sankey-table summary").click()
    for cell in page.locator("#sankey-table td").all_inner_texts():
        assert bare(cell) in said
