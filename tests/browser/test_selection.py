"""Selecting: four ways to do it, four views that show it."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from playwright.sync_api import expect

from geo.places import municipalities
from tests.browser.map_page import MapPage, requests_during
from tests.map_address import EN_MAP, LT_MAP


def by_map(atlas: MapPage) -> None:
    atlas.page.mouse.click(*atlas.point("53"))


def by_ranking(atlas: MapPage) -> None:
    atlas.row("Kėdainių r. sav.").click()


def by_combobox(atlas: MapPage) -> None:
    atlas.search("select", "kedain")


def by_keyboard_in_ranking(atlas: MapPage) -> None:
    atlas.row("Kėdainių r. sav.").focus()
    atlas.page.keyboard.press("Enter")


@pytest.mark.parametrize("way", [by_map, by_ranking, by_combobox, by_keyboard_in_ranking])
def test_each_way_selects_in_all_views_at_once_and_lets_go_again(visit, way):
    atlas = MapPage(visit(LT_MAP))
    assert requests_during(atlas.page, lambda: way(atlas)) == []
    expect(atlas.chips).to_have_text(["Kėdainių r. sav.×"])
    expect(atlas.chosen_rows).to_have_text(["Kėdainių r. sav."])
    expect(atlas.rings).to_have_count(1)
    expect(atlas.trend_lines).to_have_count(2)
    expect(atlas.trend_keys.nth(1)).to_contain_text("Kėdainių r. sav.: ")
    expect(atlas.chosen_table_rows).to_have_text(["Kėdainių r. sav."])
    atlas.in_address(f"{LT_MAP}?select=53")
    way(atlas)
    expect(atlas.chips).to_have_count(0)
    expect(atlas.chosen_rows).to_have_count(0)
    expect(atlas.rings).to_have_count(0)
    expect(atlas.trend_lines).to_have_count(1)
    expect(atlas.chosen_table_rows).to_have_count(0)
    atlas.in_address(LT_MAP)


def test_the_keyboard_walks_the_map_from_neighbour_to_neighbour(visit):
    atlas = MapPage(visit(EN_MAP))
    atlas.page.locator("#map").focus()
    atlas.page.keyboard.press("ArrowLeft")
    expect(atlas.card).to_contain_text("Vilnius City")
    seen = set()
    for key in ["ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowDown"]:
        atlas.page.keyboard.press(key)
        seen.add(atlas.card.locator(".card-name").inner_text())
    assert len(seen) == 4
    assert "Vilnius City" not in seen
    atlas.page.keyboard.press("Enter")
    name = atlas.card.locator(".card-name").inner_text()
    expect(atlas.chips).to_have_text([f"{name}×"])
    atlas.page.keyboard.press(" ")
    expect(atlas.chips).to_have_count(0)
    atlas.page.keyboard.press("Escape")
    expect(atlas.card).to_be_empty()


def test_every_municipality_can_be_reached_on_the_map_by_arrow_keys(visit):
    """From any place, by the four directions: the walk is a graph with no island."""
    atlas = MapPage(visit(EN_MAP))
    reached = atlas.page.evaluate(
        """() => {
            const box = document.getElementById("map"), name = () =>
                document.querySelector("#card .card-name")?.textContent;
            const press = (key) => box.dispatchEvent(new KeyboardEvent("keydown", { key }));
            const { places } = window.savivalda.state.frame;
            const seen = new Set(), queue = ["Vilnius City"];
            while (queue.length) {
                const from = queue.pop();
                if (seen.has(from)) continue;
                seen.add(from);
                for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
                    window.savivalda.map.setFocus(places.findIndex((it) => it.name === from));
                    press(key);
                    queue.push(name());
                }
            }
            return seen.size;
        }"""
    )
    assert reached == 60


def test_ten_at_most_and_a_note_says_so(visit):
    atlas = MapPage(visit(f"{LT_MAP}?select=11,12,13,15,18,19,21,23,25,27"))
    expect(atlas.chips).to_have_count(10)
    expect(atlas.note).to_be_empty()
    atlas.row("Kėdainių r. sav.").click()
    expect(atlas.note).to_have_text("Galima pasirinkti ne daugiau kaip dešimt savivaldybių.")
    expect(atlas.chips).to_have_count(10)
    atlas.chips.first.click()
    expect(atlas.chips).to_have_count(9)
    expect(atlas.note).to_be_empty()
    atlas.row("Kėdainių r. sav.").click()
    expect(atlas.chips).to_have_count(10)


def test_a_chip_removes_its_municipality_and_the_others_keep_theirs(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=13,19,53"))
    expect(atlas.chips.nth(1)).to_have_accessible_name("Remove Kaunas City")
    atlas.chips.nth(1).click()
    expect(atlas.chips).to_have_text(["Vilnius City×", "Kėdainiai District×"])
    expect(atlas.page.locator("#select")).to_be_focused()
    atlas.in_address(f"{EN_MAP}?select=13,53")


def test_the_selected_differ_by_more_than_colour(visit):
    atlas = MapPage(visit(f"{LT_MAP}?select=11,12,13,15,18,19,21,23,25,27"))
    lines = atlas.page.locator("#trend-plot .js-line:first-of-type")
    expect(lines).to_have_count(11)
    looks = lines.evaluate_all(
        "(all) => all.slice(1).map((line) => getComputedStyle(line).strokeDasharray)"
    )
    markers = atlas.page.locator("#trend-plot .points .point:first-child").evaluate_all(
        "(all) => all.map((point) => point.getAttribute('d'))"
    )
    assert len(set(zip(looks, markers, strict=True))) == 10


def test_hovering_shows_what_the_table_says(visit):
    """Also over a small city, which lies under its marker."""
    atlas = MapPage(visit(f"{EN_MAP}?year=2020"))
    for code, name in {
        "53": "Kėdainiai District",
        "19": "Kaunas City",
        "27": "Panevėžys City",
    }.items():
        atlas.page.mouse.move(*atlas.point(code))
        expect(atlas.card.locator(".card-name")).to_have_text(name)
        row = atlas.table()[name]
        expect(atlas.card.locator(".card-value")).to_have_text(row.value)
        expect(atlas.card.locator(".card-rank")).to_contain_text(f"rank {row.rank} of ")
        expect(atlas.card.locator(".card-change")).to_contain_text(row.change)
        expect(atlas.card.locator(".card-change")).to_contain_text("2019")
    atlas.page.mouse.move(5, 5)
    expect(atlas.card).to_be_empty()


def test_the_card_of_the_ranking_s_focus_follows_the_year(visit):
    atlas = MapPage(visit(EN_MAP))
    atlas.row("Vilnius City").focus()
    expect(atlas.card).to_contain_text("Vilnius City")
    atlas.page.keyboard.press("ArrowLeft")
    expect(atlas.year).to_have_text("2024")
    expect(atlas.row("Vilnius City")).to_be_focused()
    expect(atlas.card.locator(".card-value")).to_have_text(atlas.table()["Vilnius City"].value)


def test_the_bars_of_the_ranking_share_one_scale(visit):
    """Whatever the length of the figure beside it."""
    atlas = MapPage(visit(f"{LT_MAP}?indicator=ngo_competition"))
    tracks = atlas.page.locator(".ranking-list .track").evaluate_all(
        """(all) => all.map((track) => track.getBoundingClientRect())
            .map((box) => `${Math.round(box.left)}–${Math.round(box.right)}`)"""
    )
    assert len(set(tracks)) == 1


def test_names_stand_on_the_map_on_demand(visit):
    atlas = MapPage(visit(LT_MAP))
    label = atlas.page.locator(".map-plot").get_by_text("Kėdainių r.", exact=True)
    expect(label).to_be_hidden()
    assert requests_during(atlas.page, atlas.names.click) == []
    expect(label).to_be_visible()
    expect(atlas.names).to_have_attribute("aria-pressed", "true")
    atlas.in_address(f"{LT_MAP}?names=1")
    atlas.names.click()
    expect(label).to_be_hidden()
    atlas.in_address(LT_MAP)


def test_names_never_lie_over_each_other_and_zooming_in_shows_more(visit):
    atlas = MapPage(visit(f"{LT_MAP}?names=1&select=56"))
    few = shown_names(atlas)
    assert 40 < len(few) < 60
    expect(atlas.page.locator("#unnamed")).to_have_text(f"Netelpa pavadinimų: {60 - len(few)}")
    assert {"Kretingos r.", "Kauno m.", "Klaipėdos m."} <= few.keys(), "selected and cities stay"
    assert overlaps(few) == []
    atlas.page.get_by_role("button", name="Artyn").click()
    atlas.settle()
    assert overlaps(shown_names(atlas)) == []
    atlas.row("Šilalės r. sav.").click()
    expect(atlas.page.locator(".map-plot").get_by_text("Šilalės r.", exact=True)).to_be_visible()
    assert overlaps(shown_names(atlas)) == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_names_grow_with_the_map_but_never_get_too_small(visit, size):
    viewport = {"width": size[0], "height": size[1]}
    page = visit(f"{LT_MAP}?names=1", viewport=viewport)
    MapPage(page).settle()
    width, letters = page.evaluate(
        """() => [document.querySelector(".map-svg").getBoundingClientRect().width,
            parseFloat(getComputedStyle(
                document.querySelector(".map-plot .names text")).fontSize)]"""
    )
    assert letters == pytest.approx(max(11, 12 * width / 560), abs=0.3)


PLACES = """() => Object.fromEntries([...document.querySelectorAll(".map-svg .targets path")]
    .map((path) => { const { left, top, width, height } = path.getBoundingClientRect();
        return [path.dataset.code, [left + width / 2, top + height / 2]]; }))"""


@pytest.mark.parametrize("drawn", [True, False], ids=["plotly", "picture"])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_each_narrow_municipality_is_hit_24_px_wide(visit, watch, size, drawn):
    """WCAG 2.2, 2.5.8: within 12 px of its marker, whatever lies around it."""
    page = visit("/en/about", viewport={"width": size[0], "height": size[1]})
    if not drawn:
        watch.expect("plotly|ERR_FAILED|preload")
        page.route(re.compile("plotly"), lambda route: route.abort())
    page.goto(EN_MAP)
    atlas = MapPage(page)
    page.locator("#map").evaluate("(map) => map.scrollIntoView()")
    names = {place.code: place.name_en for place in municipalities()}
    places = page.evaluate(PLACES)
    assert len(places) > 9
    for code, (x, y) in places.items():
        for right, down in ((-11, 0), (11, 0), (0, -11), (0, 11)):
            page.mouse.move(x + right, y + down)
            expect(atlas.card.locator(".card-name")).to_have_text(names[code])


@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1920, 1080), (1024, 768), (390, 844)])
def test_the_card_lies_over_nothing_of_the_map(visit, size):
    atlas = MapPage(visit(f"{LT_MAP}?select=13", viewport={"width": size[0], "height": size[1]}))
    atlas.page.locator("#map").focus()
    country = atlas.page.locator(".map-plot .places-live").bounding_box()
    atlas.page.keyboard.press("ArrowLeft")
    expect(atlas.card).not_to_be_empty()
    card = atlas.card.bounding_box()
    after = atlas.page.locator(".map-plot .places-live").bounding_box()
    assert after == pytest.approx(country), "nothing moves for it"
    assert (
        card["x"] + card["width"] <= country["x"]
        or card["y"] + card["height"] <= country["y"]
        or card["y"] >= country["y"] + country["height"]
    )
    section = atlas.page.locator(".map-section").bounding_box()
    assert card["y"] + card["height"] <= section["y"] + section["height"]


def shown_names(atlas: MapPage) -> dict[str, dict[str, float]]:
    """Where the names stand that can be seen on the map."""
    found = (
        atlas.page.locator("#map .trace.scattergeo")
        .last.locator("text")
        .evaluate_all(
            """(texts) => texts.filter((text) => getComputedStyle(text).visibility === "visible")
            .map((text) => [text.textContent, text.getBoundingClientRect().toJSON()])"""
        )
    )
    return dict(found)


def overlaps(names: dict[str, dict[str, float]]) -> list[tuple[str, str]]:
    def over(one: dict[str, float], other: dict[str, float]) -> bool:
        across = one["left"] < other["right"] and other["left"] < one["right"]
        # The box of a text is taller than its letters.
        return across and one["top"] + 2 < other["bottom"] and other["top"] + 2 < one["bottom"]

    return [pair for pair in combinations(names, 2) if over(names[pair[0]], names[pair[1]])]


def test_zooming_in_makes_small_cities_large_and_back(visit):
    atlas = MapPage(visit(f"{EN_MAP}?select=27"))

    def width() -> float:
        return atlas.page.evaluate(
            """() => [...document.querySelectorAll(".choroplethlocation")]
                .find((path) => path.__data__.loc === "27").getBoundingClientRect().width"""
        )

    small = width()
    for _ in range(3):
        atlas.page.get_by_role("button", name="Zoom in").click()
    atlas.settle()
    assert width() > 3 * small
    atlas.page.get_by_role("button", name="All Lithuania").click()
    atlas.settle()
    assert width() == pytest.approx(small, rel=0.05)
