"""Indicator, unit, area and classes: one request each, and what no longer fits falls back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from data.catalog import INDICATORS
from tests.browser.map_page import MapPage, requests_during
from tests.map_address import EN_MAP, LT_MAP


def choose(box: str, value: str):
    return lambda atlas: atlas.page.locator(f"#{box}").select_option(value)


def search(text: str):
    return lambda atlas: atlas.search("indicator", text)


@pytest.mark.parametrize(
    ("act", "title", "query"),
    [
        (
            search("any way"),
            "Paid to NGOs in any way (€ per resident), 2025",
            "?indicator=ngo_any",
        ),
        (
            choose("area", "culture"),
            "NGO competition share of money paid (culture), 2025",
            "?area=culture",
        ),
        (
            choose("classes", "equal"),
            "NGO competition share of money paid, 2025",
            "?classes=equal",
        ),
    ],
    ids=["indicator", "area", "classes"],
)
def test_a_choice_asks_the_server_once(visit, act, title, query):
    atlas = MapPage(visit(EN_MAP))
    before = atlas.legend()

    def change() -> None:
        act(atlas)
        atlas.in_address(f"{EN_MAP}{query}")

    made = requests_during(atlas.page, change)
    expect(atlas.title).to_have_text(title)
    assert [request.method for request in made] == ["GET"]
    assert "/api/v1/views/" in made[0].url
    assert atlas.legend() != before


def test_a_unit_changes_numbers_and_is_named(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total"))
    expect(atlas.title).to_have_text("Total paid out (€ per resident), 2025")
    per_resident = atlas.table()["Vilnius City"].value
    made = requests_during(
        atlas.page,
        lambda: (
            atlas.page.locator("#unit").select_option("eur"),
            atlas.in_address(f"{EN_MAP}?indicator=total&unit=eur"),
        ),
    )
    assert len(made) == 1
    expect(atlas.title).to_have_text("Total paid out, 2025")
    whole = atlas.table()["Vilnius City"].value
    assert whole.startswith("€")
    assert len(whole) > len(per_resident)


def test_a_unit_that_the_new_indicator_lacks_falls_back(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&unit=budget_share&area=culture"))
    unit, area = atlas.page.locator("#unit"), atlas.page.locator("#area")
    atlas.search("indicator", "average grant")
    atlas.in_address(f"{EN_MAP}?indicator=average_grant&area=culture")
    expect(unit).to_have_value("eur")
    assert unit.locator("option").evaluate_all("(all) => all.map((it) => it.value)") == list(
        INDICATORS["average_grant"].units
    )
    atlas.search("indicator", "openness")
    atlas.in_address(f"{EN_MAP}?indicator=openness")
    expect(area).to_have_value("all")
    expect(area).to_be_disabled()
    expect(unit).to_be_disabled()


def test_a_unit_that_both_have_stays(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&unit=eur"))
    atlas.search("indicator", "public institutions")
    atlas.in_address(f"{EN_MAP}?indicator=public&unit=eur")


def without_2025(route):
    """Answer with the view as it would be had its unit no figures of the last year."""
    view = route.fetch().json()
    several = {key for key, value in view.items() if isinstance(value, list)}
    years = len(view["years"])
    view |= {key: view[key][:-1] for key in several if len(view[key]) == years}
    view["same"] |= {key: view["same"][key][:-1] for key in ("national", "text")}
    route.fulfill(json=view)


def test_constant_prices_are_of_the_newest_year(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&year=2025&unit=constant"))
    expect(atlas.title).to_have_text("Total paid out (€, 2025 prices), 2025")
    expect(atlas.slider).to_have_attribute("max", "2025")


def test_a_unit_that_ends_a_year_earlier_shows_that_year_and_a_note_says_so(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total"))
    atlas.page.route("**/api/v1/views/**unit=constant**", without_2025)
    atlas.page.locator("#unit").select_option("constant")
    expect(atlas.year).to_have_text("2024")
    expect(atlas.slider).to_have_attribute("max", "2024")
    expect(atlas.note).to_have_text("This unit's figures end in 2024, so that year is shown.")
    expect(atlas.title).to_have_text("Total paid out (€, 2025 prices), 2024")
    atlas.slider.press("ArrowLeft")
    expect(atlas.year).to_have_text("2023")
    expect(atlas.note).to_be_empty()
    atlas.page.locator("#unit").select_option("eur")
    expect(atlas.slider).to_have_attribute("max", "2025")
    expect(atlas.year).to_have_text("2023")


def test_every_indicator_draws_all_its_views(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=13,53"))
    options = atlas.page.locator("#indicator-list [role=option]")
    for place, indicator in enumerate(INDICATORS):
        atlas.page.locator("#indicator").click()
        name = options.nth(place).inner_text().removesuffix(" ✓")
        options.nth(place).click()
        expect(atlas.title).to_have_text(
            re.compile(rf"^Vilnius City: {re.escape(name)}( \(€ per resident\))?, 2025$")
        )
        atlas.settle()
        legend = atlas.legend()
        assert sum(item.count for item in legend) == 60, indicator
        assert set(atlas.fills().values()) == {item.colour for item in legend if item.count}
        assert len({row.value for row in atlas.table().values()}) > 3
        targets = atlas.trend_keys.filter(has_text="Target")
        expect(atlas.trend_lines).to_have_count(3 + targets.count())
        expect(atlas.note).to_be_empty()


def test_a_municipality_is_found_however_it_is_typed(visit):
    page = visit(LT_MAP)
    MapPage(page)
    field = page.locator("#select")
    for typed, found in {
        "siaul": ["Šiaulių m. sav.", "Šiaulių r. sav.", "Šiaulių apskritis"],
        "ŠIAULIŲ M": ["Šiaulių m. sav."],
        "kedainiai": ["Kėdainių r. sav."],
        "r kauno": ["Kauno r. sav.", "Kauno apskritis"],
        "53": ["Kėdainių r. sav."],
    }.items():
        field.fill(typed)
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(page.locator("#select-list [role=option]:visible")).to_have_text(found)


def test_nothing_found_is_said(visit):
    page = visit(EN_MAP)
    MapPage(page)
    page.locator("#select").fill("atlantis")
    expect(page.locator(".field-select [role=status]")).to_have_text("Nothing found")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#select")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#select")).to_have_value("")


def test_the_indicator_list_works_as_the_aria_pattern_says(visit):
    page = visit(EN_MAP)
    atlas = MapPage(page)
    field, options = page.locator("#indicator"), page.locator("#indicator-list [role=option]")
    expect(field).to_have_value("NGO competition share of money paid")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(options).to_have_count(len(INDICATORS))
    expect(field).to_have_attribute("aria-activedescendant", "indicator-ngo_competition_share")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "indicator-ngo_recipients")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(atlas.title).to_contain_text("NGO competition share of money paid")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(atlas.title).to_have_text("NGO recipients per 10,000 residents, 2025")
    expect(field).to_be_focused()


def test_leaving_a_half_typed_search_restores_what_is_shown(visit):
    page = visit(EN_MAP)
    atlas = MapPage(page)
    page.locator("#indicator").fill("openn")
    page.keyboard.press("Tab")
    expect(page.locator("#indicator")).to_have_value("NGO competition share of money paid")
    expect(atlas.title).to_have_text("NGO competition share of money paid, 2025")


def test_a_list_opens_with_the_mouse_and_closes_outside(visit):
    page = visit(EN_MAP)
    atlas = MapPage(page)
    page.locator("#indicator").click()
    page.get_by_role("option", name="Total paid out").click()
    expect(atlas.title).to_have_text("Total paid out (€ per resident), 2025")
    expect(page.locator("#indicator-list")).to_be_hidden()
    page.locator("#select").click()
    expect(page.locator("#select-list")).to_be_visible()
    atlas.sentence.click()
    expect(page.locator("#select-list")).to_be_hidden()
