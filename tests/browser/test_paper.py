"""Printed on real paper: what is looked at is there, whole, painted, and on few sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.charts import palette
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from geo.places import municipalities
from tests.browser.map_page import PAINTED, MapPage
from tests.browser.paper import bare, missing, pixels, printed
from tests.data.forms.drafts import true_to_life
from tests.data.forms.writers import write_xlsx
from tests.map_address import EN_MAP, LT_MAP

OTHERS = [
    (path, code)
    for code in CODES
    for path in (
        *(page.path(language(code)) for page in all_pages() if page.id != "map"),
        {"lt": "/isipareigojimai/3-II-1", "en": "/en/commitments/3-II-1"}[code],
    )
]
PAPER_AND_INK = """() => [getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.querySelector("h1")).color]"""
LEGEND = """(list) => [...list.children].map((item) => [
    item.querySelector(".range").textContent, Number(item.querySelector(".count").textContent),
    item.querySelector(".swatch").style.backgroundColor])"""
RANKING = """(list) => [...list.querySelectorAll("button")].map(
    (row) => ["name", "value"].map((part) => row.querySelector(`.${part}`).textContent))"""
PICTURE = """(svg) => Object.fromEntries([...svg.querySelectorAll(".places [data-code]")]
    .map((path) => [path.dataset.code, path.getAttribute("fill")]))"""
SIX = "13,53,19,21,57,11"
LONGEST = f"?indicator=budgetary&unit=budget_share&area=rights&select={SIX}&names=1"
MOST_DIGITS = f"?indicator=total&unit=constant&select={SIX}"


def map_sheets(page, paper, words):
    """The sheets of the map page; the first has all that was looked at but perhaps the trend."""
    sheets = printed(page, paper)
    assert len(sheets) <= (2 if paper == "Letter upright" else 1)
    first = sheets[0].text()
    for part in ("#map-title", "#sentence", "#map-source"):
        assert bare(page.locator(part).text_content()) in first, part
    assert bare(words.t("demo.badge")) in first
    for name, value in page.locator(".ranking-list").evaluate(RANKING):
        assert bare(name + value) in first
    for label, count, _ in page.locator("#legend ul").evaluate(LEGEND):
        assert bare(f"{label}{count}") in first
    return sheets


def map_area(sheet, words, paper):
    """Pixels of the sheet's part that holds the map, without the ranking's bars."""
    left, top = sheet.place(words.t("ranking.title"))
    picture = sheet.picture()
    return picture[:, : int(left)] if paper.endswith("lying") else picture[: int(top)]


def hexadecimal(colour):
    """`#rrggbb` of the browser's `rgb(…)`."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def assert_painted(page, area):
    """Each class of the legend covers land, not only its swatch; on paper all looks are light."""
    total = 0
    legend = page.locator("#legend ul").evaluate(LEGEND)  # pairs, the light one first
    hatched = palette.in_look(palette.UNKNOWN_GROUND, "light")
    for _, count, colour in legend:
        covered = pixels(area, hexadecimal(colour) if colour else hatched)
        assert covered > 120 * count, (colour, count)
        total += covered
    assert total > 18_000


def test_the_map_is_printed_as_it_is_looked_at_in_the_dark(visit):
    """Plotly has taken over, and year, names and selection have changed since."""
    words = language("lt")
    atlas = MapPage(visit(LT_MAP, color_scheme="dark"))
    page = atlas.page
    expect(page.locator("#map[data-plotted]")).to_be_visible()
    expect(page.locator("#trend-plot .main-svg[viewBox]").first).to_be_attached()
    for code in SIX.split(","):
        atlas.row(words.name(next(each for each in municipalities() if each.code == code))).click()
    atlas.names.click()
    atlas.set_year(2020)
    page.mouse.move(*atlas.point("41"))
    screen = page.locator("#trend-plot .main-svg").first.get_attribute("viewBox")
    for paper in ("A4 upright", "A4 lying", "Letter upright"):
        sheets = map_sheets(page, paper, words)
        area = map_area(sheets[0], words, paper)
        assert_painted(page, area)
        for colour in palette.SELECTED[: len(SIX.split(","))]:
            assert pixels(area, colour) > 15, f"ring of {colour} on {paper}"
        trend = next(sheet for sheet in sheets if sheet.place(words.t("trend.title")))
        assert "2015" in trend.text()
        assert pixels(trend.picture(), "#3d4a57") > 60, "the national line, for a light ground"
        assert "2020" in bare(page.locator("#map-title").text_content())
    assert page.locator(".map-svg").evaluate(PICTURE) == page.evaluate(
        "() => Object.fromEntries(window.savivalda.state.frame.places.map(({ code }, index) =>"
        " [code, window.savivalda.color(window.savivalda.state.view.cls["
        "window.savivalda.state.row][index]).replace('no-data', 'no-data-map')]))"
    )
    page.evaluate(PAINTED)
    assert page.locator("#trend-plot .main-svg").first.get_attribute("viewBox") == screen


