"""A municipality's page as a visitor uses it: whatever is chosen changes it where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.frame.places import place_path
from dashboard.language.i18n import CODES, language
from geo.finding import find_municipality
from tests.browser.map_page import PAINTED, MapPage, requests_during
from tests.browser.test_accessibility import LOOKS, violations
from tests.browser.test_every_page import WIDER

if TYPE_CHECKING:
    from playwright.sync_api import Page

PEERS = "#panel-why tbody tr"
MARK = "() => { window.stayed = true; }"
UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
MOVED = """() => [document.querySelector("#moved").textContent,
    document.querySelector("#panel-what_if .dots-row path:last-of-type").getAttribute("d"),
    document.querySelector("#panel-what_if .circle-map svg").innerHTML].map(String)"""


def address(code: str, query: str = "") -> str:
    return place_path(find_municipality("53"), language(code), query)


def stands_at(page: Page, query: str) -> None:
    """The address says what is seen, without what is usual."""
    path = urlsplit(page.url).path
    expect(page).to_have_url(re.compile(f"{path}{re.escape(f'?{query}') if query else ''}$"))


def settle(page: Page) -> None:
    """Waits for what is asked for, and until it is seen."""
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINTED)


def seen(page: Page) -> str:
    settle(page)
    return page.locator("main").inner_text()


def test_what_is_chosen_changes_the_page_where_it_stands(visit):
    page = visit(address("en"))
    page.evaluate(MARK)
    usual = seen(page)
    expect(page.locator(PEERS)).to_have_count(9)
    page.locator("#nearest").select_option("5")
    expect(page.locator(PEERS)).to_have_count(6)
    stands_at(page, "nearest=5")
    page.locator("#unit").select_option("eur")
    expect(page.locator("#total")).not_to_contain_text("per resident")
    page.locator("#year").select_option("2019")
    expect(page.locator("#sentence")).to_contain_text("2019")
    stands_at(page, "year=2019&unit=eur&nearest=5")
    page.locator("#weights > summary").click()
    page.locator("#weight-older").select_option("0")
    stands_at(page, "year=2019&unit=eur&nearest=5&weight-older=0")
    expect(page.locator("#weight-older")).to_be_visible()
    shown = seen(page)
    assert page.evaluate("window.stayed")
    page.reload()
    assert seen(page) == shown
    assert seen(visit(urlsplit(page.url)._replace(scheme="", netloc="").geturl())) == shown
    for _ in range(4):
        page.go_back()
    stands_at(page, "")
    expect(page.locator(PEERS)).to_have_count(9)
    page.locator("#weights").evaluate("(fold) => { fold.open = false; }")
    assert seen(page) == usual


def test_the_keyboard_chooses_and_keeps_its_place(visit):
    page = visit(address("lt"))
    page.evaluate(MARK)
    for field, query in (
        ("peers", "peers=group"),
        ("year", "year=2024&peers=group"),
        ("unit", "year=2024&unit=eur&peers=group"),
    ):
        page.locator(f"#{field}").press("ArrowDown")
        stands_at(page, query)
        settle(page)
        expect(page.locator(f"#{field}")).to_be_focused()
    expect(page.locator("#nearest")).to_have_count(0)
    page.locator("#weights > summary").press("Enter")
    page.locator("#weight-density").press("ArrowDown")
    settle(page)
    expect(page.locator("#weight-density")).to_be_focused()
    expect(page).to_have_url(re.compile("weight-density="))
    page.locator("#sort-apart").press("Enter")
    expect(page.locator(".sorts strong")).to_have_text("pagal nuotolį nuo medianos")
    assert page.evaluate("window.stayed")


def test_a_change_asks_for_the_page_alone(visit):
    page = visit(address("en"))
    settle(page)
    asked = requests_during(page, lambda: page.locator("#nearest").select_option("12"))
    assert [request.resource_type for request in asked] == ["fetch"]


def test_the_slider_moves_sentence_diamond_and_map_and_leaves_no_trail(visit):
    page = visit(address("en"))
    page.evaluate(MARK)
    before, length = page.evaluate(MOVED), page.evaluate("history.length")
    slider = page.locator("#move")
    slider.focus()
    for _ in range(8):
        slider.press("ArrowRight")
    expect(page.locator("#panel-what_if output")).to_have_text("5.0%")
    settle(page)
    expect(slider).to_be_focused()
    expect(slider).to_have_value("5")
    expect(slider).to_have_attribute("aria-valuetext", "5.0%")
    stands_at(page, "move=5")
    sentence, diamond, _ = page.evaluate(MOVED)
    assert sentence != before[0]
    assert diamond != before[1]
    slider.press("End")
    expect(page.locator("#panel-what_if output")).to_have_text("10.0%")
    settle(page)
    assert page.evaluate(MOVED)[2] != before[2]
    assert page.evaluate("history.length") == length
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize("code", CODES)
def test_a_row_opens_and_closes_in_place_and_leads_to_the_map(visit, code):
    page = visit(address(code, "nearest=5"))
    page.evaluate(MARK)
    link = page.locator("#open-total")
    expect(link).to_have_attribute("aria-expanded", "false")
    link.press("Enter")
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".opening figure svg")).to_have_count(2)
    expect(link).to_be_focused()
    link.click()
    expect(link).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".opening")).to_have_count(0)
    link.click()
    expect(page.locator(".opening")).to_have_count(1)
    page.go_back()
    expect(page.locator(".opening")).to_have_count(0)
    page.go_forward()
    assert page.evaluate("window.stayed")
    page.locator(".opened-links a").first.click()
    atlas = MapPage(page)
    expect(atlas.chips).to_have_count(6)
    expect(atlas.title).to_contain_text(language(code).t("indicator.total.name"))


def test_rows_are_sorted_in_place(visit):
    page = visit(address("en"))
    page.evaluate(MARK)
    names = page.locator(".standing-table a[id^=open-]")
    grouped = names.all_inner_texts()
    page.locator("#sort-name").click()
    stands_at(page, "sort=name")
    settle(page)
    assert names.all_inner_texts() == sorted(grouped, key=str.casefold)
    page.locator("#sort-group").click()
    stands_at(page, "")
    settle(page)
    assert names.all_inner_texts() == grouped
    assert page.evaluate("window.stayed")


def test_an_own_list_takes_any_spelling_and_gives_back(visit):
    page = visit(address("en", "peers=list"))
    page.evaluate(MARK)
    field, chips = page.locator("#with"), page.locator(".own-list .chip")
    for at, spelling in enumerate(("Neringa", "kauno m", "11"), start=1):
        field.fill(spelling)
        field.press("Enter")
        expect(chips).to_have_count(at)
        expect(field).to_have_value("")
        expect(field).to_be_focused()
    page.go_back()
    expect(chips).to_have_count(2)
    field.fill("Atlantis")
    field.press("Enter")
    expect(page.locator("#note")).to_contain_text("Atlantis")
    expect(chips).to_have_count(2)
    chips.first.focus()
    chips.first.press("Enter")
    expect(chips).to_have_count(1)
    expect(page.locator("#chosen")).to_be_focused()
    expect(page.locator(PEERS)).to_have_count(2)
    stands_at(page, "peers=list&with=23")
    assert page.evaluate("window.stayed")


def test_what_the_address_asks_for_wrongly_is_said_and_the_usual_shown(visit):
    page = visit(address("en", "peers=friends&nearest=900&weight-older=9"))
    for part in ("friends", "900", "9"):
        expect(page.locator("#note")).to_contain_text(part)
    expect(page.locator(PEERS)).to_have_count(9)


@pytest.mark.parametrize("code", CODES)
def test_without_scripts_links_and_a_button_do_the_same(visit, code):
    page = visit(address(code), java_script_enabled=False)
    page.locator("#nearest").select_option("5")
    page.locator("#peers-form button[type=submit]").click()
    expect(page.locator(PEERS)).to_have_count(6)
    page.locator("#open-total").click()
    expect(page.locator(".opening figure svg")).to_have_count(2)
    page.locator("#sort-name").click()
    expect(page.locator("#open-total")).to_have_attribute("aria-expanded", "true")
    page.locator("#language-link").click()
    expect(page.locator(PEERS)).to_have_count(6)
    expect(page.locator("#sort-name")).to_have_count(0)
    page.locator("#open-total").click()
    expect(page.locator(".opening")).to_have_count(0)


@pytest.mark.parametrize(("code", "scheme"), LOOKS)
def test_axe_finds_nothing_and_nothing_is_cut_with_all_unfolded(visit, code, scheme):
    page = visit(address(code, "open=ngo_competition&sort=apart"), color_scheme=scheme)
    page.evaluate(UNFOLD)
    assert violations(page) == []
    for width in (320, 390, 640, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        assert page.evaluate(WIDER) == [], f"at {width} px"
    page.goto(address(code, "peers=list&with=13,53,19&weight-older=0"))
    page.set_viewport_size({"width": 320, "height": 720})
    assert violations(page) == []
    assert page.evaluate(WIDER) == []
