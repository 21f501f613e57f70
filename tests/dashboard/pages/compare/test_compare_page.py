"""Municipalities side by side say what the map says of each, and what can be compared of them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from dashboard.frame.places import map_path
from dashboard.indicators.figures import VALUE_STATES
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import DEFAULT_INDICATOR, ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.compare.page import layout
from dashboard.pages.map.payload import payload
from dashboard.peers.compared import compared_dots
from dashboard.peers.comparing import (
    read_compare_state,
    read_comparison,
    write_compare_state,
)
from dashboard.peers.reading import unit_of
from dashboard.peers.state import MONEY_UNITS
from data.catalog import INDICATORS
from geo.places import municipalities
from geo.slugs import slug
from tests.dashboard.looking import elements, text

if TYPE_CHECKING:
    from asgi import Client
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.frame.page import Content

SIX = ("13", "53", "57", "74", "11", "41")
INDEX = {place.code: at for at, place in enumerate(municipalities())}
PATHS = {"lt": "/palyginimas", "en": "/en/compare"}


def shown(atlas: Atlas, code: str, query: str) -> Content:
    return layout(atlas, language(code), query)


def with_id(content: Content, name: str) -> Component:
    (found,) = (each for each in elements(content) if getattr(each, "id", "") == name)
    return found


def row(content: Content, indicator: str) -> list[Component]:
    """The cells of an indicator, one a municipality."""
    found = with_id(content, f"row-{indicator}")
    return [cell for cell in elements(found, "Td") if not getattr(cell, "className", "")]


def figure(cell: Component) -> str:
    """The figure, or what stands instead; without the name, which a phone shows."""
    (strong,) = elements(cell, "Strong") or elements(cell, "Span", "without")
    return text(strong)


@pytest.mark.parametrize(
    ("code", "year", "unit", "figures"),
    [("lt", 2025, "per_resident", "all"), ("en", 2019, "eur", "all"),
     ("lt", 2021, "constant", "all"), ("en", 2015, "budget_share", "real")],
)  # fmt: skip
def test_every_figure_state_and_place_is_that_of_the_map(
    atlas: Atlas, code: str, year: int, unit: str, figures: str
) -> None:
    words, query = language(code), f"select={','.join(SIX)}&year={year}&unit={unit}"
    content = shown(atlas, code, f"{query}&figures={figures}")
    states = atlas.labels("value_state", words, figures)
    for name in INDICATORS:
        view = ViewRequest(name, unit_of(name, unit), figures=figures)
        sent = payload(remembered_view(atlas, view), words)
        at_year = sent["years"].index(year)
        for place, cell in zip(SIX, row(content, name), strict=True):
            at = INDEX[place]
            rank, ranked = sent["rank"][at_year][at], sent["ranked"][at_year]
            state = states[VALUE_STATES[sent["state"][at_year][at]]]
            assert figure(cell) == text(sent["text"][at_year][at] or state), (name, place)
            placed = words.t("rank.of", rank=rank, count=ranked)
            assert (placed in text(cell)) == (rank > 0 and ranked >= 5), (name, place)


def test_a_real_figure_among_invented_ones_is_shown_and_compared_with_none(atlas: Atlas) -> None:
    content = shown(atlas, "en", "select=13,53,15&year=2019")
    assert figure(row(content, "total")[0]).endswith("✓")
    assert "rank" not in text(row(content, "total")[0])
    assert "rank" in text(row(content, "total")[1])
    state = read_compare_state("select=13,53,15&year=2019", 6)
    it = read_comparison(atlas, state).indicators["total"]
    assert "13" not in {dot.code for dot in compared_dots(it).dots}
    assert "✓ real" in text(elements(content, class_name="signs"))


def test_among_real_figures_alone_there_are_too_few_for_places_or_ends(atlas: Atlas) -> None:
    content = shown(atlas, "en", "select=13,53&year=2019&figures=real")
    assert "too few figures that can be compared" in content.sentence
    assert "rank" not in text(row(content, "total"))


@pytest.mark.parametrize("code", CODES)
def test_the_sentence_tells_the_ends_where_they_are(atlas: Atlas, code: str) -> None:
    """Reckoned anew from the map's figures."""
    words = language(code)
    content = shown(atlas, code, f"select={','.join(SIX)}&year=2023")
    of_map = remembered_view(atlas, ViewRequest(DEFAULT_INDICATOR))
    at_year = of_map.years.index(2023)
    known = {
        of_map.values[at_year, INDEX[each]]: each
        for each in SIX
        if of_map.counted[at_year, INDEX[each]]
    }
    most, least = (municipalities()[INDEX[known[end(known)]]] for end in (max, min))
    said = re.search(r"2023(?: m\.)?: (.+?\)), (.+?\))", content.sentence)
    assert words.located(most) in said[1]
    assert words.percent(max(known), 2) in said[1]
    assert words.located(least) in said[2]
    assert words.percent(min(known), 2) in said[2]
    assert str(len(known)) in said[1]


