"""The year: everything follows it at once, and nothing is asked of the server."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import expect

from data.asking.views import indicator_view, national_view
from geo.places import municipalities
from tests.browser.map_page import MapPage, number, requests_during
from tests.map_address import EN_MAP, LT_MAP


def test_every_view_shows_the_figures_of_the_year(visit, store):
    """Table, ranking, trend and sentence against the database, not against each other."""
    atlas = MapPage(visit(f"{LT_MAP}?select=13"))
    figures = indicator_view(store, "ngo_competition_share", "percent", "all")
    national = national_view(store, "ngo_competition_share", "percent", "all").set_index("year")
    for year in (2025, 2020, 2015):
        atlas.set_year(year)
        rows = figures[figures["year"] == year].set_index("municipality")
        counted = rows[rows["counts"]]["value"]
        table, ranking = atlas.table(), {line.name: line for line in atlas.ranking()}
        for place in municipalities():
            value, shown = rows.loc[place.code, "value"], table[place.name_lt].value
            if place.code in counted.index:
                assert number(shown.split(" (")[0]) == pytest.approx(value, abs=0.0051)
                assert ranking[place.name_lt].value == shown.split(" (")[0]
                assert ranking[place.name_lt].rank == table[place.name_lt].rank
                assert int(table[place.name_lt].rank) == 1 + (counted > value).sum()
            else:
                assert table[place.name_lt].rank == ""
                assert shown.endswith(")")
        expect(atlas.title).to_contain_text(f"{year} m.")
        expect(atlas.sentence).to_contain_text(f"{year} m.:")
        expect(atlas.sentence).to_contain_text("Vilniaus miesto savivaldybėje")
        nation = national.loc[year, "value"]
        assert number(atlas.trend_keys.first.inner_text().partition(" (")[0]) == pytest.approx(
            nation, abs=0.0051
        )
        assert (
            atlas.trend_keys.nth(1).inner_text()
            == f"Vilniaus m. sav.: {ranking['Vilniaus m. sav.'].value}"
        )


def test_a_change_of_year_asks_nothing_of_the_server(visit):
    atlas = MapPage(visit(f"{LT_MAP}?select=13"))

    def walk() -> None:
        for year in range(2024, 2014, -1):
            atlas.set_year(year)

    assert requests_during(atlas.page, walk) == []


def test_colours_mean_the_same_in_every_year(visit):
    """One legend for all years, and each municipality in the colour of the range it falls in."""
    atlas = MapPage(visit(LT_MAP))
    names = {place.code: place.name_lt for place in municipalities()}
    bins = {}
    for year in range(2025, 2014, -1):
        atlas.set_year(year)
        legend, table, fills = atlas.legend(), atlas.table(), atlas.fills()
        ranges = {item.label: item.colour for item in legend if "–" in item.label}
        bins.setdefault("first", ranges)
        assert ranges == bins["first"]
        assert sum(item.count for item in legend) == 60
        limits = [(*map(number, label.split("–")), colour) for label, colour in ranges.items()]
        for code, name in names.items():
            if not table[name].rank or "(" in table[name].value:
                continue  # its state has a colour and sign of its own
            value = number(table[name].value)
            fitting = {colour for low, high, colour in limits if low <= value <= high}
            assert fills[code] in fitting
        for item in legend:
            if item.label in ranges:
                assert item.count == list(fills.values()).count(item.colour)
        for line in atlas.ranking():
            if line.rank.isdigit():
                code = next(code for code, name in names.items() if name == line.name)
                assert line.colour == fills[code]


def test_municipalities_without_a_figure_say_why(visit, store):
    atlas = MapPage(visit(LT_MAP))
    figures = indicator_view(store, "ngo_competition_share", "percent", "all")
    for year in (2025, 2018, 2015):
        atlas.set_year(year)
        states = figures[figures["year"] == year]["state"].value_counts().drop("ok")
        shown = {item.label: item.count for item in atlas.legend() if "–" not in item.label}
        assert sorted(shown.values()) == sorted(states.to_list())
        unranked = [line for line in atlas.ranking() if not line.rank.isdigit()]
        assert {line.value for line in unranked} <= set(shown)
        assert len(unranked) == states.drop("declared_zero", errors="ignore").sum()


def test_interpolated_residents_are_said(visit, store):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=ngo_competition"))
    figures = indicator_view(store, "ngo_competition", "per_resident", "all")
    estimated = figures.groupby("year")["estimated"].any()
    assert set(estimated) == {True, False}
    for year, flag in estimated.items():
        atlas.set_year(int(year))
        note = atlas.page.locator("#marks")
        text = re.compile(f"in {year} is not in the sources")
        expect(note).to_have_text(text) if flag else expect(note).not_to_have_text(text)


def test_arrow_keys_change_the_year_wherever_the_focus_is(visit):
    atlas = MapPage(visit(LT_MAP))
    atlas.page.keyboard.press("ArrowLeft")
    expect(atlas.year).to_have_text("2024")
    for place in ("#names", ".ranking-list button >> nth=3", "#play", ".downloads a >> nth=0"):
        atlas.page.locator(place).focus()
        atlas.page.keyboard.press("ArrowLeft")
        expect(atlas.year).to_have_text("2023")
        atlas.page.keyboard.press("ArrowRight")
        expect(atlas.year).to_have_text("2024")


def test_arrow_keys_stay_with_what_needs_them(visit):
    atlas = MapPage(visit(LT_MAP))
    for place in ("#select", "#classes", "#map"):
        atlas.page.locator(place).focus()
        atlas.page.keyboard.press("ArrowLeft")
        expect(atlas.year).to_have_text("2025")


def test_the_year_stops_at_both_ends(visit):
    atlas = MapPage(visit(LT_MAP))
    atlas.slider.press("ArrowRight")
    expect(atlas.year).to_have_text("2025")
    atlas.slider.press("Home")
    atlas.slider.press("ArrowLeft")
    expect(atlas.year).to_have_text("2015")
    assert all(not row.change for row in atlas.table().values())


def test_the_slider_says_the_year_in_words(visit):
    atlas = MapPage(visit(LT_MAP))
    atlas.set_year(2019)
    expect(atlas.slider).to_have_attribute("aria-valuetext", "2019 m.")
    expect(atlas.slider).to_have_accessible_name("Metai")


def test_playing_goes_from_year_to_year_until_paused(visit):
    page = visit(EN_MAP)
    atlas = MapPage(page)
    page.clock.install()
    expect(atlas.play).to_have_accessible_name("Play the years")
    atlas.play.click()
    expect(atlas.year).to_have_text("2015")
    expect(atlas.play).to_have_accessible_name("Pause")
    page.clock.run_for(2_000)
    expect(atlas.year).to_have_text("2017")
    atlas.play.click()
    expect(atlas.play).to_have_accessible_name("Play the years")
    page.clock.run_for(3_000)
    expect(atlas.year).to_have_text("2017")


def test_playing_ends_at_the_newest_year(visit):
    page = visit(f"{LT_MAP}?year=2023")
    atlas = MapPage(page)
    page.clock.install()
    atlas.play.click()
    page.clock.run_for(10_000)
    expect(atlas.year).to_have_text("2025")
    expect(atlas.play).to_have_accessible_name("Leisti metus paeiliui")


def test_a_hand_on_the_slider_stops_the_play(visit):
    page = visit(f"{LT_MAP}?year=2018")
    atlas = MapPage(page)
    page.clock.install()
    atlas.play.click()
    atlas.slider.fill("2016")
    page.clock.run_for(3_000)
    expect(atlas.year).to_have_text("2016")


def test_changes_are_those_on_the_year_before(visit, store):
    atlas = MapPage(visit(f"{EN_MAP}?indicator=total&unit=eur&year=2020"))
    figures = indicator_view(store, "total", "eur", "all").set_index(["municipality", "year"])
    shown = atlas.table()
    for place in municipalities():
        now, before = figures.loc[(place.code, 2020)], figures.loc[(place.code, 2019)]
        text = shown[place.name_en].change
        if now["counts"] and before["counts"]:
            rise = 100 * (now["value"] / before["value"] - 1)
            assert math.isclose(float(text.rstrip("%")), rise, abs_tol=0.051)
        else:
            assert text == ""
