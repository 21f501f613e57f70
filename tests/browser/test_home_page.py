"""The first page on every screen and on paper: what it says is there at once, nothing is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from dashboard.charts import palette
from dashboard.language.i18n import language
from tests.browser.home_page import (
    FIELD,
    MAP,
    PATHS,
    SQUARES,
    TALL,
    beyond,
    beyond_a_phone,
    resized,
    wrong,
)
from tests.browser.paper import bare, missing, pixels, printed
from tests.browser.test_accessibility import SCHEMES, contrast, violations
from tests.browser.test_every_page import WIDER

CODES = list(PATHS)
WIDTHS = (320, 360, 390, 768, 1000, 1280, 1600, 1920, 2560)
"""Of a small phone's window, px."""

# What tells the parts apart: their squares, what the table has beside their names, the map's key.
COLOURS = """() => {
    const all = (places, what) => [...document.querySelectorAll(places)]
        .map((place) => getComputedStyle(place)[what]);
    return {
        squares: all(".hundred.now .squares path", "fill"),
        keys: all(".hundred-table .swatch", "backgroundColor"),
        legend: all("#legend .swatch:not(.no-data)", "backgroundColor"),
        ground: all(".home-hundred", "backgroundColor"),
    };
}"""


@pytest.mark.parametrize("code", CODES)
def test_a_phone_shows_sentence_field_and_country_at_once(stay, code):
    assert beyond_a_phone(stay(PATHS[code])) == []


@pytest.mark.parametrize("code", CODES)
def test_a_laptop_shows_the_promises_too(stay, code):
    page = stay(PATHS[code])
    resized(page, 1280, 720)
    assert beyond(page, "h1", "#home-whose", FIELD, SQUARES, MAP, "#promises-title") == []


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_cut_and_nothing_lies_over_anything_at_any_width(stay, code):
    page = stay(PATHS[code])
    for width in WIDTHS:
        resized(page, width, TALL)
        assert (wrong(page), page.evaluate(WIDER)) == ([], []), width


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_parts_and_classes_are_told_apart_in_every_look(visit, scheme, forced):
    page = visit("/", color_scheme=scheme, forced_colors=forced)
    found = page.evaluate(COLOURS)
    assert found["squares"] == found["keys"], "the table is the key of the squares"
    assert len(set(found["squares"])) == 4
    assert len(set(found["legend"])) >= 5
    assert all(contrast(*neighbours) > 1.5 for neighbours in pairwise(found["squares"]))
    assert all(contrast(part, *found["ground"]) > 1.5 for part in found["squares"])


@pytest.mark.parametrize("code", CODES)
def test_on_paper_it_is_one_sheet_with_all_but_the_doors(visit, code):
    words = language(code)
    page = visit(PATHS[code], color_scheme="dark")
    sheets = printed(page, "A4 upright")
    assert len(sheets) == 1
    [sheet] = sheets
    assert missing(page, sheets) == []
    for part in page.locator("h1, #home-whose, .home h2:not(#doors-title), .source").all():
        assert bare(part.text_content()) in sheet.text(), part
    for fact in page.locator(".facts-list li, .home-marks li").all():
        assert bare(fact.text_content()) in sheet.text()
    for part in ("home.doors.title", "home.door.clerk.link", "municipality.yours"):
        assert bare(words.t(part)) not in sheet.text()
    page.emulate_media(color_scheme="light")
    for colour in page.evaluate(COLOURS)["squares"][1:]:  # the first has three squares
        assert pixels(sheet.picture(), hexadecimal(colour)) > 200, colour
    hatched = palette.in_look(palette.UNKNOWN_GROUND, "light")
    assert pixels(sheet.picture(), hatched) > 200


def hexadecimal(colour):
    """`#rrggbb` of the browser's `rgb(…)`."""
    red, green, blue = (int(part) for part in colour[4:-1].split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize(("code", "scheme"), [("lt", "dark"), ("en", "light")])
def test_axe_finds_nothing_on_a_phone_where_the_field_is_open(visit, code, scheme):
    page = visit(PATHS[code], color_scheme=scheme, viewport={"width": 360, "height": TALL})
    page.locator(FIELD).click()
    expect(page.locator(".find-place [role=listbox]")).to_be_visible()
    assert violations(page) == []
