"""Competitions are found, sorted and followed by keyboard, in any width, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from tests.browser.map_page import PAINTED
from tests.browser.paper import bare, missing, printed
from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER

ITEM = "53-2024-d53-2024-k01"
PATHS = {"lt": "/konkursai", "en": "/en/competitions"}


@pytest.mark.parametrize("code", CODES)
def test_axe_finds_nothing_in_list_item_and_where_nothing_is_found(visit, code):
    scheme = {"lt": "light", "en": "dark"}[code]
    for end in ("?county=utena-county", f"/{ITEM}", "?municipality=Kaunas&area=sport&q=zzz"):
        page = visit(f"{PATHS[code]}{end}", color_scheme=scheme)
        assert violations(page) == [], end
        page.set_viewport_size({"width": 390, "height": 844})
        assert violations(page) == [], f"{end} on a phone"
        page.close()


@pytest.mark.parametrize("end", ["?sort=-requested&figures=demo", f"/{ITEM}"])
def test_nothing_is_cut_off_in_any_width(stay, end):
    page = stay(f"/konkursai{end}")
    for width in (320, 390, 640, 1000, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        wider = [each for each in page.evaluate(WIDER) if not re.search("picture-scroll|svg", each)]
        assert wider == [], f"at {width} px"


def test_filters_order_pages_and_a_competition_by_keyboard_and_back(visit):
    page = visit("/en/competitions")
    page.locator("#municipality").focus()
    page.keyboard.type("kedainiu r")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Competitions: Kėdainiai District")
    expect(page).to_have_url(re.compile(r"\?municipality=53$"))
    page.locator("#year").focus()
    page.keyboard.type("2024")
    expect(page.locator("h1")).to_have_text("Competitions: Kėdainiai District, 2024")
    page.locator("#sort-awarded").press("Enter")
    expect(page.locator("#sort-awarded")).to_be_focused()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Awarded")
    page.locator("#calendar-table summary").press("Enter")
    expect(page.locator("#calendar-table table")).to_be_visible()
    first = page.locator(".competitions-list tbody th a").first
    name = first.inner_text()
    first.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page.locator("#year")).to_have_value("2024")
    expect(page.locator(".competitions-list tbody tr").first).to_contain_text(name)
    page.locator("#q").fill("nothing like this")
    page.locator("#q").press("Enter")
    page.locator("#nothing a", has_text=language("en").t("competitions.filter.text")).press("Enter")
    expect(page.locator("h1")).to_have_text("Competitions: Kėdainiai District, 2024")


def test_without_scripts_the_form_leads_to_the_same(visit):
    page = visit("/konkursai", java_script_enabled=False)
    page.locator("#municipality").fill("Neringos sav.")
    page.locator("#competitions-form button").click()
    expect(page.locator("h1")).to_have_text("Konkursai: Neringos sav.")
    expect(page.locator(".demo-badge")).to_be_visible()


@pytest.mark.parametrize("end", ["?municipality=53", f"/{ITEM}"])
def test_paper_has_figures_mark_and_source(visit, end):
    page = visit(f"/konkursai{end}")
    sheets = printed(page, "A4 upright")
    assert missing(page, sheets) == []
    said = "".join(sheet.text() for sheet in sheets)
    for part in ("Demonstraciniai duomenys", "Šaltiniai:", "D53-2024-K01"):
        assert bare(part) in said
    assert bare(language("lt").t("competitions.filter.clear")) not in said