@pytest.mark.parametrize(
    ("path", "code", "options"),
    [
        (f"{LT_MAP}{LONGEST}", "lt", {"java_script_enabled": False}),
        (f"{EN_MAP}{LONGEST}", "en", {"viewport": {"width": 390, "height": 844}}),
        (f"{LT_MAP}{MOST_DIGITS}", "lt", {"viewport": {"width": 390, "height": 844}}),
    ],
    ids=["without scripts", "from a phone, at once", "large sums"],
)
def test_the_map_is_printed_with_the_longest_of_everything(visit, path, code, options):
    words = language(code)
    page = visit(path, color_scheme="dark", **options)
    for paper in ("A4 upright", "Letter lying"):
        sheets = map_sheets(page, paper, words)
        assert_painted(page, map_area(sheets[0], words, paper))


@pytest.mark.parametrize(("path", "code"), OTHERS)
def test_every_other_page_is_printed_whole(stay, path, code):
    page = stay(path)
    page.emulate_media(color_scheme="dark")
    sheets = printed(page, {"lt": "A4 upright", "en": "Letter lying"}[code])
    assert bare(page.locator("h1").text_content()) in sheets[0].text()
    version = bare(page.locator(".footer p").text_content()).rpartition(".")[0]
    assert version in sheets[-1].text()
    assert missing(page, sheets) == []
    for link in page.locator("main a[href^=http]:visible").all():
        address = bare(link.get_attribute("href"))
        assert any(address in sheet.text() for sheet in sheets), address
    page.emulate_media(color_scheme="light")


def test_a_page_that_is_not_there_is_one_sheet(visit, watch):
    watch.expect("404")
    assert len(printed(visit("/nera"), "A4 upright")) == 1


def test_a_report_is_printed_without_the_place_for_files(visit, tmp_path):
    draft = true_to_life()
    draft.put("Asignavimai!H5", "daug")
    page = visit("/formos-patikra")
    expect(page.locator("#check-file")).to_be_attached()
    page.locator("#check-file").set_input_files(write_xlsx(draft, tmp_path / "klaida.xlsx"))
    expect(page.locator("#verdict")).to_be_visible()
    [sheet] = printed(page, "A4 upright")
    for part in (page.locator("#verdict").text_content(), "klaida.xlsx", "H5", "daug"):
        assert bare(part) in sheet.text()
    assert bare(language("lt").t("check.drop.title")) not in sheet.text()


@pytest.mark.parametrize("path", [page.path(language("lt")) for page in all_pages()])
def test_on_paper_there_is_the_content_and_nothing_to_press(stay, path):
    opened = stay(path)
    for scheme in ("light", "dark"):
        opened.emulate_media(media="print", color_scheme=scheme)
        expect(opened.locator("h1")).to_be_visible()
        for part in (".header", ".skip", ".downloads", "#controls", "#year", "#play", "#map-tools"):
            for each in opened.locator(part).all():
                expect(each).to_be_hidden()
        for button in opened.locator("main button:not(.ranking-list button)").all():
            expect(button).to_be_hidden()
        assert opened.evaluate(PAPER_AND_INK) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    opened.emulate_media(media="screen", color_scheme="light")
