"""The register of recipients by keyboard: found by name, opened, and back; axe finds nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER


def test_a_recipient_is_found_and_opened_by_keyboard(visit):
    page = visit("/en/recipients?figures=demo&year=2025")
    page.evaluate("() => { window.same = true; }")
    page.locator("#name").focus()
    page.keyboard.type("pavyzdine asociacija 053-0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"name=pavyzdine"))
    expect(page.locator("#sentence")).to_contain_text("invented recipients found")
    assert page.evaluate("() => window.same"), "the page stays"
    assert violations(page) == []
    page.locator("#sort-name").focus()
    page.keyboard.press("Enter")
    expect(page.locator("thead .column-name")).to_have_attribute("aria-sort", "ascending")
    for _ in range(3):  # the other columns that sort, then the first recipient
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Pavyzdinė asociacija 053-01")
    assert violations(page) == []
    page.locator(".panel-competitions a[href*='/competitions/']").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/competitions/53-20\d\d-d53-20\d\d-k\d\d$"))
    page.go_back()
    page.go_back()
    expect(page.locator("#sentence")).to_contain_text("invented recipients found")


@pytest.mark.parametrize(
    "path", ["/gavejai?area=culture", "/gavejai/188710061", "/en/recipients/D53-0034"]
)
def test_nothing_is_wider_than_a_phone_and_the_dark_is_legible(visit, path):
    page = visit(path, color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(WIDER) == []
    assert violations(page) == []
