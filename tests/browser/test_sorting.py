"""The table by any of its columns: by mouse, by keyboard, by an address, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.indicators.state import COLUMNS
from tests.browser.map_page import MapPage, number, requests_during
from tests.map_address import EN_MAP, LT_MAP

NAMES = "(body) => [...body.rows].map((row) => row.cells[0].textContent)"


def order(page) -> list[str]:
    return page.locator("#table tbody").evaluate(NAMES)


def heading(page, name):
    return page.locator(f"#table thead .{name}")


@pytest.mark.parametrize("name", COLUMNS[1:])
def test_both_ways_with_scripts_as_without(visit, name):
    wide = {"width": 1920, "height": 1080}
    plain = visit(f"{EN_MAP}?year=2020", viewport=wide, java_script_enabled=False)
    atlas = MapPage(visit(f"{EN_MAP}?year=2020", viewport=wide))
    for address, way in ((name, 0), (f"-{name}", 1)):
        heading(plain, name).get_by_role("button").click()
        assert f"sort={address}" in plain.url
        assert (
            requests_during(atlas.page, heading(atlas.page, name).get_by_role("button").click) == []
        )
        atlas.in_address(f"{EN_MAP}?year=2020&sort={address}")
        falling = (name in ("value", "change")) != bool(way)
        for page in (plain, atlas.page):
            state = "descending" if falling else "ascending"
            expect(heading(page, name)).to_have_attribute("aria-sort", state)
            expect(page.locator("#table [aria-sort]")).to_have_count(1)
        assert order(plain) == order(atlas.page)
        atlas.settle()
        if name != "county":
            told = [getattr(row, name) for row in atlas.table().values()]
            known = [
                number(text) for text in told if text and "(" not in text and text[0] not in "NA"
            ]
            assert known == sorted(known, reverse=falling)
            assert len(known) > 40


def test_an_order_stays_true_when_the_year_changes_and_goes_with_a_link(visit):
    atlas = MapPage(visit(f"{LT_MAP}?sort=value"))
    first = order(atlas.page)
    atlas.set_year(2016)
    assert order(atlas.page) != first
    figures = [number(row.value) for row in atlas.table().values() if row.rank]
    assert figures == sorted(figures, reverse=True)
    atlas.in_address(f"{LT_MAP}?year=2016&sort=value")
    shared = MapPage(visit(atlas.page.url))
    assert order(shared.page) == order(atlas.page)


def test_the_keyboard_sorts_and_stays_on_the_heading(visit):
    page = visit(EN_MAP)
    MapPage(page)
    button = heading(page, "rank").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(heading(page, "rank")).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press(" ")
    expect(heading(page, "rank")).to_have_attribute("aria-sort", "descending")
    expect(button).to_be_focused()
