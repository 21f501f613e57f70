"""oEmbed as its specification (version 1.0) says it, and as a program of others reads it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest
from asgi import Client
from lxml import etree
from micawber import Provider, ProviderRegistry

from dashboard.app import create_app
from dashboard.config import Settings
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

SITE = "http://atlas.test"
FRAMED = {
    "/zemelapis?year=2019": "/embed/lt/map?year=2019",
    "/en/map?indicator=total&year=2020&select=13": (
        "/embed/en/map?indicator=total&year=2020&select=13"
    ),
    "/savivaldybe/kedainiu-r?year=2019": "/embed/lt/card?municipality=53&year=2019",
    "/en/municipality/kedainiai-district?year=2019": "/embed/en/card?municipality=53&year=2019",
}
REQUIRED = {"type": "rich", "version": "1.0"}
BAD = {
    "url=http%3A%2F%2Fevil.example%2F": 404,
    "url=http%3A%2F%2Fatlas.test.evil.example%2F": 404,
    "url=http%3A%2F%2Fatlas.test%40evil.example%2F": 404,
    "url=http%3A%2F%2Fatlas.test%2Fnera": 404,
    "url=http%3A%2F%2Fatlas.test%2Fapie": 404,
    "url=http%3A%2F%2Fatlas.test%2Fs%2F1zzz": 404,
    "url=http%3A%2F%2F%5B": 404,
    "url=javascript%3Aalert(1)": 404,
    "url=%2F": 404,
    "url=": 400,
    "": 400,
    "url=http%3A%2F%2Fatlas.test%2F&maxwidth=0": 400,
    "url=http%3A%2F%2Fatlas.test%2F&maxheight=tall": 400,
    "url=http%3A%2F%2Fatlas.test%2F&maxwidth=%D9%A3": 400,
    "url=http%3A%2F%2Fatlas.test%2F&format=yaml": 501,
}


class InProcess(Provider):
    """Others' program, which asks the application and no network."""

    def __init__(self, client: Client, endpoint: str) -> None:
        super().__init__(endpoint)
        self.client = client

    def fetch(self, url: str) -> str:
        answer = self.client.get(url)
        assert answer.status_code == 200, answer.text
        return answer.text


class Tags(HTMLParser):
    """Elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def below(store: Store) -> Iterator[Client]:
    """A visitor of an atlas below a path."""
    with Client(create_app(Settings(base_path="/atlas"), store).server) as opened:
        yield opened


def frame_of(html: str) -> dict[str, str | None]:
    [(tag, attributes)] = Tags(html).found
    assert tag == "iframe"
    return attributes


def asked(client: Client, address: str, **more: Any) -> dict[str, Any]:
    end = "".join(f"&{name}={value}" for name, value in more.items())
    answer = client.get(f"/oembed?url={quote(address, safe='')}{end}")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize(("address", "framed"), FRAMED.items())
def test_a_program_of_others_finds_the_frame_of_a_link(
    client: Client, address: str, framed: str
) -> None:
    registry = ProviderRegistry()
    registry.register(rf"{SITE}/\S*", InProcess(client, f"{SITE}/oembed"))
    told = registry.request(f"{SITE}{address}", maxwidth=600, maxheight=400)
    assert told.items() >= REQUIRED.items()
    assert (told["width"], told["height"]) == (600, 400)
    frame = frame_of(told["html"])
    assert frame["src"] == f"{SITE}{framed}"
    assert frame["title"]
    assert "thumbnail_url" not in told, "it would be larger than there is room"


@pytest.mark.parametrize("address", FRAMED)
def test_xml_says_the_same_as_json(client: Client, address: str) -> None:
    told = asked(client, SITE + address)
    answer = client.get(f"/oembed?url={quote(SITE + address, safe='')}&format=xml")
    assert answer.headers["content-type"].startswith("text/xml")
    root = etree.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {
        name: str(value) for name, value in told.items()
    }


def test_it_is_whole_and_says_what_is_invented(client: Client) -> None:
    told = asked(client, f"{SITE}{EN_MAP}?year=2019")
    assert told["title"].endswith(", 2019 [demonstration (invented) data]")
    assert told["provider_name"] == "Savivalda"
    assert told["provider_url"] == f"{SITE}/en/"
    assert told["cache_age"] > 0
    assert told["thumbnail_url"] == f"{SITE}/share/en/map.png?year=2019"
    assert (told["thumbnail_width"], told["thumbnail_height"]) == (1200, 630)


def test_a_short_link_is_the_view_that_it_stands_for(client: Client) -> None:
    page = client.page(
        "/en/share", "?page=%2Fen%2Fmap%3Findicator%3Dtotal%26year%3D2020%26select%3D13"
    )
    [short] = {
        attributes["value"]
        for _, attributes in Tags(page).found
        if attributes.get("id") == "share-short"
    }
    assert asked(client, short) == asked(
        client, f"{SITE}{EN_MAP}?indicator=total&year=2020&select=13"
    )


@pytest.mark.parametrize("address", FRAMED)
def test_a_page_that_can_stand_in_a_frame_leads_there_from_its_head(
    client: Client, address: str
) -> None:
    links = {
        attributes["type"]: attributes["href"]
        for tag, attributes in Tags(client.page(address)).found
        if tag == "link" and attributes.get("type", "").endswith("+oembed")
    }
    assert links.keys() == {"application/json+oembed", "text/xml+oembed"}
    for kind, href in links.items():
        there = urlsplit(href)
        answer = client.get(f"{there.path}?{there.query}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == kind.replace("+oembed", "")


@pytest.mark.parametrize("address", ["/apie", "/en/data", "/savivaldybe", "/nera"])
def test_others_do_not(client: Client, address: str) -> None:
    assert "oembed" not in client.get(address).text


@pytest.mark.parametrize(("query", "status"), BAD.items())
def test_what_cannot_be_answered_is_a_problem_that_says_why(
    client: Client, query: str, status: int
) -> None:
    answer = client.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = json.loads(answer.content)
    assert problem["status"] == status
    assert problem["parameter"] in problem["detail"]
    assert problem["expected"]


def test_below_a_path_all_of_it_lies_below_that(below: Client) -> None:
    told = asked(below, f"{SITE}/atlas{EN_MAP}?year=2019")
    assert frame_of(told["html"])["src"] == f"{SITE}/atlas/embed/en/map?year=2019"
    assert told["thumbnail_url"].startswith(f"{SITE}/atlas/share/")
    assert below.get(f"/oembed?url={quote(f'{SITE}{EN_MAP}', safe='')}").status_code == 404
    head = Tags(below.page(EN_MAP)).found
    found = [
        attributes["href"] for _, attributes in head if "oembed" in (attributes.get("href") or "")
    ]
    assert all(
        href.startswith(f"{SITE}/atlas/oembed?url=http%3A%2F%2Fatlas.test%2Fatlas%2Fen%2Fmap")
        for href in found
    )
    assert len(found) == 2
