"""Real figures among invented ones: the scripts show them as the first answer does, and alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.test_accessibility import SCHEMES, violations
from tests.map_address import EN_MAP, LT_MAP

REAL, INVENTED = 2021, 2018
"""A year in which Vilnius is real, and one in which it is not."""

PARTS = """() => Object.fromEntries([
    "map-title", "sentence", "mark", "legend", "ranking-national", "ranking", "trend-keys",
    "marks", "map-source", "table",
].map((id) => [id, document.getElementById(id).textContent.replace(/\\s+/g, " ").trim()]))"""
RINGS = """() => document.querySelectorAll(".map-plot .ring-real").length"""


@pytest.mark.parametrize("path", [LT_MAP, EN_MAP])
@pytest.mark.parametrize(
    "query",
    [
        f"indicator=total&year={REAL}&select=13,21",
        f"indicator=total&year={REAL}&select=vilnius-county&limits=year",
        f"indicator=budgetary&year={REAL}&sort=value",
        f"indicator=total&figures=real&year={REAL}&select=13,21",
        f"indicator=total&figures=real&year={REAL}",
        f"year={REAL}&select=13",
    ],
)
def test_the_scripts_show_what_the_first_answer_shows(visit, path, query):
    plain = visit(f"{path}?{query}", java_script_enabled=False).evaluate(PARTS)
    atlas = MapPage(visit(f"{path}?{query}"))
    atlas.page.evaluate(f"savivalda.setYear({INVENTED})")
    expect(atlas.title).to_contain_text(str(INVENTED))
    atlas.page.evaluate(f"savivalda.setYear({REAL})")
    expect(atlas.page.locator("#table caption")).to_contain_text(str(REAL))
    assert atlas.page.evaluate(PARTS) == plain


def test_the_box_is_reached_by_key_keeps_what_is_looked_at_and_back_undoes_it(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&year={REAL}&select=13"))
    mark, box = atlas.page.locator("#mark"), atlas.page.locator("#figures")
    expect(mark).to_have_role("status")
    expect(box).to_have_accessible_name("only real figures")
    box.focus()
    atlas.page.keyboard.press("Space")
    expect(mark).to_have_text("Real data: 1 municipality, 2015–2016, 2019–2022")
    atlas.in_address(f"{EN_MAP}?indicator=total&figures=real&year={REAL}&select=13")
    expect(box).to_be_focused()
    expect(atlas.sentence).not_to_contain_text("✓")
    assert "Demonstration" not in atlas.page.locator("#map-source").inner_text()
    expect(atlas.page.locator(".invented-only").first).to_be_hidden()
    atlas.page.go_back()
    expect(mark).to_have_text("Demonstration data")
    expect(box).not_to_be_checked()
    expect(atlas.sentence).to_contain_text("✓ (real data, not compared with invented figures)")


def test_from_a_year_without_real_figures_the_box_leads_to_the_newest_that_has(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total"))
    atlas.page.locator("#figures").check()
    expect(atlas.note).to_have_text(
        "There are no real figures for 2025, so the newest are shown, those of 2022."
    )
    expect(atlas.title).to_contain_text("2022")
    atlas.in_address(f"{EN_MAP}?indicator=total&figures=real")
    atlas.page.go_back()
    expect(atlas.title).to_contain_text("2025")
    expect(atlas.note).to_be_empty()
    atlas.page.go_forward()
    expect(atlas.title).to_contain_text("2022")


def test_without_scripts_the_form_sends_it(visit):
    page = visit(f"{EN_MAP}?indicator=total&year={REAL}&select=13", java_script_enabled=False)
    page.locator("#figures").check()
    page.locator(".figures button").click()
    expect(page.locator("#mark")).to_contain_text("Real data: 1 municipality")
    expect(page.locator("#map-title")).to_have_text(
        f"Vilnius City: Total paid out (€ per resident), {REAL}"
    )
    assert "figures=real" in page.url


def test_a_real_place_has_its_outline_and_sign_in_its_years_alone(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&year={INVENTED}"))
    assert atlas.page.evaluate(RINGS) == 0
    for year, rings in ((REAL, 1), (INVENTED, 0), (REAL, 1)):
        atlas.page.evaluate(f"savivalda.setYear({year})")
        expect(atlas.title).to_contain_text(str(year))
        assert atlas.page.evaluate(RINGS) == rings
        expect(atlas.page.locator(".map-plot text", has_text="✓")).to_have_count(rings)
    atlas.page.evaluate("savivalda.map.setFocus(savivalda.indexOf('13'))")
    expect(atlas.page.locator("#card")).to_contain_text(
        "Budget execution and financing agreements of Vilnius city municipality"
    )
    expect(atlas.page.locator("#card .card-rank")).to_have_count(0)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("figures", ["", "&figures=real"])
def test_nothing_is_in_the_way_of_anybody(visit, scheme, figures):
    query = f"?indicator=total&year={REAL}&select=13{figures}"
    atlas = MapPage(visit(f"{LT_MAP}{query}", color_scheme=scheme))
    assert violations(atlas.page) == []
