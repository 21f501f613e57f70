"""The search of every page by hand, keyboard and phone: groups of what is found, as one types."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

PHONE = {"width": 360, "height": 740}
TEN_PAGES = """() => {
    const nav = document.querySelector(".nav");
    while (nav.children.length < 10) {
        const link = nav.lastElementChild.cloneNode();
        link.textContent = "Gavėjai";
        nav.append(link);
    }
}"""


def typed(page: Page, text: str) -> Page:
    """The page with what is found by a text listed."""
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type(text)
    expect(page.get_by_role("option").first).to_be_visible()
    return page


def active(page: Page) -> str:
    """The name of the option that the field says is looked at."""
    name = page.locator("#search").get_attribute("aria-activedescendant")
    return page.locator(f"#{name}").inner_text().split("\n")[0] if name else ""


def address(page: Page) -> str:
    at = urlsplit(page.url)
    return at.path + (f"?{at.query}" if at.query else "")


def test_keys_lead_to_the_field_through_what_is_found_and_there(visit):
    page = typed(visit("/apie"), "kauno")
    field, options = page.locator("#search"), page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("group", name="Savivaldybės")).to_be_visible()
    expect(page.get_by_role("group", name="Apskritys")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert active(page) == "Kauno miesto savivaldybė"
    page.keyboard.press("ArrowDown")
    assert active(page) == "Kauno rajono savivaldybė"
    page.keyboard.press("ArrowUp")
    assert active(page) == "Kauno miesto savivaldybė"
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/savivaldybe/kauno-m")


def test_enter_without_a_choice_opens_all_of_what_is_found(visit):
    page = typed(visit("/en/about"), "kedainiu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search?q=kedainiu")
    link = page.locator("main").get_by_role("link", name="Kėdainiai District")
    expect(link).to_have_attribute("href", "/en/municipality/kedainiai-district")
    expect(page.locator("#find")).to_have_value("kedainiu")


def test_the_key_is_left_to_whoever_types_elsewhere(visit):
    page = visit("/paieska")
    page.locator("#find").fill("a")
    page.locator("#find").press("/")
    expect(page.locator("#find")).to_have_value("a/")
    expect(page.locator("#find")).to_be_focused()


def test_what_cannot_be_found_is_said(visit):
    page = visit("/apie")
    for text, said in (("x", "bent 2 raides"), ("zzzqqq", "nieko nerasta")):
        page.locator("#search").fill(text)
        expect(page.locator(".search [role=status]")).to_contain_text(said)
        expect(page.get_by_role("option")).to_have_count(0)


@pytest.mark.parametrize(("path", "scheme"), [("/apie", "light"), ("/en/about", "dark")])
def test_nothing_is_wrong_with_an_open_list(visit, path, scheme):
    page = typed(visit(path, color_scheme=scheme), "nvo")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/apie", "/en/about"])
def test_the_head_is_one_line_on_a_laptop_and_prints_nothing(visit, path):
    page = visit(path)
    page.evaluate(TEN_PAGES)
    parts = page.locator(".brand, .nav a, .search, .tools").all()
    tops = [box["y"] + box["height"] / 2 for box in (part.bounding_box() for part in parts)]
    assert max(tops) - min(tops) < 4
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    page.emulate_media(media="print")
    expect(page.locator(".search")).to_be_hidden()
    page.emulate_media(media="screen")


def test_on_a_phone_the_field_unfolds_and_folds_again(visit):
    page = visit("/apie", viewport=PHONE, has_touch=True)
    before = page.locator("main").bounding_box()
    page.locator("#search-link").tap()
    expect(page.locator("#search")).to_be_focused()
    assert page.locator("main").bounding_box() == before
    page.keyboard.type("utena")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    for _ in range(3):  # closes the list, empties the field, folds it
        page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator("#search-link")).to_have_attribute("aria-expanded", "false")
    page.locator("#search-link").tap()
    page.keyboard.type("utena")
    option.tap()
    page.wait_for_url("**/savivaldybe/utenos-r")


def test_without_scripts_the_form_leads_to_the_page(visit):
    page = visit("/apie", java_script_enabled=False)
    expect(page.locator(".search kbd")).to_be_hidden()
    page.locator("#search").fill("Kėdainių rajone")
    page.locator("#search").press("Enter")
    expect(page).to_have_url(re.compile(r"/paieska\?q="))
    expect(page.locator("main h1")).to_have_text("Paieška: Kėdainių rajone")
    assert address(page).startswith("/paieska")
