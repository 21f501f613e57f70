"""Who is selected is the subject of all that is said, with scripts as without."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP, LT_MAP

IN_SIGHT = """(name) => {
    const list = document.querySelector(".ranking-list"), box = list.getBoundingClientRect();
    const row = [...list.querySelectorAll("button")]
        .find((each) => each.querySelector(".name").textContent === name).getBoundingClientRect();
    return [row.top >= box.top - 1 && row.bottom <= box.bottom + 1, scrollY];
}"""
SAID = ("map-title", "sentence")


def said(page) -> list[str]:
    return [page.title(), *(page.locator(f"#{name}").inner_text() for name in SAID)]


@pytest.mark.parametrize("path", [LT_MAP, EN_MAP])
@pytest.mark.parametrize(
    "query",
    [
        "year=2019&select=53",
        "year=2019&select=13,53,57",
        "year=2019&select=utena-county",
        "year=2019&indicator=total&unit=eur&select=23",
        "year=2016&indicator=ngo_recipients&select=kaunas-county,13",
        "year=2015",
    ],
)
def test_the_scripts_say_what_the_first_answer_says(visit, path, query):
    plain = said(visit(f"{path}?{query}", java_script_enabled=False))
    atlas = MapPage(visit(f"{path}?{query}"))
    before, now = atlas.year.inner_text(), said(atlas.page)
    atlas.page.evaluate("savivalda.setYear(2017); savivalda.setYear(2018)")
    expect(atlas.title).to_contain_text("2018")
    assert said(atlas.page) != now
    atlas.page.evaluate(f"savivalda.setYear({before})")
    expect(atlas.title).to_contain_text(before)
    assert said(atlas.page) == now == plain


def test_selecting_makes_the_subject_of_title_tab_and_text_alternative(visit):
    atlas = MapPage(visit(EN_MAP))
    atlas.search("select", "kedain")
    expect(atlas.title).to_have_text(
        "Kėdainiai District: NGO competition share of money paid, 2025"
    )
    row = atlas.table()["Kėdainiai District"]
    for part in (row.value, f"rank {row.rank} of ", " pp less than Lithuania as a whole ("):
        expect(atlas.sentence).to_contain_text(part)
        assert part in atlas.page.title()
    expect(atlas.page.locator("#map")).to_have_accessible_name(atlas.title.inner_text())
    atlas.chips.first.click()
    expect(atlas.title).to_have_text("NGO competition share of money paid, 2025")


def test_a_county_is_chosen_at_once_and_let_go_again(visit):
    atlas = MapPage(visit(LT_MAP))
    atlas.search("select", "kauno apskr")
    expect(atlas.chips).to_have_count(8)
    expect(atlas.title).to_contain_text("Kauno apskritis: ")
    atlas.in_address(f"{LT_MAP}?select=kaunas-county")
    option = atlas.page.locator("#select-kaunas-county")
    expect(option).to_have_attribute("aria-selected", "true")
    atlas.search("select", "kauno apskr")
    expect(atlas.chips).to_have_count(0)
    for county in ("vilniaus apskr", "kauno apskr"):
        atlas.search("select", county)
    expect(atlas.chips).to_have_count(10)
    expect(atlas.note).to_contain_text("dešimt")


def test_the_ranking_scrolls_to_the_subject_and_the_page_stays(visit):
    atlas = MapPage(visit(LT_MAP))
    last = atlas.ranking()[-8].name
    code = atlas.row(last).get_attribute("value")
    assert atlas.page.evaluate(IN_SIGHT, last) == [False, 0]
    atlas.search("select", last)
    expect(atlas.chips).to_have_count(1)
    assert atlas.page.evaluate(IN_SIGHT, last) == [True, 0]
    atlas.set_year(2016)
    assert atlas.page.evaluate(IN_SIGHT, last) == [True, 0]
    atlas.in_address(f"{LT_MAP}?year=2016&select={code}")
    atlas.page.reload()
    MapPage(atlas.page)
    assert atlas.page.evaluate(IN_SIGHT, last) == [True, 0]


def test_each_line_is_named_at_its_end(visit):
    atlas = MapPage(
        visit(f"{LT_MAP}?select=kaunas-county,13,23", viewport={"width": 390, "height": 844})
    )
    names = atlas.page.locator("#trend-plot .ends text")
    expect(names).to_have_count(10)
    boxes = names.evaluate_all("(all) => all.map((name) => name.getBoundingClientRect().toJSON())")
    tops = sorted(box["top"] for box in boxes)
    assert all(low + 9 < high for low, high in pairwise(tops))
    edge = atlas.page.locator("#trend-plot").bounding_box()
    assert all(box["right"] <= edge["x"] + edge["width"] + 1 for box in boxes)
