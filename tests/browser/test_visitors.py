"""Two people at once: nobody sees what the other chose."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP


def test_two_visitors_never_see_each_other_s_choices(visit):
    one, other = MapPage(visit(EN_MAP)), MapPage(visit(EN_MAP))
    one.page.locator("#area").select_option("culture")
    one.set_year(2016)
    expect(one.title).to_have_text("NGO competition share of money paid (culture), 2016")
    one.row("Vilnius City").click()
    other.search("indicator", "total paid")
    expect(other.title).to_have_text("Total paid out (€ per resident), 2025")
    other.row("Neringa").click()
    other.page.locator("#theme").click()

    expect(one.chips).to_have_text(["Vilnius City×"])
    expect(other.title).to_have_text("Neringa: Total paid out (€ per resident), 2025")
    expect(other.chips).to_have_text(["Neringa×"])
    assert one.page.evaluate("document.documentElement.dataset.theme") is None

    other.in_address(f"{EN_MAP}?indicator=total&select=23")
    for atlas in (one, other):
        atlas.page.reload()
    one, other = MapPage(one.page), MapPage(other.page)
    expect(one.title).to_have_text(
        "Vilnius City: NGO competition share of money paid (culture), 2016"
    )
    expect(other.title).to_have_text("Neringa: Total paid out (€ per resident), 2025")
    third = MapPage(visit(EN_MAP))
    expect(third.title).to_have_text("NGO competition share of money paid, 2025")
    expect(third.chips).to_have_count(0)


def test_two_tabs_of_one_visitor_are_two_views(visit):
    first = MapPage(visit(EN_MAP))
    page = first.page.context.new_page()
    page.goto(f"{EN_MAP}?year=2016")
    second = MapPage(page)
    first.row("Neringa").click()
    second.set_year(2017)
    expect(first.year).to_have_text("2025")
    expect(second.chips).to_have_count(0)
