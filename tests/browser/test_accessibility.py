"""axe finds nothing: every page, language and look, and the map page in its busier moments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEMES = ("light", "dark")
LOOKS = list(zip(CODES, SCHEMES, strict=True))
"""Each language and each look; what is said does not depend on the look, nor colours on words."""
PAGES = [(page, *look) for page in all_pages() if page.id != "data" for look in LOOKS]
"""That of the data is looked at in `test_data_page` with all its parts open: it takes seconds."""


ONLY_WHAT_IS_WRONG = {"resultTypes": ["violations"], "selectors": False}
"""Else most of the time goes into telling where every rule was kept, in words that nobody reads."""


def violations(page: Page) -> list[str]:
    """Rule and place of each finding."""
    return [
        f"{found['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for found in Axe().run(page, options=ONLY_WHAT_IS_WRONG).response["violations"]
        for node in found["nodes"]
    ]


def opened_list(atlas: MapPage) -> None:
    atlas.page.locator("#indicator").click()
    expect(atlas.page.locator("#indicator-list")).to_be_visible()


def nothing_found(atlas: MapPage) -> None:
    atlas.page.locator("#select").fill("atlantis")


def selected_and_named(atlas: MapPage) -> None:
    for name in ("Vilniaus m. sav.", "Kėdainių r. sav.", "Neringos sav."):
        atlas.row(name).click()
    atlas.names.click()
    atlas.row("Kėdainių r. sav.").hover()
    expect(atlas.card).not_to_be_empty()


def noted(atlas: MapPage) -> None:
    atlas.page.goto(f"{LT_MAP}?indicator=wealth&year=1990")
    expect(MapPage(atlas.page).note).not_to_be_empty()


@pytest.mark.parametrize(
    ("page", "code", "scheme"), PAGES, ids=[f"{page.id}-{code}" for page, code, _ in PAGES]
)
def test_every_page(visit, page, code, scheme):
    opened = visit(page.path(language(code)), color_scheme=scheme)
    if page.id == "map":
        MapPage(opened)
    assert violations(opened) == []


@pytest.mark.parametrize(
    ("moment", "scheme"),
    [
        (opened_list, "dark"),
        (nothing_found, "light"),
        (selected_and_named, "light"),
        (selected_and_named, "dark"),
        (noted, "dark"),
    ],
)
def test_the_map_page_in_use(visit, moment, scheme):
    atlas = MapPage(visit(LT_MAP, color_scheme=scheme))
    moment(atlas)
    assert violations(atlas.page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_map_page_on_a_phone(visit, scheme):
    phone = {"width": 390, "height": 844}
    atlas = MapPage(
        visit(f"{LT_MAP}?select=13", color_scheme=scheme, viewport=phone, has_touch=True)
    )
    assert violations(atlas.page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_lines_of_the_trend_stand_out_from_their_ground(visit, scheme):
    """3 : 1 is asked of graphics (WCAG 1.4.11)."""
    page = visit(f"{LT_MAP}?select=11,12,13,15,18,19,21,23,25,27", color_scheme=scheme)
    MapPage(page)
    expect(page.locator("#trend-plot .js-line:first-of-type")).to_have_count(11)
    assert pale_lines(page) == []


def test_the_trend_follows_the_system_s_theme(visit):
    page = visit(f"{LT_MAP}?select=13", color_scheme="light")
    MapPage(page)
    national = page.locator("#trend-plot .js-line").first
    before = national.evaluate("(line) => getComputedStyle(line).stroke")
    page.emulate_media(color_scheme="dark")
    expect(national).not_to_have_css("stroke", before)
    assert pale_lines(page) == []


def pale_lines(page: Page) -> list[str]:
    """Lines of the trend that do not stand out from what is behind them."""
    ground, *lines = page.evaluate(
        """() => [getComputedStyle(document.querySelector(".panel-trend")).backgroundColor,
            ...[...document.querySelectorAll("#trend-plot .js-line")]
                .map((line) => getComputedStyle(line).stroke)]"""
    )
    return [line for line in lines if contrast(line, ground) < 3]


def contrast(one: str, other: str) -> float:
    """Contrast of two CSS colours, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(number) / 255 for number in re.findall(r"\d+", colour)[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_page_that_leads_nowhere(visit, watch):
    watch.expect("404")
    assert violations(visit("/en/nowhere")) == []


def test_pictures_of_the_map_and_trend_have_a_text(visit):
    page = visit(f"{EN_MAP}?select=13")
    MapPage(page)
    expect(page.locator("#map")).to_have_accessible_name(
        "Vilnius City: NGO competition share of money paid, 2025"
    )
    expect(page.locator("#trend-plot")).to_have_accessible_name("Trend over the years")


FORCED = """() => {
  const style = (place, what, part) => getComputedStyle(document.querySelector(place), part)[what];
  return {
    swatches: new Set([...document.querySelectorAll(".swatch:not(.no-data)")]
        .map((item) => getComputedStyle(item).backgroundColor)).size,
    bars: new Set([...document.querySelectorAll(".ranking-list .bar")]
        .map((item) => getComputedStyle(item).backgroundColor)).size,
    keys: new Set([...document.querySelectorAll(".trend-keys .key")]
        .map((item) => getComputedStyle(item).backgroundColor)).size,
    chosen: style(".ranking-list [aria-pressed=true]", "outlineStyle"),
    others: style(".ranking-list [aria-pressed=false]", "outlineStyle"),
    sign: [style(".play-sign", "borderLeftColor"), style(".play", "backgroundColor")],
    point: style(".play-sign", "borderTopColor"),
    edge: style(".play", "borderTopStyle"),
  };
}"""


def test_forced_colours_keep_what_is_data_and_show_what_is_chosen(visit):
    page = visit(f"{LT_MAP}?select=13,53&year=2022", forced_colors="active")
    MapPage(page).settle()
    found = page.evaluate(FORCED)
    assert found["swatches"] >= 6, "five classes and zero"
    assert found["bars"] >= 5
    assert found["keys"] == 3
    assert (found["chosen"], found["others"]) == ("solid", "none")
    assert contrast(*found["sign"]) >= 4.5
    assert found["point"].endswith(", 0)"), "a triangle, not a square"
    assert found["edge"] == "solid"


def test_the_map_follows_the_look_at_once(visit):
    atlas = MapPage(visit(f"{LT_MAP}?select=13", color_scheme="light"))
    light = atlas.fills()
    atlas.page.emulate_media(color_scheme="dark")
    dark = atlas.fills()
    shown = {code for code, colour in light.items() if colour.startswith("rgb")}
    assert all(light[code] != dark[code] for code in shown)
    colours = sorted({dark[code] for code in shown}, key=luminance)
    highest, *_ = atlas.legend()
    assert highest.colour == colours[-1]


def test_forced_colours_and_reduced_motion_break_nothing(visit):
    atlas = MapPage(visit(LT_MAP, forced_colors="active", reduced_motion="reduce"))
    atlas.set_year(2020)
    assert len(set(atlas.fills().values())) > 3
    assert violations(atlas.page) == []
