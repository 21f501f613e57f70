"""Limits of the classes, what is advised of them, lines that break, and whom the country is of."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage, requests_during
from tests.map_address import EN_MAP, LT_MAP

RUNS = """(lines) => lines.map((line) => line.querySelectorAll(".js-line").length)"""
"""A broken line is drawn as two."""


def test_limits_of_the_year_are_one_request_and_then_a_change_of_year_is_none(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total"))
    limits = atlas.page.locator("#legend .limits")
    expect(limits).to_have_text("Class limits are the same for all years")

    def choose() -> None:
        atlas.page.locator("#limits").select_option("year")
        atlas.in_address(f"{EN_MAP}?indicator=total&limits=year")

    assert len(requests_during(atlas.page, choose)) == 1
    expect(limits).to_contain_text("of this year alone")
    newest = atlas.legend()
    assert requests_during(atlas.page, lambda: atlas.set_year(2015)) == []
    oldest = atlas.legend()
    assert {kind.label for kind in newest} & {kind.label for kind in oldest} == {
        "Asked, no answer ◊"
    }
    classes = [kind for kind in oldest if "–" in kind.label]
    assert max(kind.count for kind in classes) <= 12, "as many in each class in its own year"
    fills, table = atlas.fills(), atlas.table()
    assert len({*fills.values()}) >= len(classes)
    assert len(table) == 60


def test_openness_has_a_colour_for_each_of_its_steps(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=openness&year=2015"))
    steps = [kind for kind in atlas.legend() if kind.label.endswith("%")]
    assert [kind.label for kind in steps] == ["100%", "80%", "60%", "40%", "20%", "0%"]
    assert len({kind.colour for kind in steps}) == 6
    seen = {*atlas.fills().values()}
    assert {kind.colour for kind in steps if kind.count} <= seen


def test_who_is_warned_of_totals_gets_euros_per_resident_at_a_click(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total"))
    advice = atlas.page.locator("#advice")
    expect(advice).to_be_empty()
    atlas.page.locator("#unit").select_option("eur")
    expect(advice).to_contain_text("where more people live")
    advice.get_by_role("button", name="Show natural breaks").click()
    atlas.in_address(f"{EN_MAP}?indicator=total&unit=eur&classes=natural")
    expect(advice.get_by_role("button")).to_have_count(1)
    advice.get_by_role("button", name="Show euros per resident").click()
    atlas.in_address(f"{EN_MAP}?indicator=total&classes=natural")
    expect(advice).to_be_empty()
    expect(atlas.page.locator("#unit")).to_have_value("per_resident")


def test_a_line_breaks_where_its_series_does_and_the_key_says_so(visit):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&select=18,21"))
    expect(atlas.trend_lines).to_have_count(3)
    assert atlas.trend_lines.evaluate_all(RUNS) == [1, 2, 1]
    expect(atlas.page.locator("#trend-plot .annotation-text")).to_have_text(["≠"])
    expect(atlas.trend_keys.nth(1)).to_contain_text("≠ 2019: break in the series")
    atlas.chips.first.click()
    expect(atlas.page.locator("#trend-plot .annotation-text")).to_have_count(0)
    expect(atlas.page.locator("#trend-keys")).not_to_contain_text("break")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_country_of_the_same_municipalities_is_chosen_in_the_panel(visit, scripts):
    page = visit(f"{EN_MAP}?indicator=total&year=2015", java_script_enabled=scripts)
    if scripts:
        page.locator("html[data-ready=whole]").wait_for()
    key = page.locator("#trend-keys li").first
    every = key.inner_text()
    assert "48 in 2015, 56 in 2025" in every
    box = page.get_by_role("checkbox", name=re.compile("the same municipalities"))

    def choose() -> None:
        box.check()
        if not scripts:
            page.locator(".trend-same button").click()
        expect(key).to_contain_text("in every year")

    made = requests_during(page, choose) if scripts else choose()
    assert not made, "the view has it already"
    expect(page).to_have_url(re.compile("nation=same"))
    assert key.inner_text().partition(" (")[0] != every.partition(" (")[0]
    expect(box).to_be_checked()


def test_files_follow_what_is_looked_at_and_keep_what_they_are_asked_for(visit):
    atlas = MapPage(visit(EN_MAP))
    asked = {"CSV for Excel": {"for": ["excel"]}, "CSV for programs": {"columns": ["plain"]}}
    for name, own in asked.items():
        link = atlas.page.get_by_role("link", name=name)
        assert parse_qs(urlsplit(link.get_attribute("href")).query) == own
    atlas.page.locator("#same").check()
    atlas.search("indicator", "any way")
    atlas.in_address(f"{EN_MAP}?indicator=ngo_any&nation=same")
    for name, own in asked.items():
        link = atlas.page.get_by_role("link", name=name)
        shown = {"indicator": ["ngo_any"], "nation": ["same"]}
        assert parse_qs(urlsplit(link.get_attribute("href")).query) == shown | own


def test_large_figures_of_the_axis_are_in_millions_by_the_language(visit):
    for path, ending in ((LT_MAP, "mln."), (EN_MAP, "million")):
        page = MapPage(visit(f"{path}?indicator=total&unit=eur&select=13")).page
        ticks = page.locator("#trend-plot .ytick text").all_text_contents()
        assert len(ticks) > 2
        assert all(tick.endswith(ending) for tick in ticks)
        frame, tick = (
            page.locator(name).bounding_box()
            for name in ("#trend-plot", "#trend-plot .ytick >> nth=-1")
        )
        assert tick["x"] >= frame["x"], "nothing is cut off"
