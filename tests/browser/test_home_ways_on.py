"""From the first page everybody gets on: to a municipality by any spelling, through every door."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import language
from dashboard.pages import all_pages
from tests.browser.home_page import FIELD, MAP, PATHS, SQUARES
from tests.browser.test_every_page import TITLED
from tests.browser.test_keyboard import MISSED, walk

CODES = list(PATHS)
SPELLINGS = ("kedain", "Kėdainių", "kedainiu rajono", "53", "KĖDAINIAI", "Kedainiai District")
OWN = {"lt": "/savivaldybe/kedainiu-r", "en": "/en/municipality/kedainiai-district"}
MOST_ANSWERS, MOST_BYTES = 8, 150_000
"""Before the interactive map is wanted; bytes as they are unpacked."""

DOORS = {
    "municipality": ["municipality"],
    "forum": ["forum"],
    "researcher": ["research"],
    "clerk": ["check"],
    "citizen": ["recipients", "search", "share"],
}
LINKS = """() => [...new Set([...document.querySelectorAll("a[href]")]
    .map((link) => link.getAttribute("href")))]"""
UNNAMED = """() => [...document.querySelectorAll("main section, main nav, form[role=search]")]
    .filter((part) => !part.ariaLabel && !part.ariaLabelledByElements?.length)
    .map((part) => part.className)"""


@pytest.mark.parametrize("code", CODES)
def test_the_field_knows_every_spelling_and_enter_leads_there(visit, code):
    page = visit(PATHS[code])
    field = page.get_by_role("combobox", name=language(code).t("municipality.yours"))
    expect(page.locator(".find-place [role=option]")).to_have_count(60)
    for typed in SPELLINGS:
        field.fill(typed)
        found = page.locator(".find-place [role=option]:visible")
        assert [OWN[code].endswith(f"/{each.get_attribute('id').partition('-')[2]}")
                for each in found.all()] == [True], typed  # fmt: skip
    field.press("Enter")
    expect(page).to_have_url(re.compile(f"{OWN[code]}$"))


def test_the_field_says_when_nothing_is_found_and_leads_nowhere(visit):
    page = visit("/en/")
    page.locator(FIELD).fill("Atlantis")
    expect(page.locator(".find-place [role=status]")).to_have_text("Nothing found")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("Atlantis")
    assert page.url.endswith("/en/")


@pytest.mark.parametrize("code", CODES)
def test_without_scripts_the_page_is_whole_and_the_form_leads_there(visit, server, code):
    page = visit(PATHS[code], java_script_enabled=False)
    for part in (MAP, SQUARES, ".facts-list", ".home-marks", ".doors", "#legend", ".source"):
        expect(page.locator(part).first).to_be_visible()
    form = page.locator(".find-place").get_attribute("action")
    near = page.request.get(form, params={"name": SPELLINGS[0]}).text()
    assert f'href="{OWN[code]}"' in near, "half a name is answered with those that may be meant"
    for typed in SPELLINGS[1:]:
        answer = page.request.get(form, params={"name": typed})
        assert answer.url == f"{server}{OWN[code]}", typed
    page.locator(FIELD).fill("kedainiu raj")
    page.locator(FIELD).press("Enter")
    expect(page).to_have_url(f"{server}{OWN[code]}")


@pytest.mark.parametrize("code", CODES)
def test_no_link_is_dead(stay, code):
    page = stay(PATHS[code])
    links = sorted(each for each in page.evaluate(LINKS) if not each.startswith("#"))
    assert len(links) > 60 + 15
    for path, all_of_it in groupby(links, key=lambda link: link.partition("#")[0]):
        answer = page.request.get(path)
        assert answer.status == 200, path
        for part in filter(None, (link.partition("#")[2] for link in all_of_it)):
            assert f'id="{part}"' in answer.text(), f"{path}#{part}"


@pytest.mark.parametrize("code", CODES)
def test_each_door_leads_to_what_it_says(stay, code):
    words, page = language(code), stay(PATHS[code])
    pages = {each.id: each for each in all_pages()}
    for who, ids in DOORS.items():
        door = page.locator(f".door-{who}")
        expect(door.locator("h3")).to_have_text(words.t(f"home.door.{who}"))
        ways = [link.get_attribute("href") for link in door.locator("a").all()]
        assert len(ways) == len(ids)
        for way, name in zip(ways, ids, strict=True):
            assert way.partition("?")[0] == pages[name].path(words)
            [heading] = re.findall(r"<h1[^>]*>([^<]+)", page.request.get(way).text())
            assert name in TITLED or heading.startswith(words.t(f"page.{name}.title"))


@pytest.mark.parametrize(("code", "scheme"), [("lt", "light"), ("en", "dark")])
def test_tab_goes_as_the_eye_does_and_the_focus_is_seen(visit, code, scheme):
    page = visit(PATHS[code], color_scheme=scheme)
    assert page.evaluate(UNNAMED) == []
    expect(page.locator("main h1")).to_have_count(1)
    stops = walk(page)
    assert page.evaluate(MISSED) == []
    assert [each["name"] for each in stops if not each["outlined"] or not each["onScreen"]] == []
    assert [each["name"] for each in stops if each["covered"]] == []
    panels = page.locator("main section, main nav")
    tops = [(box["y"], box["x"]) for box in (each.bounding_box() for each in panels.all())]
    for (top, left), (next_top, next_left) in pairwise(tops):
        assert next_top > top - 1 or next_left > left, "the next is below, or to the right"


def test_until_the_map_is_wanted_it_costs_little_and_then_needs_no_network(visit, watch):
    page = visit("/")
    answers = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.reload(wait_until="networkidle")
    sizes = {url: len(answer.body()) for url, answer in answers.items() if url.startswith("http")}
    assert len(sizes) <= MOST_ANSWERS, sizes
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    watch.expect("ERR_INTERNET_DISCONNECTED|Failed to")
    page.context.set_offline(True)
    page.locator(MAP).hover()
    expect(page.locator(MAP)).to_be_visible()
    page.locator(FIELD).fill("kedain")
    expect(page.locator(".find-place [role=option]:visible")).to_have_count(1)
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    for part in (SQUARES, ".home-facts", ".home-commitments", ".home-doors"):
        expect(page.locator(part).first).to_be_visible()
