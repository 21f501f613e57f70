"""The page that came whole becomes one to work with: nothing jumps, nothing done is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

SHIFTS = """() => { window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
        .map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true }); }"""
# Boxes around all municipalities: of the picture that came, and of what plotly.js has drawn.
BOXES = """() => [".map-svg .places path", ".map-plot .choroplethlayer path"].map((parts) => {
    const boxes = [...document.querySelectorAll(parts)].map((it) => it.getBoundingClientRect())
        .filter((box) => box.width);
    return [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top)),
        Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
})"""
FILLS = """() => [
    Object.fromEntries([...document.querySelectorAll(".map-svg .places path")]
        .map((path) => [path.dataset.code, getComputedStyle(path).fill.replace("-map", "")])),
    Object.fromEntries([...document.querySelectorAll(".map-plot .choroplethlocation")]
        .filter((path) => path.__data__.loc.length === 2)
        .map((path) => [path.__data__.loc, getComputedStyle(path).fill]))]"""
MIDDLE = """(code) => {
    const box = document.querySelector(`.map-svg [data-code="${code}"]`).getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
}"""


@pytest.fixture
def held(visit):
    """Opens the map page and keeps back what fits a pattern until it is let go."""

    def opened(path: str, pattern: str):
        kept: list[Route] = []
        page = visit("/en/about")

        def keep(route: Route) -> None:
            kept.append(route)

        page.route(re.compile(pattern), keep)
        page.goto(path, wait_until="commit")

        def let_go() -> None:
            for route in kept:
                route.continue_()

        return page, let_go

    return opened


def kept_back(page: Page) -> list[Route]:
    """The page's questions for views from now on; each waits until it is let go on."""
    kept: list[Route] = []

    def keep(route: Route) -> None:
        kept.append(route)

    page.route(re.compile("/api/v1/views/"), keep)
    return kept


@pytest.mark.parametrize(
    "size", [(1280, 720), (1920, 1080), (390, 844), (1024, 768)], ids=lambda size: f"{size[0]}px"
)
def test_plotly_draws_just_over_the_picture_that_came(visit, size):
    viewport = {"width": size[0], "height": size[1]}
    page = visit(f"{LT_MAP}?year=2019&select=13,53", viewport=viewport)
    MapPage(page).settle()
    came, drawn = page.evaluate(BOXES)
    assert all(abs(one - other) < 1.5 for one, other in zip(came, drawn, strict=True))
    first, second = page.evaluate(FILLS)
    assert first == second


def test_nothing_jumps(visit):
    page = visit("/en/about")
    page.add_init_script(f"({SHIFTS})()")
    page.goto(f"{LT_MAP}?select=13,53&names=1")
    MapPage(page).settle()
    assert sum(page.evaluate("window.shifts")) <= 0.02


def test_before_plotly_has_come_the_map_answers_and_changes(held):
    page, let_go = held(f"{EN_MAP}?select=13", "plotly")
    page.locator("html[data-ready='taken over']").wait_for()
    card = page.locator("#card")
    page.mouse.move(*page.evaluate(MIDDLE, "53"))
    expect(card).to_contain_text("Kėdainiai District")
    page.mouse.click(*page.evaluate(MIDDLE, "53"))
    expect(page.locator(".chips button")).to_have_text(["Vilnius City×", "Kėdainiai District×"])
    before = page.evaluate(FILLS)[0]
    page.locator("#year").fill("2017")
    expect(page.locator("#map-title")).to_have_text(re.compile("2017$"))
    changed = page.evaluate(FILLS)[0]
    assert changed != before
    let_go()
    atlas = MapPage(page)
    atlas.settle()
    assert page.evaluate(FILLS)[1] == changed, "plotly.js draws what was chosen meanwhile"
    expect(atlas.rings).to_have_count(2)


def test_whoever_is_in_a_field_stays_there_and_what_was_typed_stays(held):
    page, let_go = held(EN_MAP, r"/api/v1/views/")
    page.locator("#select").click()
    page.keyboard.type("Kėd")
    let_go()
    MapPage(page)
    expect(page.locator("#select")).to_be_focused()
    expect(page.locator("#select")).to_have_value("Kėd")
    page.keyboard.type("ai")
    page.keyboard.press("Enter")
    expect(page.locator(".chips button")).to_have_text(["Kėdainiai District×"])


def test_what_was_chosen_before_the_scripts_had_come_is_shown(held):
    page, let_go = held(EN_MAP, r"/api/v1/views/.*/ngo_competition_share\?")
    page.wait_for_load_state()
    page.locator("select#indicator").select_option("ngo_any")
    page.locator("#classes").select_option("equal")
    let_go()
    atlas = MapPage(page)
    expect(atlas.title).to_contain_text("Paid to NGOs in any way")
    expect(page.locator("#classes")).to_have_value("equal")
    atlas.in_address(f"{EN_MAP}?indicator=ngo_any&classes=equal")


def test_when_the_first_view_does_not_come_the_page_works_as_without_scripts(visit, watch):
    watch.expect("views|ERR_FAILED")
    page = visit("/en/about")
    page.route(re.compile("/api/v1/views/"), lambda route: route.abort())
    page.goto(EN_MAP)
    expect(page.locator("#note")).not_to_be_empty()
    page.locator("select[name=year]").select_option("2018")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("h1")).to_contain_text("2018")


def test_whoever_is_on_the_list_of_indicators_stays_there(held):
    page, let_go = held(EN_MAP, r"/api/v1/views/")
    page.wait_for_load_state()
    page.locator("#indicator").focus()
    page.evaluate("scrollTo(0, 100)")
    let_go()
    MapPage(page)
    expect(page.locator("#indicator")).to_be_focused()
    assert page.evaluate("scrollY") == 100


def test_without_plotly_the_picture_stays_and_works(visit, watch):
    watch.expect("plotly|ERR_FAILED")
    page = visit("/en/about")
    page.route(re.compile("plotly"), lambda route: route.abort())
    page.goto(EN_MAP)
    page.locator("html[data-ready=whole]").wait_for()
    page.locator("#year").fill("2016")
    expect(page.locator("#map-title")).to_have_text(re.compile("2016$"))
    page.locator("#area").select_option("culture")
    expect(page.locator("#map-title")).to_contain_text("culture")
    expect(page.locator(".map-svg")).to_be_visible()


def test_a_slow_answer_shows_that_it_is_waited_for(visit):
    atlas = MapPage(visit(EN_MAP))
    page = atlas.page
    waiting = kept_back(page)
    page.locator("#area").select_option("culture")
    page.locator("html[data-waiting]").wait_for(timeout=300, state="attached")
    expect(atlas.title).not_to_contain_text("culture")
    page.wait_for_function("() => true")
    waiting[0].continue_()
    expect(atlas.title).to_contain_text("culture")
    expect(page.locator("html[data-waiting]")).to_have_count(0)


def test_the_last_choice_wins_however_late_the_others_come(visit):
    atlas = MapPage(visit(EN_MAP))
    page = atlas.page
    waiting = kept_back(page)
    page.locator("#area").select_option("culture")
    page.wait_for_function("() => performance.now()")
    page.locator("#area").select_option("sport")
    while len(waiting) < 2:
        page.wait_for_timeout(10)
    waiting[1].continue_()
    expect(atlas.title).to_contain_text("sport")
    waiting[0].continue_()
    atlas.settle()
    expect(atlas.title).to_contain_text("sport")
    atlas.in_address(f"{EN_MAP}?area=sport")
    expect(page.locator("html[data-waiting]")).to_have_count(0)
