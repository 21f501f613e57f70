"""The documentation of the interface speaks of the atlas that is looked at."""

from __future__ import annotations

from playwright.sync_api import expect

from dashboard.language.i18n import language
from dashboard.pages.api.examples import EXAMPLES, written


def test_examples_are_of_this_atlas_and_a_table_opens_by_its_address(visit, watch, server):
    page = visit("/en/api#table-figures", viewport={"width": 360, "height": 800})
    expect(page.locator("#table-figures")).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    example = EXAMPLES[1]
    told = page.locator(f"#example-{example.id}")
    expect(told).to_have_text(written(example, "en", server))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(f"[data-copy=example-{example.id}]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text(language("en").t("api.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == written(example, "en", server)
