"""A municipality's page on paper, and on a phone: its tables hold together and nothing is cut."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.charts.ink import settled
from dashboard.language.i18n import language
from tests.browser.paper import bare, missing, pixels, printed
from tests.browser.test_accessibility import violations

PAGES = [
    ("/savivaldybe/kedainiu-r", "lt", 2),
    ("/en/municipality/kedainiai-district?open=total", "en", 3),
    ("/savivaldybe/vilniaus-m?unit=eur&year=2022", "lt", 2),  # the largest sums, with signs
]
ROWS = """(rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(""))"""
# Cells whose text runs into the next one.
OVERRUN = """() => [...document.querySelectorAll(".standing-table tr > *")]
    .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => cell.textContent)"""
# Cells that are so narrow that a line holds hardly more than a word.
NARROW = """() => [...document.querySelectorAll(".standing-table tr[id] > *")]
    .filter((cell) => cell.textContent.length > 20 && cell.clientWidth < 250)
    .map((cell) => cell.textContent)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "code", "most"), PAGES)
def test_it_is_printed_whole_and_in_the_colours_of_paper(visit, path, code, most, scheme):
    page = visit(path, color_scheme=scheme)
    sheets = printed(page, "A4 upright")
    assert len(sheets) <= most
    assert bare(page.locator("h1").text_content()) in sheets[0].text()
    assert bare(language(code).t("demo.badge")) in sheets[0].text()
    assert bare(page.locator("main .source").last.text_content()) in sheets[-1].text()
    for row in page.locator(".standing-table > tbody > tr[id]").evaluate_all(ROWS):
        assert any(bare(row) in sheet.text() for sheet in sheets), "a row is on one sheet"
    ink = settled("light")
    picture = sheets[0].picture()
    assert pixels(picture, ink["peer"]) > 100
    assert pixels(picture, ink["own"]) > 10
    assert pixels(picture, ink["band"]) > 100
    assert missing(page, sheets) == []
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": 703, "height": 1000})  # as wide as the paper's content
    for part in page.locator("main :is(input, select, button, summary, nav, .downloads)").all():
        expect(part).to_be_hidden()
    assert page.evaluate(OVERRUN) == []


@pytest.mark.parametrize(("width", "height"), [(390, 844), (640, 360)])
def test_on_a_phone_and_at_200_per_cent_every_row_can_be_read(visit, width, height):
    page = visit("/savivaldybe/kedainiu-r?open=total", viewport={"width": width, "height": height})
    expect(page.locator(".opened-pictures")).to_be_visible()
    wide, window = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window
    assert page.evaluate(NARROW) == []
    assert violations(page) == []
