"""The list of competitions: filters, sums, pages and tables; real and invented ones apart."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from dashboard.answers import Atlas
from dashboard.language.i18n import CODES, language
from dashboard.pages.competitions.page import layout
from dashboard.pages.competitions.state import CompetitionsState, read_state, write_state
from data.asking.competitions import (
    SORTS,
    CompetitionFilter,
    competition_list,
    competition_months,
    competition_years,
)
from tests.dashboard.looking import attribute, elements, rows, text

if TYPE_CHECKING:
    from asgi import Client
    from dash.development.base_component import Component

    from dashboard.frame.page import Content
    from data.asking.store import Store

PATHS = {"lt": "/konkursai", "en": "/en/competitions"}
AREAS = ("sport", "culture", "ngo")


def with_id(content: Content, name: str) -> Component:
    (found,) = (each for each in elements(content) if getattr(each, "id", "") == name)
    return found


def has_id(content: Content, name: str) -> bool:
    return any(getattr(each, "id", "") == name for each in elements(content))


def listed(content: Content) -> list[list[str]]:
    """The rows of the list."""
    (region,) = elements(content, class_name="competitions-list")
    return rows(region)


def sum_of(content: Content, name: str) -> str:
    (strong,) = elements(with_id(content, f"sum-{name}"), "Strong")
    return text(strong)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", CompetitionFilter()),
        ("municipality=kedainiu+raj.&area=culture", CompetitionFilter("53", area="culture")),
        ("county=kaunas-county&year=2021&q=K02", CompetitionFilter("", "02", "", 2021, "k02")),
    ],
)
def test_sums_rows_and_tables_are_those_of_the_database(
    atlas: Atlas, code: str, query: str, asked: CompetitionFilter
) -> None:
    words, content = language(code), layout(atlas, language(code), query)
    years = competition_years(atlas.store, asked)
    total = years[years["year"].isna()].iloc[0]
    assert sum_of(content, "competitions") == text(words.number(total["competitions"]))
    for name in ("budget", "requested", "awarded"):
        assert sum_of(content, name) == text(words.money(total[name]))
    for name in ("applications", "funded"):
        assert sum_of(content, name) == text(words.number(total[name]))
    share = text(words.percent(100 * total["funded"] / total["applications"], 0))
    assert sum_of(content, "share") == share
    assert share in text(content.sentence if query else with_id(content, "sentence"))
    expected = competition_list(atlas.store, asked, demo=True)
    assert [row[0] for row in listed(content)] == [*expected["competition"]]
    (success,) = elements(content, class_name="success")
    assert [row[0] for row in rows(success)] == [
        str(year) for year in reversed([*years["year"].dropna().astype(int)])
    ]
    months = competition_months(atlas.store, asked, demo=True)
    calendar = rows(with_id(content, "calendar-table"))
    assert len(calendar) == 1 + months["municipality"].nunique()
    assert calendar[0][-1] == text(words.number(months["competitions"].sum()))


def test_each_row_tells_everything_of_its_competition(atlas: Atlas) -> None:
    words = language("en")
    content = layout(atlas, words, "year=2022&sort=-awarded")
    asked = CompetitionFilter(year=2022)
    expected = competition_list(atlas.store, asked, demo=True, sort="-awarded")
    for shown, row in zip(listed(content), expected.to_dict("records"), strict=True):
        assert shown[2:] == [
            "2022", atlas.labels("policy_area", words)[row["area"]], f"{row['announced']:%Y-%m-%d}",
            words.money(row["budget"]), words.number(row["applications"]),
            words.number(row["funded"]), words.percent(100 * row["success"], 0),
            words.money(row["requested"]), words.money(row["awarded"]),
        ]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_links_of_the_list_lead_to_competitions_pages_and_other_orders(
    client: Client, code: str
) -> None:
    page = client.page(PATHS[code], "?municipality=53&page=2")
    links = [unescape(link) for link in re.findall(r'<a href="([^"]+)"', page)]
    own = [link for link in links if link.startswith(f"{PATHS[code]}/53-")]
    assert len(own) == 10
    for link in (own[0], own[-1]):
        assert client.get(link).status_code == 200
    assert f"{PATHS[code]}?municipality=53" in links, "the first page"
    heads = re.findall(r'id="sort-[a-z]+" href="([^"]+)"', page)
    assert len(heads) == len(SORTS)
    for link in heads:
        answer = client.get(unescape(link))
        assert 'aria-sort="none"' in answer.text
        assert len(re.findall('aria-sort="(?:de|a)scending"', answer.text)) == 1


def test_pages_go_through_the_whole_list_and_one_beyond_is_the_last(atlas: Atlas) -> None:
    words, seen = language("lt"), []
    for page in range(1, 6):
        content = layout(atlas, words, f"year=2023&page={page}")
        seen += [row[0] for row in listed(content)]
        (current,) = (
            each for each in elements(elements(content, class_name="pager"), "A")
            if vars(each).get("aria-current")
        )  # fmt: skip
        assert text(current) == str(page)
    expected = competition_list(atlas.store, CompetitionFilter(year=2023), demo=True, most=10**6)
    assert seen == [*expected["competition"]][: len(seen)]
    beyond = layout(atlas, words, "municipality=53&page=99")
    assert beyond.query == "municipality=53&page=2"
    assert len(listed(beyond)) == 10


@pytest.mark.parametrize("code", CODES)
def test_filters_that_exclude_everything_say_which_to_loosen(client: Client, code: str) -> None:
    page = client.page(PATHS[code], "?municipality=53&county=utena-county&area=sport&q=k01")
    nothing = page.partition('id="nothing"')[2].partition("</section>")[0]
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', nothing)]
    assert "competitions-list" not in page
    assert len(links) == 3, "without the municipality, without the county, everything"
    assert language(code).t("competitions.filter.municipality") in nothing
    for link in links:
        assert "competitions-list" in client.page(link)


def test_real_ones_are_shown_where_there_are_any_and_the_others_are_a_link_away(
    mixed_stores: tuple[Store, Store],
) -> None:
    words = language("en")
    among, alone = (Atlas(store) for store in mixed_stores)
    for atlas in (among, alone):
        content = layout(atlas, words, "")
        assert elements(content, class_name="real-badge")
        assert not elements(content, class_name="demo-badge")
        assert len(listed(content)) == 7, "those that two municipalities told of"
    link = elements(with_id(layout(among, words, ""), "kinds"), "A")[0]
    assert "figures=demo" in link.href
    assert not has_id(layout(alone, words, ""), "kinds")
    invented = layout(among, words, "figures=demo&municipality=13")
    assert elements(invented, class_name="demo-badge")
    assert "D13" in text(invented)
    assert "K01" not in [row[0] for row in listed(invented)]
    none = layout(among, words, "figures=real&municipality=53")
    links = [link.href for link in elements(with_id(none, "nothing"), "A")]
    assert links[:2] == ["/en/competitions?figures=real", "/en/competitions?municipality=53"]
    assert elements(layout(among, words, "municipality=53"), class_name="demo-badge")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["Kaunas", "Kėdainai", "<b>x", "x" * 5000, "😀", "' OR 1=1 --"])
def test_a_name_of_no_municipality_is_told_with_those_near(
    client: Client, code: str, name: str
) -> None:
    page = client.page(PATHS[code], f"?municipality={quote(name)}&year=2024")
    written = page.partition('id="note"')[2].partition("</div>")[0]
    note = unescape(written)
    assert name[:60] in note
    assert "x" * 61 not in note
    assert "<b>" not in written
    for link in re.findall(r'href="([^"]+)"', note):
        assert "year=2024" in link
        assert "competitions-list" in client.page(link)
    if name in ("Kaunas", "Kėdainai"):
        assert "href" in note


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 5000, "q=%F0%9F%98%80", "q=%ED%A0%80", "q=%00", "q='%20OR%201=1%20--",
        "q=\";DROP TABLE code;--", "page=-1", "page=" + "9" * 400, "page=²",
        "year=x&area=x&county=x",
        "figures=lots", "sort=key", "sort=--year", "municipality=%00", "&&&=&=x",
    ],
)  # fmt: skip
def test_an_address_of_no_sense_is_a_page_that_says_so(client: Client, query: str) -> None:
    answer = client.get(f"/en/competitions?{query}")
    assert answer.status_code == 200
    assert len(answer.content) < 400_000
    assert "competitions-list" in answer.text or 'id="nothing"' in answer.text


def test_what_of_the_address_is_of_no_use_is_told_and_does_not_travel_on(atlas: Atlas) -> None:
    content = layout(atlas, language("en"), "year=1850&area=x&sort=key&figures=lots&page=0&x=1")
    note = text(with_id(content, "note"))
    for value in ("1850", "key", "lots", "area"):
        assert value in note
    assert content.query == ""


def test_an_address_is_written_as_it_is_read() -> None:
    usual = CompetitionsState()
    filters = (CompetitionFilter(), CompetitionFilter("53", "02", "ngo", 2020, "NVO ė & co"))
    states = [
        replace(usual, asked=asked, figures=figures, sort=sort, page=page)
        for asked in filters
        for figures in ("", "real", "demo")
        for sort in ("-year", "name", "-success")
        for page in (1, 7)
    ]
    for state in states:
        assert read_state(write_state(state), AREAS) == state


def test_the_form_has_what_is_chosen(atlas: Atlas) -> None:
    query = "municipality=53&county=kaunas-county&area=sport&year=2020&q=k&figures=demo&sort=-name"
    content = layout(atlas, language("lt"), query)
    form = with_id(content, "competitions-form")
    chosen = [each.value for each in elements(form, "Option") if vars(each).get("selected")]
    assert chosen == ["kaunas-county", "sport", "2020", "demo"]
    fields = {each.name: each.value for each in elements(form, "Input")}
    assert fields == {"municipality": "Kėdainių r. sav.", "q": "k", "sort": "-name"}
    assert len(elements(form, "Datalist")[0].children) == 60
    assert attribute(form, "data-stay") == ""
