"""The map came first once, at `/` and `/en/`: addresses of it that were given away lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from data.asking.store import Store

ONCE = {"lt": "/", "en": "/en/"}
NOW = {"lt": "/zemelapis", "en": "/en/map"}
BASE = "/nvo"

OF_THE_MAP = [
    "indicator=total&year=2019", "year=1990", "select=13%2C53", "select=K%C4%97dainiai+r.&names=1",
    "zoom=4,24.36,55.73", "names=1", "nation=same", "sort=-value", "figures=real", "area=culture",
    "classes=equal", "limits=year", "unit=eur", "select=", "&&year=2019&&", "%79ear=2019",
    "utm_source=letter&year=2019&fbclid=%2f%2F", "indicator=nonsense&x=%ff%fe%00",
    f"year=2019&x={'1' * 5000}",
]  # fmt: skip
"""Queries that a map was asked for by, each as somebody may have written it down."""

OF_NO_MAP = [
    "", "fbclid=1", "utm_source=x&utm_medium=y", "name=1", "Year=2019", "x[year]=2019", "year%3D1",
    "%ff%fe", "%00", "&&&=", "=year", "//evil.example/", "x" * 5000, "&" * 5000,
    f"x={'1' * 20_000}",
]  # fmt: skip

HOSTILE = [
    "year=2019&//evil.example", "//evil.example/?year=2019&year=1", "@evil.example&year=1",
    "year=%0d%0aSet-Cookie:%20a=b", "%0d%0aLocation:%20//evil.example&year=1",
    "year=\r\nSet-Cookie: a", "year=1%23@evil.example", "year=\\\\evil.example", 'year="><script>',
]  # fmt: skip

SHORT = {
    "100dP_khOgyoxNNYxNQYA": "/zemelapis?indicator=total&year=2019&select=13,53",
    "200dP_khOgyoxNNYxNQYA": "/zemelapis?indicator=total&year=2019&select=13,53",
    "1AytEywFIroOqMjTWMTUGAA": "/en/map?indicator=total&year=2019&select=13,53",
    "2AytEywFIroOqMjTWMTUGAA": "/en/map?indicator=total&year=2019&select=13,53",
    "1QxICAA": "/zemelapis?year=2025",
    "2AysEFzImOkYmesZmOqameubGSA5ELnOQyxAA": (
        "/en/map?zoom=4,24.36,55.73&year=2019&nation=same&figures=real"
    ),
}
"""Made when the map came first, by the first and the second dictionary."""


@pytest.fixture(scope="module")
def below(store: Store) -> Iterator[Client]:
    """A visitor of an atlas below a path."""
    with Client(create_app(Settings(base_path=BASE), store).server) as opened:
        yield opened


def goal(answer: httpx.Response) -> str:
    """Where one is led for good."""
    assert answer.status_code == 308
    assert answer.content == b""
    return answer.headers["location"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", OF_THE_MAP)
def test_an_old_address_leads_to_the_same_view_of_the_map_letter_by_letter(
    client: Client, below: Client, code: str, query: str
) -> None:
    there = f"{NOW[code]}?{query}"
    for method in ("GET", "HEAD"):
        assert goal(client.request(method, f"{ONCE[code]}?{query}")) == there
        for base in (BASE, ""):  # whether the proxy hands the path on or not
            answer = below.request(method, f"{base}{ONCE[code]}?{query}")
            assert goal(answer) == f"{BASE}{there}"
    assert 'id="controls"' in client.page(there), "and no further"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", OF_NO_MAP)
def test_what_means_nothing_to_the_map_stays_on_the_first_page(
    client: Client, code: str, query: str
) -> None:
    shown = client.page(ONCE[code], f"?{query}")
    assert f'<link rel="canonical" href="http://atlas.test{ONCE[code]}">' in shown
    assert shown == client.page(ONCE[code]), "and changes nothing of it"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_leads_to_another_host(client: Client, code: str, query: str) -> None:
    answer = client.get(f"{ONCE[code]}?{quote(query, safe='/?&=%@:')}")
    there = urlsplit(goal(answer))
    assert (there.scheme, there.netloc, there.path) == ("", "", NOW[code])
    assert there.fragment == ""
    assert "set-cookie" not in answer.headers
    assert client.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("path", ["//", "//evil.example", "///en/", "/%2Fevil.example", "/en//"])
def test_no_path_beside_the_two_does(client: Client, path: str) -> None:
    answer = client.get(f"http://atlas.test{path}?year=2019")
    assert answer.status_code == 404
    assert "location" not in answer.headers


def test_without_its_last_slash_it_leads_there_at_once(client: Client) -> None:
    assert goal(client.get("/en?year=2019")) == "/en/map?year=2019"


@pytest.mark.parametrize("code", CODES)
def test_whatever_tells_of_an_old_address_tells_of_the_map(client: Client, code: str) -> None:
    query = "indicator=total&year=2019&select=13,53"
    old, new = (quote(f"{at[code]}?{query}", safe="") for at in (ONCE, NOW))
    host = quote("http://atlas.test", safe="")
    share = language(code).path("/dalytis" if code == "lt" else "/share")
    for way in (
        f"/oembed?url={host}{{}}",
        f"/oembed?format=xml&url={host}{{}}",
        f"/qr/{code}.svg?page={{}}",
        *(f"/cite/{code}.{kind}?page={{}}" for kind in ("txt", "bib", "json")),
        f"{share}?page={{}}",
    ):
        of_old, of_new = client.get(way.format(old)), client.get(way.format(new))
        assert of_old.status_code == 200, way
        assert of_old.content == of_new.content, way
        if way.endswith("url="):
            frame = f"/embed/{code}/map?indicator=total&amp;year=2019"
            assert frame in of_old.text
        if way.startswith("/cite"):
            assert f"http://atlas.test{NOW[code]}?" in of_old.text.replace("\\", "")


@pytest.mark.parametrize(("token", "address"), SHORT.items())
def test_a_short_link_of_then_opens_the_map(client: Client, token: str, address: str) -> None:
    there = goal(client.get(f"/s/{token}"))
    there = goal(client.get(there))
    assert there == address
    assert client.get(there).status_code == 200
    asked = client.get(f"/oembed?url={quote(f'http://atlas.test/s/{token}', safe='')}").json()
    whole = client.get(f"/oembed?url={quote(f'http://atlas.test{address}', safe='')}").json()
    assert asked == whole
    assert parse_qs(urlsplit(whole["thumbnail_url"]).query).items() <= (
        parse_qs(urlsplit(address).query).items()
    )
