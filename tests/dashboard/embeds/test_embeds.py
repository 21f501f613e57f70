"""A part of the atlas in a frame: what stands in it, how light it is, where it leads."""

from __future__ import annotations

import gzip
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from asgi import Client, addresses
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.embeds.kinds import KINDS
from dashboard.frame.places import EMBEDS, map_path
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

QUERIES = {
    "map": "?indicator=total&unit=eur&year=2022&select=53,13&names=1",
    "trend": "?year=2020&select=53",
    "ranking": "?indicator=openness&select=53",
    "strip": "?municipality=53&indicator=total&unit=eur&peers=county&year=2021",
    "card": "?municipality=53&peers=county",
}
LIGHT = 120_000
"""Bytes over the wire of a first visit, at most."""

PLACES = ("strip", "card")


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.fixture(scope="module", params=[(kind, code) for kind in EMBEDS for code in CODES],
                ids="-".join)  # fmt: skip
def framed(request: pytest.FixtureRequest, client: Client) -> tuple[str, str, str]:
    """Kind, language and document of an embed."""
    kind, code = request.param
    return kind, code, client.page(f"/embed/{code}/{kind}", QUERIES[kind])


def said(html: str, pattern: str) -> str:
    """The text of the first element that a pattern finds, without its tags."""
    found = re.search(rf"<{pattern}[^>]*>(.*?)</", html, re.DOTALL)
    assert found, pattern
    return unescape(re.sub("<[^>]+>", "", found[1]))


