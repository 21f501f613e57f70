"""What search engines are led to: every page and item in both languages, nothing invented."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.pages import all_pages
from dashboard.server import crawling
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

SITE = "http://atlas.test/atlas"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    with Client(create_app(Settings(base_path="/atlas"), store).server) as opened:
        yield opened


def locations(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/xml"
    found = ElementTree.fromstring(answer.content).iterfind(".//s:loc", NAMES)
    return [each.text or "" for each in found]


@pytest.fixture(scope="module")
def sitemaps(client: Client) -> dict[str, list[str]]:
    """The addresses in each of them, by its name."""
    index = locations(client, "/sitemap.xml")
    assert all(each.startswith(f"{SITE}/sitemap/") for each in index)
    paths = [each.removeprefix(SITE) for each in index]
    return {path.split("/")[-1].partition(".")[0]: locations(client, path) for path in paths}


def test_every_page_and_item_is_there_in_both_languages(sitemaps: dict[str, list[str]]) -> None:
    pages = all_pages()
    filled = {page.id for page in pages if page.items} - {"competitions"}
    assert set(sitemaps) == {"pages", *filled}, "all competitions are invented as yet"
    assert len(sitemaps["pages"]) == 2 * len(pages)
    assert len(sitemaps["municipality"]) == len(sitemaps["flows"]) == 2 * 60
    assert f"{SITE}/en/municipality/kedainiai-district" in sitemaps["municipality"]
    for found in sitemaps.values():
        assert len(found) == len({*found}) <= crawling.MOST
        assert all(each.startswith(f"{SITE}/") for each in found)


def test_each_address_is_the_one_that_its_page_names(
    client: Client, sitemaps: dict[str, list[str]]
) -> None:
    for found in sitemaps.values():
        for address in (*found[:2], *found[-2:]):
            assert f'<link rel="canonical" href="{address}">' in client.page(
                address.removeprefix(SITE)
            )


def test_each_names_its_like_in_the_other_language_and_when_it_changed(client: Client) -> None:
    root = ElementTree.fromstring(client.get("/sitemap/municipality.xml").content)
    for url in root.iterfind("s:url", NAMES):
        others = {each.get("hreflang"): each.get("href") for each in url.iterfind("x:link", NAMES)}
        assert set(others) == {"lt", "en", "x-default"}
        assert url.findtext("s:loc", "", NAMES) in others.values()
        assert others["x-default"] == others["lt"] != others["en"]
        assert url.findtext("s:lastmod", "", NAMES) == "2026-11-21T12:30:00Z"


def test_nothing_invented_is_among_them(client: Client, sitemaps: dict[str, list[str]]) -> None:
    assert len(sitemaps["recipients"]) > 1000
    assert client.get("/gavejai/D53-0034").status_code == 200  # it is there, and marked
    invented = [each for each in sitemaps["recipients"] if "/D53-" in each]
    assert invented == []
    assert locations(client, "/sitemap/competitions.xml") == []


def test_a_sitemap_holds_no_more_than_it_may(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawling, "MOST", 20)
    assert len(locations(client, "/sitemap/recipients.xml")) == 20


def test_a_sitemap_that_is_known_is_not_sent_again(client: Client) -> None:
    answer = client.get("/sitemap/pages.xml")
    again = client.get("/sitemap/pages.xml", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/sitemap/nothing.xml").status_code == 404


def test_robots_may_read_pages_and_are_kept_off_files(client: Client) -> None:
    robots = RobotFileParser()
    text = client.get("/robots.txt").text
    robots.parse(text.splitlines())
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]
    for path in ("/", "/en/data", "/gavejai/D53-0034", "/static/early.js?m=1", "/catalog.ttl"):
        assert robots.can_fetch("Googlebot", f"{SITE}{path}"), path
    for path in ("/download/lt/view.csv", "/search/lt?q=x"):
        assert not robots.can_fetch("Googlebot", f"{SITE}{path}"), path
    assert "\nDisallow: /atlas/*?\n" in text  # a view by its query: RFC 9309, 2.2.3
    assert robots.can_fetch("Twitterbot", f"{SITE}{LT_MAP}?indicator=total&year=2019")
