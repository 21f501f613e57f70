"""The commitments as a visitor uses them: chosen, sorted, followed to the number and back."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from dashboard.pages.commitments.page import PAGE
from tests.browser.map_page import PAINTED, MapPage, requests_during, taken
from tests.browser.test_accessibility import LOOKS, SCHEMES, contrast, violations
from tests.browser.test_every_page import WIDER

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Parts that must be pushed sideways to be read, and names that are cut.
SIDEWAYS = """() => [...document.querySelectorAll("main *")]
    .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1)
    .filter((it) => /auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX))
    .map((it) => `${it.tagName}.${it.className}`)"""
THEN = "plan=3&assessor=government&on=2017-11-21"
TITLE = {
    "lt": "NVO teikiamos viešosios paslaugos",
    "en": "Public Services by NGOs (model for transferring public services to NGOs",
}
UNFOLD = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"


def address(code: str, key: str = "") -> str:
    return PAGE.path(language(code), key)


def sentence(page: Page) -> str:
    return page.locator("#sentence").inner_text()


def order(page: Page) -> list[str]:
    """The titles of the table, from top to bottom."""
    rows = page.locator("table[aria-labelledby=table-title] tbody tr")
    return rows.evaluate_all("(all) => all.map((row) => row.cells[1].textContent)")


@pytest.mark.parametrize("code", CODES)
def test_from_a_plan_to_a_commitment_to_its_number_to_the_map_and_back(visit, code):
    words = language(code)
    page = visit(address(code))
    page.locator("#plan").select_option("4")
    page.locator("#show").click()
    expect(page.locator(".mark")).to_have_count(6)
    page.locator(".mark a", has_text=TITLE[code]).click()
    expect(page.locator("h1")).to_contain_text(TITLE[code])
    expect(page).to_have_url(re.compile(rf"{address(code, '4-4')}$"))
    expect(page.locator(".promise .demo-badge")).to_be_visible()
    expect(page.locator(".coincidence")).to_be_visible()
    page.locator(".to-map").click()
    atlas = MapPage(page)
    expect(atlas.title).to_contain_text(words.t("indicator.services_transferred.name"))
    expect(atlas.year).to_have_text("2020")
    expect(atlas.trend_keys.nth(1)).to_contain_text(words.percent(15, 0))
    expect(atlas.trend_lines).to_have_count(2)
    page.locator("#promises a").click()
    expect(page.locator("h1")).to_contain_text(TITLE[code])
    page.locator(".trail a").nth(1).click()
    expect(page.locator(".mark")).to_have_count(6)
    expect(page.locator("#plan")).to_have_value("4")


@pytest.mark.parametrize("code", CODES)
def test_what_is_chosen_is_in_the_address_and_a_reload_shows_the_same(visit, code):
    page = visit(address(code))
    page.locator("#plan").select_option("3")
    page.locator("#assessor").select_option("government")
    page.locator("#on").select_option("2017-11-21")
    page.locator("#show").click()
    expect(page).to_have_url(re.compile(rf"{address(code)}\?{re.escape(THEN)}$"))
    expect(page.locator("#sentence")).to_contain_text("2017")
    shown = sentence(page)
    page.reload()
    expect(page.locator("#sentence")).to_have_text(shown)
    expect(page.locator("#on")).to_have_value("2017-11-21")
    page.locator("#language-link").click()
    expect(page.locator("html")).to_have_attribute("lang", CODES[1 - CODES.index(code)])
    expect(page.locator("#plan")).to_have_value("3")


def test_a_choice_asks_only_for_the_new_content_and_back_undoes_it(visit):
    page = visit("/en/commitments")
    before = sentence(page)
    page.locator("#plan").select_option("3")
    asked = requests_during(page, page.locator("#show").click)
    expect(page.locator(".mark")).to_have_count(9)
    assert {request.resource_type for request in asked} == {"fetch"}
    page.go_back()
    expect(page.locator("#sentence")).to_have_text(before)
    expect(page.locator("#plan")).to_have_value("")


def test_the_keyboard_chooses_sorts_and_keeps_its_place(visit):
    page = visit("/en/commitments?plan=3")
    titles = order(page)
    page.locator("#fold-table > summary").press("Enter")
    heading = page.locator("#sort-title")
    heading.focus()
    heading.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Commitment")
    assert order(page) == sorted(titles)
    expect(heading).to_be_focused()
    heading.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Commitment")
    assert order(page) == sorted(titles, reverse=True)
    expect(page.locator("table[aria-labelledby=table-title]")).to_be_visible()
    page.locator("#q").fill("ngo")
    page.locator("#q").press("Enter")
    expect(page.locator(".mark")).to_have_count(2)
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("body > [role=status]")).to_contain_text("of 2 commitments")
    expect(page).to_have_url(re.compile(r"\?plan=3&q=ngo&sort=-title$"))
    page.locator("#clear").press("Enter")
    expect(page.locator(".mark")).to_have_count(29)


def test_what_the_address_asks_for_wrongly_is_said(visit):
    page = visit("/en/commitments?plan=12&on=yesterday")
    expect(page.locator("#note")).to_contain_text("12")
    expect(page.locator("#note")).to_contain_text("yesterday")
    expect(page.locator(".mark")).to_have_count(29)


def test_an_unknown_commitment_is_not_found(visit, watch):
    watch.expect("404")
    page = visit("/en/commitments/3-IX-1")
    expect(page.locator("h1")).to_have_text("There is no such page")
    assert [message for message in watch.complaints if message.startswith("answer 404")]


def test_table_and_pictures_are_taken_away_as_shown(visit, store):
    page = visit(f"/en/commitments?{THEN}")
    name, content = taken(page, page.locator(".downloads a[href*='.csv']"))
    assert name == "savivalda-commitments.csv"
    lines = content.decode("utf-8-sig").splitlines()
    table = csv.DictReader(io.StringIO("\n".join(it for it in lines if not it.startswith("#"))))
    assert len(list(table)) == 9
    assert any(store.version in line for line in lines)
    name, content = taken(page, page.locator(".downloads a[href*='.svg']"))
    assert name == "savivalda-commitments.svg"
    assert "21 November 2017" in content.decode()
    name, content = taken(page, page.locator(".downloads button"))
    assert name == "savivalda-commitments.png"
    assert content[:4] == b"\x89PNG"


def test_the_chart_of_a_promise_is_taken_away_with_title_and_source(visit, store):
    page = visit("/en/commitments/4-4")
    name, content = taken(page, page.locator(".promise .downloads a[href*='.svg']"))
    assert name == "savivalda-4-4-services-transferred.svg"
    for part in ("DEMONSTRATION", "coincidence", store.version.split(".")[1]):
        assert part in content.decode()
    name, content = taken(page, page.locator(".promise .downloads button"))
    assert name == "savivalda-4-4-services-transferred.png"
    assert content[:4] == b"\x89PNG"


@pytest.mark.parametrize(("code", "scheme"), LOOKS)
@pytest.mark.parametrize("path", ["?since=2017-11-21", "?plan=7", "/4-4", "/3-III-4", "/2-1"])
def test_axe_finds_nothing(visit, code, path, scheme):
    page = visit(f"{address(code)}{path}", color_scheme=scheme)
    assert violations(page) == []
    page.evaluate(UNFOLD)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_chart_follows_the_theme_and_always_has_its_text(visit, scheme):
    page = visit("/en/commitments/4-4", color_scheme=scheme)
    shown, hidden = SCHEMES if scheme == "light" else SCHEMES[::-1]
    picture = page.locator(f".only-{shown} img")
    expect(picture).to_be_visible()
    expect(page.locator(f".only-{hidden}")).to_be_hidden()
    assert "11.8% in 2025" in (picture.get_attribute("alt") or "")
    page.locator("#theme").click()
    expect(page.locator(f".only-{hidden} img")).to_be_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shapes_stand_out_from_their_ground(visit, scheme):
    """3 : 1 is asked of graphics (WCAG 1.4.11)."""
    page = visit("/en/commitments", color_scheme=scheme)
    ground = page.locator(".panel").first.evaluate("(it) => getComputedStyle(it).backgroundColor")
    colours = page.locator(".mark .disc").evaluate_all(
        "(all) => [...new Set(all.map((it) => getComputedStyle(it).borderTopColor))]"
    )
    assert len(colours) >= 4
    assert [colour for colour in colours if contrast(colour, ground) < 3] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", ["", "4-4", "3-III-2"])
def test_nothing_is_wider_than_any_window(stay, code, key):
    page = stay(address(code, key))
    page.evaluate(UNFOLD)
    for width in (320, 360, 390, 640, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        page.evaluate(PAINTED)
        assert page.evaluate(WIDER) == [], f"at {width} px"
        if width < 900:
            assert page.evaluate(SIDEWAYS) == [], f"at {width} px"


@pytest.mark.parametrize("code", CODES)
def test_a_phone_has_the_answer_first_and_the_rest_within_reach(visit, code):
    page = visit(address(code), viewport={"width": 390, "height": 844})
    screens = page.evaluate("() => document.documentElement.scrollHeight / innerHeight")
    assert screens < 7
    sentence_ends = page.locator("#sentence").bounding_box()
    assert sentence_ends["y"] + sentence_ends["height"] < 844
    page.locator("#plan-3 > summary").click()
    expect(page.locator("#plan-3 .mark")).to_have_count(9)
    expect(page.locator("#plan-3 .mark").first).to_be_visible()


def test_on_paper_everything_is_unfolded(visit):
    page = visit("/en/commitments")
    page.emulate_media(media="print")
    for part in ("#plan-3 .mark", ".strip tbody th", ".commitments-table tbody th"):
        assert page.locator(part).first.evaluate("(it) => it.checkVisibility()"), part


def test_on_paper_a_commitment_has_its_chart_on_white(visit):
    page = visit("/en/commitments/4-4", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".only-light img")).to_be_visible()
    for part in (".only-dark", ".downloads", ".neighbours", ".trail"):
        expect(page.locator(part).first).to_be_hidden()


def test_no_drawing_library_is_loaded_for_it(visit):
    page = visit("/en/commitments/4-4")
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map((it) => it.name)")
    assert not [name for name in loaded if "plotly" in name.rsplit("/", 1)[-1]]
