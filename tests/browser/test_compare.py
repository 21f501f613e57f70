"""Municipalities side by side: chosen by name, read in any width, by keyboard and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import PAINTED
from tests.browser.paper import bare, printed
from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER
from tests.map_address import LT_MAP

SIX = "select=11,12,19,21,27,13&unit=eur"
"""With the longest figures that there are."""

CUT = """() => [...document.querySelectorAll(".compare-table tbody :is(td, th)")]
    .filter((cell) => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => cell.textContent)"""


@pytest.mark.parametrize(("path", "scheme"), [("/palyginimas", "dark"), ("/en/compare", "light")])
def test_axe_finds_nothing_in_six_beside_each_other(visit, path, scheme):
    page = visit(f"{path}?{SIX}&year=2019", color_scheme=scheme)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations(page) == []


def test_nothing_is_cut_off_in_any_width(stay):
    page = stay(f"/palyginimas?{SIX}")
    for width in (320, 390, 640, 1000, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        wider = [each for each in page.evaluate(WIDER) if "compare-scroll" not in each]
        assert wider == [], f"at {width} px"
        assert page.evaluate(CUT) == [], f"at {width} px"


def test_municipalities_are_added_by_name_and_removed_without_loading_the_page(visit):
    page = visit("/en/compare?select=13,53")
    page.evaluate("() => { window.same = true; }")
    page.locator("#select").fill("kauno miestas")
    page.locator("#select").press("Enter")
    expect(page.locator("h1")).to_contain_text("Kaunas City")
    expect(page.locator(".compare-table thead a")).to_have_count(3)
    expect(page).to_have_url(re.compile(r"\?select=13,53,19&year=2025$"))
    expect(page.locator("#select")).to_have_value("")
    page.get_by_role("link", name="Remove Vilnius City").click()
    expect(page.locator(".compare-table thead a")).to_have_count(2)
    page.locator("#select").fill("vilnius")
    page.locator("#select").press("Enter")
    page.locator("#note").get_by_role("link", name="Vilnius District").click()
    expect(page).to_have_url(re.compile(r"\?select=53,19,41&year=2025$"))
    page.locator("#figures").check()
    expect(page.locator("#sentence")).to_contain_text("too few figures")
    assert page.evaluate("() => window.same")
    page.go_back()
    expect(page.locator("#sentence")).to_contain_text("of the 3 municipalities")


def test_the_names_stay_in_sight_and_the_selection_of_the_map_leads_here(visit):
    page = visit(f"{LT_MAP}?select=13,53&year=2019")
    page.locator(".chips a.compare").click()
    expect(page.locator("h1")).to_have_text(
        "Palyginimas: Vilniaus m. sav., Kėdainių r. sav. (2019 m.)"
    )
    page.locator("#row-openness").scroll_into_view_if_needed()
    expect(page.locator(".compare-table thead a").first).to_be_in_viewport()


ENDS = """() => [...document.querySelectorAll(".compare-table tr")]
    .map((row) => Math.round(row.lastElementChild.getBoundingClientRect().right))"""


def test_six_are_whole_on_paper_each_figure_under_its_head(visit):
    page = visit(f"/palyginimas?{SIX}&year=2019")
    sheets = printed(page, "A4 upright")
    assert len(sheets) <= 2
    said = "".join(sheet.text() for sheet in sheets)
    for cell in page.locator(".compare-table tbody strong").all_inner_texts():
        assert bare(cell) in said
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert len(set(page.evaluate(ENDS))) == 1, media