@pytest.mark.parametrize("code", CODES)
def test_heads_lead_to_the_municipalities_and_indicators_to_the_map(
    client: Client, code: str
) -> None:
    page = client.page(PATHS[code], "?select=53,13&unit=eur&year=2020")
    table = page.partition('<table class="plain-table compare-table')[2].partition("</table>")[0]
    links = [unescape(address) for address in re.findall(r'<a href="([^"]+)"', table)]
    for place in ("53", "13"):
        address = slug(municipalities()[INDEX[place]], code)
        assert any(f"/{address}?year=2020&unit=eur" in link for link in links)
    query = "indicator=total&unit=eur&year=2020&select=53,13"
    assert map_path(language(code), query) in links
    for link in links:
        assert client.get(link).status_code == 200


def test_the_markers_of_the_heads_are_those_of_the_strips(client: Client) -> None:
    page = client.page("/en/compare", "?select=13,53,15")
    colours = re.findall(r'<svg class="own-marker"[^>]*><path d="[^"]+" fill="(#\w+)"', page)
    assert list(dict.fromkeys(colours)) == ["#d9541e", "#a855f7", "#0d9488"]
    strip = page.partition('id="row-total"')[2].partition('class="dots-row"')[2]
    strip = strip.partition("</svg>")[0]
    assert all(colour in strip for colour in colours)


@pytest.mark.parametrize(
    ("code", "name", "said", "near"),
    [
        ("lt", "Kaunas", "„Kaunas“ gali reikšti kelias savivaldybes", "select=13,53,19"),
        ("en", "Kėdainai", "There is no municipality called “Kėdainai”", "select=13,53"),
        ("en", "<b>x", "no municipality called “<b>x”", ""),
    ],
)
def test_a_name_of_none_or_several_is_told_with_those_near(
    client: Client, code: str, name: str, said: str, near: str
) -> None:
    page = client.page(PATHS[code], f"?select=13&select=53&select={quote(name)}")
    note = page.partition('id="note"')[2].partition("</div>")[0]
    assert said in unescape(note)
    assert "<b>" not in note
    assert near in unescape(note)
    assert f'href="http://atlas.test{PATHS[code]}?select=13,53"' in page, "the rest is compared"


def test_more_than_six_are_left_out_by_name_and_there_is_no_room_for_another(
    client: Client,
) -> None:
    page = unescape(client.page("/en/compare", "?select=kaunas-county"))
    assert len(re.findall('class="chip"', page)) == 6
    note = page.partition('id="note"')[2].partition("</div>")[0]
    assert "No more than six municipalities fit side by side; left out: " in note
    assert re.search(r'<input [^>]*id="select"[^>]* disabled', page)


def test_what_else_of_the_address_is_of_no_use_is_told(atlas: Atlas) -> None:
    content = shown(atlas, "en", "select=13,53&year=1850&figures=lots&unit=percent")
    note = text(with_id(content, "note"))
    assert "1850" in note
    assert "lots" in note
    assert "percent" not in note, "a unit of the map that is none of money says nothing here"
    assert content.query == "select=13,53"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", ["", "?select=13", "?select=13,nowhere"])
def test_fewer_than_two_are_told_how_to_choose_and_where_to_begin(
    client: Client, code: str, query: str
) -> None:
    page = client.page(PATHS[code], query)
    assert language(code).t("compare.how") in unescape(page)
    assert "compare-table" not in page
    listed = page.partition('class="compare-examples"')[2].partition("</section>")[0]
    examples = re.findall(r'<a href="([^"]+)"', listed)
    assert len(examples) == 9
    for address in examples:
        assert "compare-table" in client.page(unescape(address))


def test_an_address_is_written_as_it_is_read() -> None:
    states = [
        replace(read_compare_state("", 6), select=select, year=year, unit=unit, figures=figures)
        for select in ((), ("53", "13"), SIX)
        for year in (None, 2019)
        for unit in (MONEY_UNITS[0], "constant")
        for figures in ("all", "real")
    ]
    for state in states:
        assert read_compare_state(write_compare_state(state), 6) == state
