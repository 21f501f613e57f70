"""A competition's page tells all that is known of it, and of the rest that it is not known."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import duckdb
import pytest

from dashboard.answers import Atlas
from dashboard.frame.places import recipient_path
from dashboard.language.i18n import CODES, language
from dashboard.pages.competitions.page import one
from data.asking.competitions import competition_winners, competitions_of, find_competition
from data.asking.store import Store
from tests.dashboard.looking import elements, rows, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from asgi import Client
    from dash.development.base_component import Component

    from dashboard.frame.page import Content

KEY = "53-2024-d53-2024-k01"
PATHS = {"lt": "/konkursai", "en": "/en/competitions"}


def with_id(content: Content, name: str) -> Component:
    (found,) = (each for each in elements(content) if getattr(each, "id", "") == name)
    return found


def fact(content: Content, name: str) -> str:
    return text(elements(with_id(content, f"fact-{name}"), "Dd"))


@pytest.fixture(scope="module")
def odd(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """Real competitions of which much is not known, or more than usual."""
    path = tmp_path_factory.mktemp("odd") / "savivalda.duckdb"
    shutil.copy(empty, path)
    with duckdb.connect(path) as connection:
        for key, applications, link, rows_ in (
            ("13-2020-list", None, "javascript:alert(1)", "4 7"),
            ("13-2020-form", 3, "https://example.lt/k?a=1", None),
            ("13-2020-none", 3, None, None),
        ):
            connection.execute(
                """INSERT INTO serving.competition (key, municipality, county, year, competition,
                said, called, placed, area, sorted, applications, funded, requested, awarded, link,
                demo, source, from_file, from_rows) VALUES ($key, '13', '10', 2020, $key, $key, 1,
                1, 'other', 1, $applications, if($key = '13-2020-none', 0, 2), $applications * 100,
                30, $link, FALSE, 'vilnius', if($rows IS NULL, NULL, 'f'), $rows)""",
                {"key": key, "applications": applications, "link": link, "rows": rows_},
            )
        connection.execute(
            "INSERT INTO serving.winner VALUES ('13-2020-list', 'private', 20, NULL, NULL, NULL, "
            "NULL), ('13-2020-list', '124110246', 10, 40, '<b>Projektas', NULL, NULL)"
        )
        connection.execute(
            "INSERT INTO input_file VALUES ('f', 'form', NULL, '13', 2020, 'forms', '2021-03-02')"
        )
        connection.execute("INSERT INTO input_place VALUES ('f', 'awards', 'name', 'Sąrašas', 'C')")
        connection.execute(
            "INSERT INTO source SELECT 'vilnius' AS source, * EXCLUDE source FROM source LIMIT 1"
        )
    with Store(path) as store:
        yield Atlas(store)


@pytest.mark.parametrize("code", CODES)
def test_every_fact_and_winner_is_that_of_the_database(atlas: Atlas, code: str) -> None:
    words, content = language(code), one(atlas, language(code), "", KEY)
    row = find_competition(atlas.store, KEY)
    assert row is not None
    assert text(elements(content, "H1")) == row["competition"]
    assert elements(content, class_name="demo-badge")
    for name in ("budget", "requested", "awarded"):
        assert fact(content, name) == text(words.money(row[name]))
    for name in ("applications", "funded", "year"):
        assert fact(content, name) == str(row[name])
    assert fact(content, "announced") == f"{row['announced']:%Y-%m-%d}"
    assert fact(content, "share") == text(words.percent(100 * row["success"], 0))
    euros = 100 * row["awarded"] / row["requested"]
    assert fact(content, "share-euros") == text(words.percent(euros, 0))
    for said in (fact(content, "share"), fact(content, "share-euros"), fact(content, "awarded")):
        assert said in text(content.sentence)
    winners = competition_winners(atlas.store, KEY)
    table = elements(content, class_name="winners")
    assert [row[:2] for row in rows(table)] == [
        [each.name, text(words.money(each.awarded))] for each in winners.itertuples(index=False)
    ]
    assert [link.href for link in elements(table, "A")] == [
        recipient_path(entity, words) for entity in winners["entity"]
    ]


def test_an_invented_link_is_no_link_and_an_invented_competition_has_no_form(
    atlas: Atlas,
) -> None:
    content = one(atlas, language("en"), "", KEY)
    assert "example.org" in fact(content, "link")
    assert not elements(with_id(content, "fact-link"), "A")
    assert "invented" in text(with_id(content, "origin"))


@pytest.mark.parametrize("code", CODES)
def test_others_are_of_the_same_area_in_other_years_and_of_the_same_year(
    atlas: Atlas, client: Client, code: str
) -> None:
    words, own = language(code), find_competition(atlas.store, KEY)
    assert own is not None
    content = one(atlas, words, "", KEY)
    every = competitions_of(atlas.store, "53", demo=True)
    (panel,) = elements(content, class_name="panel-others")
    area, year = (rows(table) for table in elements(panel, "Table"))
    same = every[(every["area"] == own["area"]) & (every["year"] != 2024)]
    assert [row[1] for row in area] == [*same["competition"]]
    assert len(year) == (every["year"] == 2024).sum() - 1
    for link in elements(panel, "A")[:3]:
        assert client.get(link.href).status_code == 200


@pytest.mark.parametrize("code", CODES)
def test_what_is_not_known_says_so(odd: Atlas, code: str) -> None:
    words = language(code)
    untold = words.t("competition.untold")
    content = one(odd, words, "", "13-2020-list")
    for name in ("announced", "budget", "applications", "requested", "share", "share-euros"):
        assert fact(content, name) == untold, name
    assert fact(content, "awarded") == text(words.money(30))
    assert elements(content, class_name="real-badge")
    assert words.t("competition.winners.unknown") in text(one(odd, words, "", "13-2020-form"))
    assert words.t("competition.winners.none") in text(one(odd, words, "", "13-2020-none"))


def test_a_private_person_has_no_name_and_no_link(odd: Atlas) -> None:
    (table,) = elements(one(odd, language("lt"), "", "13-2020-list"), class_name="winners")
    assert [row[0] for row in rows(table)] == ["fizinis asmuo", "124110246"]
    assert [link.href for link in elements(table, "A")] == ["/gavejai/124110246"]
    assert rows(table)[1][1] == "<b>Projektas", "what projects are called, where it is known"


def test_figures_are_followed_to_file_sheet_and_rows(odd: Atlas) -> None:
    said = text(with_id(one(odd, language("en"), "", "13-2020-list"), "origin"))
    assert said == "From the form of 2020, received on 2 March 2021. Sheet “Sąrašas”, rows: 4, 7."
    source = text(with_id(one(odd, language("en"), "", "13-2020-form"), "origin"))
    assert source.startswith("From the source “")


def test_only_addresses_of_the_web_are_links(odd: Atlas) -> None:
    unsafe = with_id(one(odd, language("en"), "", "13-2020-list"), "fact-link")
    assert not elements(unsafe, "A")
    assert "javascript:alert(1)" in text(unsafe)
    (link,) = elements(with_id(one(odd, language("en"), "", "13-2020-form"), "fact-link"), "A")
    assert link.href == "https://example.lt/k?a=1"
    assert {"noopener", "noreferrer"} <= {*link.rel.split()}
    assert "example.lt" in text(link)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", ["53-2024-d53-2024-k99", "53-1999-x", "53"])
def test_an_unknown_one_is_404_with_near_ones(client: Client, code: str, key: str) -> None:
    answer = client.get(f"{PATHS[code]}/{key}")
    assert answer.status_code == 404
    near = re.findall(rf'<a href="({PATHS[code]}/53-[^"]+)"', answer.text)
    assert near
    assert client.get(near[0]).status_code == 200
    if "2024" in key:
        assert all("/53-2024-" in each for each in near)


@pytest.mark.parametrize(
    "key",
    ["x" * 5000, "%F0%9F%98%80", "%ED%A0%80", "'%20OR%201=1", "%3Cb%3E", "99-2020-x", "-", "%00"],
)  # fmt: skip
def test_an_address_of_no_sense_is_404_and_repeats_little_of_it(client: Client, key: str) -> None:
    answer = client.get(f"/en/competitions/{key}")
    assert answer.status_code == 404
    assert "There is no competition" in unescape(answer.text)
    assert "<b>" not in answer.text
    assert len(answer.content) < 20_000
