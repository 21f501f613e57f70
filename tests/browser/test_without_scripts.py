"""Without scripts every page can be read, every view asked for, every file taken."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.charts.palette import in_look
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from geo.places import municipalities
from tests.browser.map_page import number, taken
from tests.map_address import EN_MAP, LT_MAP

PAGES = [(page, code) for page in all_pages() for code in CODES]
MAP = """() => [...document.querySelectorAll(".map-svg .places path")]
    .map((path) => [path.dataset.code, path.getAttribute("fill"),
        path.getBoundingClientRect().width])"""


@pytest.fixture
def read(visit):
    """Opens an address in a browser that runs no scripts."""
    return lambda path: visit(path, java_script_enabled=False)


@pytest.mark.parametrize(("page", "code"), PAGES, ids=[f"{page.id}-{code}" for page, code in PAGES])
def test_every_page_has_its_content_and_leads_on(read, page, code):
    words = language(code)
    opened = read(page.path(words))
    expect(opened.locator("h1")).to_be_visible()
    assert len(opened.locator("main").inner_text()) > 300
    for other in [other for other in all_pages() if other.listed]:
        link = opened.get_by_role("link", name=words.t(f"page.{other.id}.nav"), exact=True).first
        expect(link).to_have_attribute("href", other.path(words))
    for part in opened.locator("main button:visible").all():
        assert part.get_attribute("type") == "submit", "nothing that only a script could do"
    opened.locator("#language-link").click()
    other = CODES[1 - CODES.index(code)]
    expect(opened.locator("html")).to_have_attribute("lang", other)


def test_the_map_shows_the_year_that_is_asked_for(read, store):
    page = read(f"{EN_MAP}?indicator=ngo_competition&area=culture&year=2019&select=13&names=1")
    expect(page.locator("h1")).to_have_text(re.compile(r"culture.*, 2019$"))
    shapes = page.evaluate(MAP)
    assert [code for code, _, _ in shapes] == [place.code for place in municipalities()]
    assert all(width > 1 for _, _, width in shapes)
    assert len({fill for _, fill, _ in shapes}) > 4
    expect(page.locator(".map-svg .ring-selected")).to_have_count(1)
    expect(page.locator(".map-svg .names text", has_text="Vilnius City")).to_be_visible()
    expect(page.locator("#table tbody tr")).to_have_count(60)
    expect(page.locator(".ranking-list button")).to_have_count(60)
    assert page.locator("#trend-plot svg path").count() > 5
    expect(page.locator("#trend-keys")).to_contain_text("Vilnius City")
    ranked = [number(text) for text in page.locator(".ranking-list .value").all_inner_texts()[:40]]
    assert ranked == sorted(ranked, reverse=True)


def test_colours_ranking_table_and_legend_agree(read):
    page = read(f"{LT_MAP}?indicator=ngo_recipients&year=2018")
    fills = {code: fill for code, fill, _ in page.evaluate(MAP)}
    names = {place.name_lt: place.code for place in municipalities()}
    bars = page.locator(".ranking-list button").evaluate_all(
        """(all) => all.map((row) => [row.querySelector(".name").textContent,
            getComputedStyle(row.querySelector(".bar")).backgroundColor])"""
    )
    hatched = {names[name] for name, colour in bars if colour == "rgba(0, 0, 0, 0)"}
    assert hatched == {code for code, fill in fills.items() if fill.startswith("url(")}
    for name, colour in bars:
        if names[name] in hatched:
            continue  # they have no bar
        red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
        assert in_look(fills[names[name]], "light") == f"#{red:02x}{green:02x}{blue:02x}", name
    counts = page.locator("#legend .count").all_inner_texts()
    assert sum(map(int, counts)) == 60


def test_the_choices_are_a_plain_form(read):
    page = read(EN_MAP)
    page.locator("select[name=indicator]").select_option("ngo_any")
    page.locator("select[name=year]").select_option("2017")
    page.locator("#select").fill("Kėdainiai District")
    page.locator("input[name=names]").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_have_text(
        "Kėdainiai District: Paid to NGOs in any way (€ per resident), 2017"
    )
    expect(page.locator(".chips a.chip")).to_have_text(["Kėdainiai District×"])
    page.locator(".ranking-list button", has_text="Neringa").click()
    expect(page.locator(".chips a.chip")).to_have_text(["Kėdainiai District×", "Neringa×"])
    expect(page.locator("h1")).to_contain_text("2017")
    page.locator(".chips a.chip").first.click()
    expect(page.locator(".chips a.chip")).to_have_text(["Neringa×"])
    assert "year=2017" in page.url


def test_a_name_that_means_nothing_is_told(read):
    page = read(f"{EN_MAP}?select=Atlantis")
    expect(page.locator("#note")).to_contain_text("Atlantis")


def test_tables_and_pictures_can_be_taken(read):
    page = read(f"{EN_MAP}?indicator=total&year=2020")
    for kind in ("csv", "xlsx", "svg", "png"):
        name, content = taken(page, page.locator(f".downloads a[href*='.{kind}']").first)
        assert name.endswith(kind)
        assert len(content) > 10_000


def test_commitments_are_filtered_by_their_form(read):
    page = read("/en/commitments")
    page.locator("#plan").select_option("3")
    page.locator("#show").click()
    expect(page).to_have_url(re.compile(r"plan=3"))
    expect(page.locator("#sentence")).to_contain_text("2016")
    expect(page.locator("#plan-3 .mark").first).to_be_visible()
    page.locator("#fold-table > summary").click()
    page.locator("#sort-title").click()
    expect(page.locator("th[aria-sort=ascending]")).to_be_in_viewport()


def test_a_form_cannot_be_checked_and_the_page_says_so(read):
    page = read("/en/check-a-form")
    expect(page.locator("#check-file")).to_be_hidden()
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    page.locator("#form-municipality").select_option("13")
    name, content = taken(page, page.get_by_role("button", name=re.compile("form", re.IGNORECASE)))
    assert name.endswith(".xlsx")
    assert len(content) > 5_000
