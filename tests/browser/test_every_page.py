"""What holds on every page, in both languages: whole, titled, linked, readable in any width."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.browser.map_page import PAINTED, MapPage
from tests.map_address import LT_MAP

PAGES = [(page, code) for page in all_pages() for code in CODES]
TITLED = ("home", "map", "research")
"""Pages whose heading says what they show."""
SAYING = {"home": "h1"} | dict.fromkeys(("map", "figure", "commitments", "research"), ".sentence")
"""Pages that say in a sentence what they show, and where; others describe themselves."""
EVERY_PAGE = pytest.mark.parametrize(
    ("page", "code"), PAGES, ids=[f"{page.id}-{code}" for page, code in PAGES]
)
WIDER = """() => {
    const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    return [...document.querySelectorAll("body *")]
        .filter((item) => item.getBoundingClientRect().right > most + 1)
        .filter((item) => !item.closest(".table-scroll, .visually-hidden, svg"))
        .map((item) => `${item.tagName}#${item.id}.${item.className}`);
}"""
LEVELS = "(all) => all.map((heading) => Number(heading.tagName.slice(1)))"


@EVERY_PAGE
def test_it_has_one_heading_a_title_and_its_place_in_the_navigation(stay, page, code):
    words = language(code)
    opened = stay(page.path(words))
    heading = opened.locator("h1").inner_text()
    title = words.t("page.home.title") if page.id == "home" else heading
    expect(opened).to_have_title(f"{title} – Savivalda")
    assert page.id in TITLED or heading == words.t(f"page.{page.id}.title")
    expect(opened.locator("html")).to_have_attribute("lang", code)
    expect(opened.locator("h1")).to_have_count(1)
    levels = opened.locator("h1, h2, h3, h4, h5, h6").evaluate_all(LEVELS)
    assert levels[0] == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))
    current = opened.locator("header nav [aria-current=page]")
    expect(current).to_have_text([words.t(f"page.{page.id}.nav")] if page.listed else [])
    described = opened.locator("meta[name=description]").get_attribute("content")
    said = opened.locator(SAYING[page.id]).first.inner_text() if page.id in SAYING else described
    assert said in described
    assert page.id in SAYING or described == words.t(f"page.{page.id}.description")
    ids = opened.locator("[id]").evaluate_all("(all) => all.map((item) => item.id)")
    assert len(ids) == len(set(ids))


@EVERY_PAGE
def test_every_link_within_it_has_its_goal(stay, page, code):
    opened = stay(page.path(language(code)))
    links = opened.locator("a[href^='#']").evaluate_all("(all) => all.map((link) => link.hash)")
    for part in links:
        expect(opened.locator(f"[id='{part[1:]}']")).to_have_count(1)


@EVERY_PAGE
def test_its_other_language_is_one_link_away(stay, server, page, code):
    opened = stay(page.path(language(code)))
    other = language(CODES[1 - CODES.index(code)])
    link = opened.locator("#language-link")
    expect(link).to_have_text(other.t("language.name"))
    expect(link).to_have_attribute("lang", other.code)
    assert link.evaluate("(link) => link.href") == f"{server}{page.path(other)}"


@EVERY_PAGE
def test_nothing_is_cut_off_in_a_narrow_window(stay, page, code):
    """320 px is a small phone and 400 % zoom; 640 px is a laptop at 200 % zoom."""
    opened = stay(page.path(language(code)))
    for width in (320, 390, 640, 1280):
        opened.set_viewport_size({"width": width, "height": 720})
        opened.evaluate(PAINTED)
        assert opened.evaluate(WIDER) == [], f"at {width} px"


# Places of the legend and of the buttons that lie over a municipality.
HIDDEN = """() => {
    const paths = [...document.querySelectorAll(".choroplethlocation")];
    const lies = (left, top) => paths.some((path) =>
        path.isPointInFill(new DOMPoint(left, top).matrixTransform(path.getScreenCTM().inverse())));
    const found = new Set();
    for (const over of document.querySelectorAll("#legend, #map-tools button")) {
        const box = over.getBoundingClientRect();
        for (let left = box.left; left <= box.right; left += 12) {
            for (let top = box.top; top <= box.bottom; top += 12) {
                if (lies(left, top)) found.add(over.id);
            }
        }
    }
    return [...found];
}"""


def test_nothing_lies_over_the_map_s_municipalities(stay):
    page = stay(LT_MAP)
    MapPage(page)
    for size in ((390, 844), (640, 720), (820, 1180), (1024, 768), (1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for _ in range(2):  # the map follows its box a frame later
            page.evaluate(PAINTED)
        assert page.evaluate(HIDDEN) == [], size


@pytest.mark.parametrize(
    ("path", "code", "title"),
    [
        ("/nera", "lt", "Tokio puslapio nėra"),
        ("/en/nowhere", "en", "There is no such page"),
        ("/en/data/more", "en", "There is no such page"),
        ("/download/en/view.pdf", "lt", "Tokio puslapio nėra"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_with_404(visit, watch, path, code, title):
    watch.expect("404")
    page = visit(path)
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page).to_have_title(f"{title} – Savivalda")
    assert [message for message in watch.complaints if message.startswith("answer 404")]
    page.locator("main a").click()
    expect(page).to_have_url(re.compile(rf"[^/]{language(code).path('/')}$"))
    expect(page.locator("html")).to_have_attribute("lang", code)
