"""A room without internet, or with a network that went away: what is on screen keeps working."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP


@pytest.fixture
def cut_off(visit):
    """The map page, loaded, and then no network."""
    atlas = MapPage(visit(f"{EN_MAP}?select=13"))
    # What an earlier visitor has asked for is no help to this one.
    atlas.page.context.new_cdp_session(atlas.page).send("Network.clearBrowserCache")
    atlas.page.context.set_offline(True)
    return atlas


def test_years_selection_and_names_need_no_network(cut_off):
    colours = cut_off.fills()
    cut_off.set_year(2017)
    assert cut_off.fills() != colours
    cut_off.row("Neringa").click()
    expect(cut_off.chips).to_have_text(["Vilnius City×", "Neringa×"])
    cut_off.names.click()
    expect(cut_off.page.locator(".map-plot").get_by_text("Neringa", exact=True)).to_be_attached()
    cut_off.in_address(f"{EN_MAP}?year=2017&select=13,23&names=1")


def test_the_look_can_be_changed_without_a_network(cut_off):
    cut_off.page.locator("#theme").click()
    expect(cut_off.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_choice_that_needs_the_server_says_that_it_could_not_be_had(cut_off, watch):
    """And the controls go back to what is shown, so that nothing on screen contradicts itself."""
    watch.expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|Callback")
    cut_off.page.locator("#area").select_option("culture")
    expect(cut_off.note).not_to_be_empty()
    expect(cut_off.page.locator("#area")).to_have_value("all")
    cut_off.page.context.set_offline(False)
    cut_off.page.locator("#area").select_option("culture")
    expect(cut_off.title).to_have_text(
        "Vilnius City: NGO competition share of money paid (culture), 2025"
    )
    expect(cut_off.note).to_be_empty()
