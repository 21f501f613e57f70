"""The bench in use: choices that stay, years that play, any width, paper, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.research.state import VIEWS
from tests.browser.map_page import PAINTED
from tests.browser.paper import printed
from tests.browser.test_accessibility import violations
from tests.browser.test_every_page import WIDER

# Names of the choices that the form sends, with values, of whatever part of it they come.
SENT = """() => Object.fromEntries(new FormData(document.getElementById("research-form")))"""
SMALL = """() => [...document.querySelectorAll(".drawing text")]
    .filter((text) => text.checkVisibility() && text.textContent.trim())
    .filter((text) => text.getBoundingClientRect().height < 11).map((text) => text.textContent)"""
"""Letters of pictures that are too small to be read."""


def test_a_choice_stays_whatever_view_is_gone_to(visit):
    page = visit("/en/research?select=13&log=x&colour=county&other_indicator=density&by=group")
    page.evaluate("() => { window.same = true; }")
    page.locator("#choose-indicator").select_option("total")
    expect(page.locator("h1")).to_contain_text("Total paid out")
    page.locator("#choose-unit").select_option("eur")
    page.locator("#choose-select").fill("kauno miestas")
    page.locator("#choose-select").press("Enter")
    expect(page.locator("#marked a")).to_have_count(2)
    page.locator("#choose-places").select_option("list")
    page.locator("#choose-with").fill("Kaunas County")
    page.locator("#choose-with").press("Enter")
    expect(page.locator("#listed a")).to_have_count(8)
    for name in VIEWS[1:]:
        page.locator(f"#view-{name}").click()
        expect(page.locator(f"#view-{name}")).to_have_attribute("aria-current", "page")
        sent = page.evaluate(SENT)
        for part in {"indicator": "total", "unit": "eur", "log": "x", "colour": "county"}.items():
            assert part in sent.items() or part[0] not in sent, name
        expect(page).to_have_url(re.compile("log=x&colour=county"))
    page.locator("#view-relation").click()
    expect(page.locator("#choose-log")).to_have_value("x")
    expect(page.locator("#choose-other_indicator")).to_have_value("density")
    expect(page.locator("#view-relation")).to_be_focused()
    page.locator("#marked").get_by_role("link", name="Remove Kaunas City").click()
    expect(page.locator("#marked")).to_be_focused()
    assert page.evaluate("() => window.same"), "nothing was loaded anew"
    page.go_back()
    expect(page.locator("#marked a")).to_have_count(2)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".drawing.narrow svg").first).to_be_visible()
    expect(page.locator(".drawing.wide svg").first).to_be_hidden()


def test_years_are_played_and_stepped_through_by_keys(visit):
    page = visit("/en/research?year=2023", reduced_motion="no-preference")
    shown, before = page.locator("#year-shown"), page.evaluate("history.length")
    page.locator("#play").focus()
    page.keyboard.press("Space")
    expect(page.locator("#play")).to_have_accessible_name("Pause")
    expect(shown).to_have_text("2025")
    expect(page.locator("#play")).to_have_accessible_name("Play the years")
    expect(page.locator("#play")).to_be_focused()
    assert page.evaluate("history.length") == before, "Back leads to where the playing began"
    page.locator("#pictured").focus()
    page.keyboard.press("ArrowLeft")
    expect(shown).to_have_text("2024")
    expect(page.locator("#pictured")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_text("2025")
    page.locator(".drawing.wide a").first.click(force=True)
    expect(page.locator("#marked a")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "code", "scheme"),
    [(name, ("lt", "en")[at % 2], ("dark", "light")[at % 2]) for at, name in enumerate(VIEWS)],
)
def test_every_view_is_whole_in_any_width_and_on_a_sheet(visit, name, code, scheme):
    path = {"lt": "/tyrimas", "en": "/en/research"}[code]
    page = visit(f"{path}?view={name}&select=13,53&year=2024", color_scheme=scheme)
    assert violations(page) == []
    for width in (320, 640, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        assert page.evaluate(WIDER) == [], f"at {width} px"
    picture = page.locator(".drawing.wide svg").first.bounding_box()
    assert picture["y"] + min(460, picture["height"]) <= 720, "seen without scrolling"
    assert page.evaluate(SMALL) == []
    assert len(printed(page, "A4 upright")) <= 2


def test_without_scripts_everything_can_be_chosen_and_unfolded(visit):
    phone = {"width": 360, "height": 800}
    page = visit("/en/research?year=1850", java_script_enabled=False, viewport=phone)
    expect(page.locator("#note")).to_contain_text("1850")
    expect(page.locator("#research-form")).to_be_hidden()
    page.locator("#choice summary").click()
    page.locator("#choose-places").select_option("county:02")
    page.locator("#research-form .primary").click()
    expect(page).to_have_url(re.compile("places=county"))
    expect(page.locator("#table-figures table")).to_be_hidden()
    page.locator("#table-figures summary").click()
    expect(page.locator("#table-figures table tbody tr").first).to_be_visible()
