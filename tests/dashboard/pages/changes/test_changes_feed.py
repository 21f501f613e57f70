"""The Atom feeds of what changed: valid, the same sentences, sent again only when they changed."""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import feedparser
import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from tests.dashboard.pages.changes.reading import items

if TYPE_CHECKING:
    from httpx import Response

    from data.asking.store import Store

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(client: Client, address: str) -> tuple[Response, ElementTree.Element]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return answer, ElementTree.fromstring(answer.content)


def child(of: ElementTree.Element, name: str) -> str:
    (found,) = of.findall(f"{ATOM}{name}")
    assert found.text
    return found.text


FEEDS = {
    "/pokyciai.atom": ("/pokyciai", 4),
    "/en/changes.atom": ("/en/changes", 4),
    "/pokyciai/vilniaus-m.atom": ("/pokyciai?municipality=13", 2),
    "/en/changes/kedainiai-district.atom": ("/en/changes?municipality=53", 1),
    "/en/changes/neringa.atom": ("/en/changes?municipality=23", 0),
}


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_requires(client: Client, address: str) -> None:
    """RFC 4287, 4.1.1, 4.1.2 and 4.2: elements that must be there once, and absolute addresses."""
    page, count = FEEDS[address]
    _, root = feed_of(client, address)
    assert root.tag == f"{ATOM}feed"
    assert child(root.find(f"{ATOM}author"), "name")
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == count
    moments = []
    for each in (root, *entries):
        assert child(each, "title")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", child(each, "id"))
        moments.append(datetime.strptime(child(each, "updated"), "%Y-%m-%dT%H:%M:%S%z"))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "self": f"http://atlas.test{address}",
        "alternate": f"http://atlas.test{page}",
    }
    ids = [child(each, "id") for each in (root, *entries)]
    assert len(ids) == len({*ids})
    assert moments == sorted(moments, reverse=True)
    for entry in entries:
        (content,) = entry.findall(f"{ATOM}content")
        assert content.get("type") == "html"
        assert all(
            link.startswith("http://atlas.test/")
            for link in re.findall(r'href="([^"]+)"', content.text)
        )
        (there,) = entry.findall(f"{ATOM}link")
        path, _, anchor = there.get("href").removeprefix("http://atlas.test").partition("#")
        assert f'id="{anchor}"' in client.page(path)


@pytest.mark.parametrize("address", FEEDS)
def test_a_reader_of_feeds_takes_it_without_complaint(client: Client, address: str) -> None:
    answer = client.get(address)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the reader's own
        read = feedparser.parse(answer.content, response_headers=dict(answer.headers))
    assert (read.bozo, read.version) == (False, "atom10")
    assert len(read.entries) == FEEDS[address][1]
    assert all(
        each.id and each.title and each.link and each.updated_parsed for each in read.entries
    )
    assert read.feed.language == ("en" if address.startswith("/en/") else "lt")


def test_entries_tell_the_same_sentences_and_mark_what_is_invented(client: Client) -> None:
    for address, page in {"/pokyciai.atom": "/pokyciai", "/en/changes.atom": "/en/changes"}.items():
        _, root = feed_of(client, address)
        contents = [child(entry, "content") for entry in root.findall(f"{ATOM}entry")]
        assert [each for content in contents for each in items(content)] == items(client.page(page))
    titles = [child(entry, "title") for entry in root.findall(f"{ATOM}entry")]
    assert titles == [
        "Vilnius City: 2 forms or tables, 2 corrections, 1 remark, 7 figures",
        "Kėdainiai District: 1 figure (demonstration data)",
        "Commitments and sources: 1 status of a commitment, 1 source",
        "Vilnius City: 1 form or table",
    ]


def test_a_feed_that_is_known_is_not_sent_again(client: Client) -> None:
    answer, root = feed_of(client, "/en/changes.atom")
    again = client.get("/en/changes.atom", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    assert client.get("/en/changes.atom", if_none_match='"other"').status_code == 200
    other = feed_of(client, "/pokyciai.atom")[1]
    assert child(root, "id") != child(other, "id")


@pytest.mark.parametrize(
    ("address", "status", "goal"),
    [
        ("/pokyciai/13.atom", 308, "/pokyciai/vilniaus-m.atom"),
        ("/en/changes/vilniaus-m.atom", 308, "/en/changes/vilnius-city.atom"),
        ("/en/changes/vilnius.atom", 404, None),
        ("/en/changes/atlantis.atom", 404, None),
        ("/pokyciai/%F0%9F%98%80.atom", 404, None),
    ],
)
def test_any_spelling_leads_to_a_municipality_s_feed(
    client: Client, address: str, status: int, goal: str | None
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers.get("location")) == (status, goal)


def test_what_lies_below_a_path_stays_there(changed: Store) -> None:
    settings = Settings(base_path="/atlas")
    with Client(create_app(settings, changed).server) as below:
        _, root = feed_of(below, "/atlas/en/changes.atom")
    found = re.findall(r'href="([^"]+)"', " ".join(root.itertext()))
    found += [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert len(found) > 10
    assert all(link.startswith("http://atlas.test/atlas/en/") for link in found)