def rows(html: str) -> list[list[str]]:
    """The texts of the cells of all rows."""
    return [
        [unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<t[dh].*?>(.*?)</t", row)]
        for row in re.findall(r"<tr.*?>(.*?)</tr>", html)
    ]


def leads_to(html: str) -> str:
    found = re.search(r'<a href="([^"]+)" target="_blank" rel="noopener"', html)
    assert found
    return unescape(found[1])


def test_every_kind_that_others_link_to_is_there() -> None:
    assert tuple(KINDS) == EMBEDS


def test_it_names_itself_says_what_is_seen_and_whose_data_that_are(
    framed: tuple[str, str, str], store: Store
) -> None:
    kind, code, html = framed
    words = language(code)
    heading = said(html, "h1")
    assert f'<html lang="{code}">' in html
    assert said(html, "title") == words.t("shell.title", page=heading)
    assert len(said(html, 'p class="sentence"')) > 40
    source = said(html, 'p class="source"')
    assert store.version in source
    assert re.search(r"\d{4}-\d\d-\d\d\)", source), "the day of a source"
    assert said(html, 'strong class="embed-mark"').startswith(words.t("demo.figures")[:-1])
    assert html.count("<svg") >= (50 if kind == "ranking" else 1)


def test_a_first_visit_is_one_answer_and_a_style_file(
    framed: tuple[str, str, str], client: Client
) -> None:
    *_, html = framed
    assert "<script" not in html
    asked = addresses(html)
    assert [address.rpartition(".")[2] for address in asked] == ["css"]
    parts = [html, *(client.page(address) for address in asked)]
    assert sum(len(gzip.compress(part.encode(), 1)) for part in parts) < LIGHT / 2


def test_it_leads_to_exactly_this_view(framed: tuple[str, str, str], client: Client) -> None:
    kind, code, html = framed
    path, _, place = leads_to(html).partition("#")
    page, words = client.page(path), language(code)
    if kind in PLACES:
        assert said(page, "h1") == said(html, "h1").rpartition(",")[0] or kind == "strip"
        assert said(html, 'p class="sentence"') in unescape(page)
        assert place == ("total" if kind == "strip" else "")
        assert "peers=county" in path
    else:
        shown = said(html, "h1")
        title = shown if kind != "trend" else shown.rpartition(",")[0]
        assert title in said(page, "h1")
        assert said(html, 'p class="sentence"') in unescape(page)
        assert path.partition("?")[0] == map_path(words)


@pytest.mark.parametrize("kind", ["map", "ranking"])
@pytest.mark.parametrize("code", CODES)
def test_whoever_sees_no_picture_reads_every_municipality_s_figure(
    client: Client, kind: str, code: str
) -> None:
    html, page = (client.page(path) for path in (f"/embed/{code}/{kind}", map_path(language(code))))
    cells = [cell for row in rows(html) for cell in row]
    table = re.search(r"<table.*?</table>", page, re.DOTALL)
    assert table
    told = [(name, value) for name, _, value, *_ in rows(table[0])[1:]]
    assert len(told) == 60
    for _, value in told:
        assert value.partition(" (")[0].strip("()") in cells


def test_a_trend_is_told_year_by_year(client: Client) -> None:
    html = client.page("/embed/en/trend", "?select=53")
    head, *years = rows(html)
    assert head == ["Year", "Lithuania", "Kėdainiai District"]
    assert [row[0] for row in years] == [str(year) for year in range(2015, 2026)]
    assert f"Kėdainiai District: {years[-1][2]}" in unescape(html)


def test_a_strip_tells_the_municipality_its_peers_and_their_median(client: Client) -> None:
    html = client.page("/embed/en/strip", "?municipality=53&nearest=5")
    _, own, *peers, median = rows(html)
    assert own[0] == "Kėdainiai District"
    assert len(peers) == 5
    assert median[0] == "Peers’ median"
    assert f"peers’ median ({median[1]})" in said(html, 'p class="sentence"')


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", EMBEDS)
def test_a_look_can_be_asked_for(client: Client, kind: str, look: str) -> None:
    html = client.page(f"/embed/lt/{kind}", f"{QUERIES[kind]}&look={look}")
    assert f'<html lang="lt" data-theme="{look}">' in html
    assert 'class="note"' not in html


@pytest.mark.parametrize("kind", EMBEDS)
def test_what_is_of_no_use_leaves_a_note_and_the_usual(client: Client, kind: str) -> None:
    html = client.page(f"/embed/en/{kind}", "?municipality=53&indicator=wealth&year=1850&look=pink")
    note = said(html, 'p class="note" role="status"')
    assert all(value in note for value in ("wealth", "1850", "pink"))
    assert "data-theme" not in html
    for value in ("wealth", "1850", "pink"):
        assert value not in leads_to(html)


NOWHERE = ("", "/", "/lt", "/lt/globe", "/de/map", "/lt/map/x", "/en/")


@pytest.mark.parametrize("path", [f"/embed{end}" for end in NOWHERE])
def test_where_there_is_no_such_embed_those_there_are_are_listed(client: Client, path: str) -> None:
    answer = client.get(path)
    code = "en" if "/en" in path else "lt"
    assert answer.status_code == 404
    assert f'<html lang="{code}">' in answer.text
    links = [unescape(link) for link in re.findall(r'<a href="([^"]+)"', answer.text)]
    assert len(links) == len(EMBEDS)
    for link in links:
        assert link.startswith(f"/embed/{code}/")
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("kind", PLACES)
def test_an_unknown_municipality_leads_to_those_that_come_near(client: Client, kind: str) -> None:
    answer = client.get(f"/embed/en/{kind}?municipality=kedainai&indicator=total&look=dark")
    assert answer.status_code == 404
    link = unescape(re.findall(r'<a href="([^"]+)"', answer.text)[0])
    assert link.endswith("?municipality=kedainiai-district&indicator=total&look=dark")
    assert "Kėdainiai District" in client.page(link)
    assert client.get(f"/embed/en/{kind}").status_code == 404
    several = client.get(f"/embed/lt/{kind}?municipality=vilnius")
    assert len(re.findall("<a href", several.text)) == 2


names = st.sampled_from(
    ("indicator", "unit", "area", "classes", "limits", "figures", "year", "select", "names", "zoom",
     "nation", "look", "municipality", "peers", "nearest", "with", "weight-older", "open", "move")
)  # fmt: skip
values = st.one_of(
    st.sampled_from(
        ("total", "eur", "all", "real", "2019", "13", "53,13", "dark", "", "0", "list")
    ),
    st.text(max_size=30),
)


@given(
    st.sampled_from(EMBEDS),
    st.sampled_from(CODES),
    st.lists(st.tuples(names, values), max_size=6),
)
def test_no_query_makes_it_fail(
    client: Client, kind: str, code: str, pairs: list[tuple[str, str]]
) -> None:
    query = "&".join(f"{name}={quote(value, errors='replace')}" for name, value in pairs)
    answer = client.get(f"/embed/{code}/{kind}?{query}")
    assert answer.status_code in ({200, 404} if kind in PLACES else {200})
    assert len(re.findall("<h1", answer.text)) == 1


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", '"><img src=x>', "%ff%fe", "x" * 5000]
)
@pytest.mark.parametrize("name", ["indicator", "municipality", "look", "select"])
def test_what_stands_in_the_address_does_not_become_part_of_the_document(
    client: Client, name: str, value: str
) -> None:
    for kind in EMBEDS:
        html = client.get(f"/embed/lt/{kind}?{name}={value}").text
        assert "<script" not in html
        assert "<img" not in html


