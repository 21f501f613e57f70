"""From a coloured area to the payment behind it, by keyboard alone; axe finds nothing there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER
from tests.map_address import LT_MAP

FIGURE = "/skaicius?indicator=ngo_competition_share&municipality=53&year=2024"


def press(page, selector: str) -> None:
    """Enter on what has the focus of a keyboard."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")


def test_a_figure_is_walked_to_its_rows_its_recipient_its_competition_and_back(visit):
    page = visit(f"{LT_MAP}?select=53&year=2024")
    press(page, "#how-made")
    expect(page.locator(".subject")).to_have_text(re.compile("^Kėdainių r. sav.: NVO .*, 2024 m.$"))
    expect(page.locator("h1")).to_have_text("Kaip gautas šis skaičius?")
    assert violations(page) == []
    press(page, "#formula a[href='#rows']")
    expect(page).to_have_url(re.compile("#rows$"))
    press(page, "#rows-after")
    expect(page.locator(".pager")).to_contain_text("2 psl.")
    assert page.evaluate("document.activeElement.id") == "rows-after"
    press(page, "#rows-before")
    press(page, "#rows .column-entity a")
    expect(page).to_have_url(re.compile("/gavejai/D53-"))
    press(page, ".panel-competitions a[href*='/konkursai/']")
    expect(page).to_have_url(re.compile("/konkursai/53-20"))
    for where in ("/gavejai/D53-", "/skaicius"):
        page.go_back()
        expect(page).to_have_url(re.compile(where))
    press(page, "#rows .column-how a[href*='/konkursai/']")
    expect(page).to_have_url(re.compile("/konkursai/53-2024-"))


def test_snippets_unfold_and_can_be_scrolled_by_keyboard(visit):
    page = visit(FIGURE)
    press(page, "#oneself-sql summary")
    expect(page.locator("#oneself-sql pre")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "PRE"
    assert violations(page) == []


@pytest.mark.parametrize("path", [FIGURE, FIGURE.replace("&municipality=53", ""), "/en/figure"])
def test_nothing_is_wider_than_a_phone_and_the_dark_is_legible(visit, path):
    page = visit(path, color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(WIDER) == []
    assert violations(page) == []


def test_a_figure_of_a_municipality_and_of_the_comparison_leads_there(visit):
    page = visit("/en/municipality/kedainiai-district?year=2024")
    press(page, "#total .figure-link")
    expect(page.locator(".subject")).to_have_text(re.compile("Kėdainiai District: Total paid out"))
    page = visit("/palyginimas?select=13,53&year=2024")
    press(page, "#row-openness .figure-link")
    expect(page).to_have_url(re.compile("municipality=13"))
