"""Everything that a mouse can do on the map page, a keyboard can."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import language
from dashboard.pages import all_pages
from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

# The element with the focus: a name to tell it by, and whether its focus can be seen.
FOCUSED = """() => {
    const item = document.activeElement;
    if (!item || item === document.body) return null;
    item.dataset.visited ??= String(document.querySelectorAll("[data-visited]").length);
    const style = getComputedStyle(item), box = item.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        key: item.dataset.visited,
        name: `${item.tagName}#${item.id}.${item.className}`,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        covered: !(top && (item.contains(top) || top.contains(item))),
    };
}"""
MISSED = """() => [...document.querySelectorAll(
        "a[href], button, input, select, [tabindex='0']")]
    .filter((item) => !item.dataset.visited && !item.disabled && item.checkVisibility())
    .filter((item) => item.tabIndex >= 0)  // others are reached by the arrow keys of a list
    .map((item) => `${item.tagName}#${item.id} ${item.textContent.slice(0, 30)}`)"""


def walk(page, most: int = 250) -> list[dict]:
    """Tab from the top until the focus leaves the page or comes round."""
    seen: dict[str, dict] = {}
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused["key"] in seen:
            break
        seen[focused["key"]] = focused
    return list(seen.values())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tab_reaches_every_control_of_the_map_page_and_the_focus_is_seen(visit, scheme):
    page = visit(f"{LT_MAP}?select=13,53", color_scheme=scheme)
    MapPage(page)
    stops = walk(page)
    assert "skip" in stops[0]["name"]
    assert page.evaluate(MISSED) == []
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []
    assert [stop["name"] for stop in stops if not stop["onScreen"] or stop["covered"]] == []


def test_tab_reaches_everything_on_the_other_pages(visit):
    page = visit("/en/about")
    for item in (item for item in all_pages() if item.id != "map"):
        page.goto(item.path(language("en")))
        expect(page.locator("main h1")).to_be_visible()
        stops = walk(page)
        assert "skip" in stops[0]["name"]
        assert page.evaluate(MISSED) == []
        assert [stop["name"] for stop in stops if not stop["outlined"]] == []


def test_the_skip_link_leads_past_the_header(visit):
    page = visit(EN_MAP)
    MapPage(page)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#indicator")).to_be_focused()


def test_there_is_a_short_way_past_the_sixty_of_the_ranking(visit):
    """One stop for the list, arrow keys within it: nobody tabs sixty times to get on."""
    page = visit(EN_MAP)
    rows = MapPage(page).ranking_rows
    inside = [stop for stop in walk(page) if "BUTTON#." in stop["name"]]
    assert len(inside) < 20
    rows.first.focus()
    for key, place in {"ArrowDown": 1, "ArrowUp": 0, "End": 59, "Home": 0}.items():
        page.keyboard.press(key)
        expect(rows.nth(place)).to_be_focused()


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("#year", ["ArrowLeft"]),
        ("#play", ["Enter", "Enter"]),
        ("#names", ["Enter"]),
        ("#map", ["ArrowRight", "Enter"]),
        ("#map-tools button >> nth=0", ["Enter"]),
        ("#select", ["v", "Enter"]),
    ],
)
def test_the_focus_stays_where_it_was_after_a_change(stay, place, keys):
    page = stay(EN_MAP)
    atlas = MapPage(page)
    place = page.locator(place).element_handle()
    place.focus()
    for key in keys:
        page.keyboard.press(key)
    atlas.settle()
    assert place.evaluate("(item) => item === document.activeElement")


def test_the_focus_follows_a_municipality_through_the_ranking(visit):
    atlas = MapPage(visit(EN_MAP))
    atlas.row("Neringa").focus()
    before = atlas.table()["Neringa"].rank
    for key in ("Enter", "ArrowLeft", "ArrowLeft"):
        atlas.page.keyboard.press(key)
    expect(atlas.year).to_have_text("2023")
    assert atlas.table()["Neringa"].rank != before
    expect(atlas.row("Neringa")).to_be_focused()
    expect(atlas.row("Neringa")).to_be_in_viewport()


def test_the_focus_stays_on_a_list_when_its_answer_arrives(visit):
    page = visit(f"{EN_MAP}?indicator=total")
    atlas = MapPage(page)
    for box in ("unit", "area", "classes"):
        field = page.locator(f"#{box}")
        field.focus()
        page.keyboard.press("ArrowDown")
        expect(page).to_have_url(re.compile(f"[?&]{box}={field.input_value()}(&|$)"))
        atlas.settle()
        expect(field).to_be_focused()
        assert field.input_value() != field.locator("option").first.get_attribute("value")


def test_a_whole_visit_without_a_mouse(visit):
    page = visit(EN_MAP)
    atlas = MapPage(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("any way")
    page.keyboard.press("Enter")
    expect(atlas.title).to_have_text("Paid to NGOs in any way (€ per resident), 2025")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#unit")).to_have_value("eur")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator("#select")).to_be_focused()
    page.keyboard.type("neringa")
    page.keyboard.press("Enter")
    expect(atlas.chips).to_have_text(["Neringa×"])
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(atlas.chips).to_have_count(0)