def test_whoever_has_it_already_is_told_that_it_is_the_same(client: Client) -> None:
    first = client.get("/embed/lt/map?year=2022")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/embed/lt/map?year=2022", if_none_match=f"W/{first.headers['etag']}")
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/embed/lt/map?year=2021", if_none_match=first.headers["etag"])
    assert other.status_code == 200


def test_spellings_of_the_same_view_are_made_once(client: Client) -> None:
    queries = ("select=53,13&year=2022", "year=2022&classes=quantile&select=53,13")
    one, two = (client.get(f"/embed/lt/map?{query}").headers["etag"] for query in queries)
    assert one == two


def directives(answer: object) -> dict[str, str]:
    policy: str = answer.headers["content-security-policy"]  # type: ignore[attr-defined]
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.fixture(scope="module")
def elsewhere(store: Store) -> Iterator[Client]:
    """An atlas below a path, which says who may frame what."""
    settings = Settings(
        frame_ancestors="'none'", embed_ancestors="https://news.example", base_path="/atlas"
    )
    with Client(create_app(settings, store).server) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/embed/lt/map", "/embed/lt/globe", "/embed"])
def test_only_embeds_can_be_framed_by_anyone_and_they_run_nothing(
    client: Client, elsewhere: Client, path: str
) -> None:
    answer = client.get(path)
    policy = directives(answer)
    assert policy["frame-ancestors"] == "*"
    assert policy["default-src"] == "'none'"
    assert "script-src" not in policy
    assert policy["style-src"] == "'self'"
    assert "x-frame-options" not in answer.headers
    assert directives(elsewhere.get(f"/atlas{path}"))["frame-ancestors"] == "https://news.example"


@pytest.mark.parametrize("path", ["/", "/en/embed/en/map", "/embedded", "/savivaldybe/kedainiu-r"])
def test_pages_keep_their_own_setting(client: Client, elsewhere: Client, path: str) -> None:
    assert directives(client.get(path))["frame-ancestors"] == "'self'"
    assert directives(elsewhere.get(f"/atlas{path}"))["frame-ancestors"] == "'none'"


def test_where_it_fails_it_says_so_in_its_language_and_can_still_be_framed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("of a test")

    monkeypatch.setitem(KINDS, "map", fail)
    answer = client.get("/embed/en/map?year=2017")
    assert answer.status_code == 500
    assert '<html lang="en">' in answer.text
    assert directives(answer)["frame-ancestors"] == "*"


def test_below_a_path_everything_leads_there(elsewhere: Client) -> None:
    html = elsewhere.page("/atlas/embed/en/map")
    assert leads_to(html) == f"/atlas{map_path(language('en'))}"
    assert all(address.startswith("/atlas/bundles/embed.") for address in addresses(html))


@pytest.fixture(scope="module")
def mixed_client(mixed_stores: tuple[Store, Store]) -> Iterator[Client]:
    """Vilnius is real in 2021 among invented ones."""
    with Client(create_app(Settings(), mixed_stores[0]).server) as opened:
        yield opened


def test_a_real_figure_is_neither_ranked_nor_compared_with_invented_ones(
    mixed_client: Client,
) -> None:
    html = mixed_client.page("/embed/en/ranking", "?indicator=total&year=2021&select=13")
    own = next(row for row in rows(html) if "Vilnius City" in row)
    assert own[0] == "✓"
    assert "BUT FOR ✓" in said(html, 'strong class="embed-mark"')
    card = mixed_client.page("/embed/en/card", "?municipality=13&year=2021")
    assert "BUT FOR ✓" in said(card, 'strong class="embed-mark"')
    total = next(row for row in rows(card) if row[0].startswith("Total paid out"))
    assert "✓" in total[1]
    assert total[2] == "–"


def test_real_figures_alone_have_no_mark(mixed_client: Client) -> None:
    for kind in ("map", "ranking", "trend"):
        html = mixed_client.page(f"/embed/en/{kind}", "?figures=real&indicator=total")
        assert "embed-mark" not in html
        assert "figures=real" in leads_to(html)
