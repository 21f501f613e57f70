"""The page about sharing: exactly the view that is asked for, in all ways, from any page."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import numpy as np
import pytest
import zxingcpp
from asgi import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from dashboard.app import create_app
from dashboard.charts.png import png
from dashboard.config import Settings
from dashboard.pages.share.looked import look, place_at
from tests.dashboard.server.test_heads import ADDRESSES
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.answers import Atlas
    from data.asking.store import Store

SITE = "http://atlas.test"
LASTING = {
    "/": "/",
    "/zemelapis": "/zemelapis?year=2025",
    "/en/map?select=13&utm_source=letter&fbclid=x": "/en/map?year=2025&select=13",
    "/en/map?zoom=4,24.36,55.73&year=2019": "/en/map?year=2019&zoom=4,24.36,55.73",
    "/savivaldybe/Kėdainių rajonas": "/savivaldybe/kedainiu-r?year=2025",
    "/palyginimas?select=13,53": "/palyginimas?select=13,53&year=2025",
    "/en/about?email=somebody@example.org": "/en/about",
    "/isipareigojimai/3-III-4": "/isipareigojimai/3-III-4",
}
"""What is looked at, and the link that shows the same whenever it is opened."""


class Panel(HTMLParser):
    """Fields by their ids, elements by their names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._in = ""
        self.feed(text.partition("<main")[2].partition("</main>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.append((tag, named))
        if tag == "input":
            self.fields[named["id"]] = named["value"]
        self._in = named["id"] if tag == "textarea" else ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.fields[self._in] = self.fields.get(self._in, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def panel(client: Client, address: str, page: str = "") -> Panel:
    page = page or ("/en/share" if f"{address}/".startswith("/en/") else "/dalytis")
    return Panel(client.page(page, f"?page={quote(address, safe='')}"))


@pytest.fixture(scope="module")
def below(store: Store) -> Iterator[Client]:
    """A visitor of an atlas below a path."""
    with Client(create_app(Settings(base_path="/atlas"), store).server) as opened:
        yield opened


@pytest.mark.parametrize(("looked", "lasting"), LASTING.items())
def test_the_link_is_of_exactly_this_view_and_nothing_of_the_visitor(
    client: Client, looked: str, lasting: str
) -> None:
    fields = panel(client, looked).fields
    assert fields["share-whole"] == SITE + lasting
    assert lasting in fields["share-cite-txt"]


@pytest.mark.parametrize("address", [each for pair in ADDRESSES.items() for each in pair])
def test_every_page_leads_to_it_and_what_it_says_is_that_page_s(
    client: Client, address: str
) -> None:
    html = client.page(address)
    assert "share-panel" not in html or "/dalytis" in address or "/en/share" in address
    found = re.search(r'<a href="([^"]+)" id="share-link"', html)
    if "/dalytis" in address or "/en/share" in address:
        assert found is None
        return
    told = Panel(client.page(unescape(found[1])))
    path, _, query = told.fields["share-whole"].removeprefix(SITE).partition("?")
    asked_path, _, asked_query = address.partition("?")
    assert path == asked_path
    assert parse_qs(query).items() >= parse_qs(asked_query).items()
    for way in ("share-cite-txt", "share-cite-bib", "share-cite-json"):
        assert "Savivalda" in told.fields[way]


def test_in_the_other_language_it_is_of_the_same_view_there(client: Client) -> None:
    told = panel(client, "/savivaldybe/kedainiu-r?year=2019", "/en/share")
    expected = f"{SITE}/en/municipality/kedainiai-district?year=2019"
    assert told.fields["share-whole"] == expected


@pytest.mark.parametrize(
    "address", ["/zemelapis?year=2019", "/en/recipients?kind=ngo&year=2025", "/apie"]
)
def test_the_code_is_read_back_by_a_telephone(client: Client, address: str) -> None:
    told = panel(client, address)
    [code] = [each for each in told.all("img") if each["src"].startswith("/qr/")]
    link = told.fields.get("share-short", told.fields["share-whole"])
    assert link in code["alt"]
    drawn = client.get(code["src"])
    assert drawn.headers["content-type"] == "image/svg+xml"
    sized = drawn.text.replace("<svg ", '<svg width="300" height="300" ', 1)
    assert read(sized) == link


def read(svg: str) -> str:
    """What a telephone reads that is held over a picture."""
    picture = np.asarray(Image.open(BytesIO(png(svg))).convert("L"))
    return str(zxingcpp.read_barcode(picture).text)


def test_the_map_offers_its_three_frames_with_code_and_preview(client: Client) -> None:
    told = panel(client, f"{EN_MAP}?indicator=total&year=2019&select=13")
    query = "indicator=total&year=2019&select=13"
    previews = [each["href"] for each in told.all("a") if "target" in each]
    assert previews == [f"/embed/en/{kind}?{query}" for kind in ("map", "trend", "ranking")]
    named = [each["target"] for each in told.all("a") if "target" in each]
    assert named == [each["name"] for each in told.all("iframe") if each["title"]]
    assert not any("src" in each for each in told.all("iframe")), "fetched once it is asked for"
    for kind in ("map", "trend", "ranking"):
        [(tag, code)] = Panel(f"<main>{told.fields[f'share-frame-{kind}']}</main>").elements
        assert tag == "iframe"
        assert code["src"] == f"{SITE}/embed/en/{kind}?{query}"
        assert (code["width"], code["loading"]) == ("100%", "lazy")
        assert int(code["height"]) > 200
        assert "2019" in code["title"]


def test_a_municipality_offers_its_card_and_the_strip_that_is_opened(client: Client) -> None:
    told = panel(client, "/en/municipality/kedainiai-district?year=2019&open=total&peers=county")
    assert [each["href"] for each in told.all("a") if "target" in each] == [
        "/embed/en/card?municipality=53&year=2019&peers=county",
        "/embed/en/strip?municipality=53&indicator=total&year=2019&peers=county",
    ]


def test_pages_that_stand_in_no_frame_offer_none(client: Client) -> None:
    assert panel(client, "/en/about").all("iframe") == []


def test_pictures_of_the_view_are_offered(client: Client) -> None:
    links = [
        each["href"] for each in panel(client, f"{EN_MAP}?year=2019").all("a") if "download" in each
    ]
    assert links[0] == "/share/en/map.png?year=2019"
    assert "/download/en/map.svg?year=2019" in links
    assert "/download/en/map.png?year=2019" in links


def test_every_field_has_a_label_and_a_button_that_copies_it(client: Client) -> None:
    told = panel(client, f"{EN_MAP}?indicator=total&year=2019&select=13")
    labelled = [each["for"] for each in told.all("label")]
    copied = [each["data-copies"] for each in told.all("button") if "data-copies" in each]
    assert sorted(labelled) == sorted(copied) == sorted(told.fields)
    assert len(told.fields) == 8


@pytest.mark.parametrize(
    "address", ["/nera", "//evil.example/", "https://evil.example", "/dalytis", "x"]
)
def test_what_is_no_page_is_said_and_the_first_page_is_shared(client: Client, address: str) -> None:
    html = client.page("/dalytis", f"?page={quote(address, safe='')}")
    assert Panel(html).fields["share-whole"] == f"{SITE}/"
    note = re.search(r'id="note"[^>]*>(.*?)</p>', html)[1]
    assert address in unescape(note)


def test_below_a_path_every_address_lies_below_that(below: Client) -> None:
    told = panel(below, f"{EN_MAP}?year=2019")
    assert told.fields["share-whole"] == f"{SITE}/atlas{EN_MAP}?year=2019"
    assert all(each["src"].startswith("/atlas/") for each in told.all("img"))
    assert all(each["href"].startswith("/atlas/") for each in told.all("a"))
    assert f"{SITE}/atlas/embed/en/map" in told.fields["share-frame-map"]
    short = urlsplit(told.fields.get("share-short", f"{SITE}/atlas/s/1"))
    if short.path != "/atlas/s/1":
        assert below.get(short.path).headers["location"] == f"/atlas{EN_MAP}?year=2019"


def test_whoever_asks_by_another_name_gets_links_by_that_name(client: Client) -> None:
    assert SITE in client.page("/dalytis")
    other = client.get("/dalytis", host="kitas.example").text
    assert 'value="http://kitas.example/"' in other
    assert SITE not in other
    hostile = client.get("/dalytis", host='a"><script>').text
    assert '"><script>' not in hostile


@settings(max_examples=25)
@given(
    st.text(max_size=60), st.sampled_from(["", "/", "/?", "/en/?", "/savivaldybe/", "/paieska?q="])
)
def test_whatever_is_asked_for_it_answers(text: str, start: str) -> None:
    place = place_at(start + text)
    assert place is None or place.path.startswith("/")


@pytest.mark.parametrize(
    "query",
    [
        "page=%ff%fe",
        "page=" + "%2F" * 9000,
        "page[]=x",
        "page=%00",
        "&&&=",
        "page=/?x=<script>alert(1)</script>",
    ],
)
def test_hostile_queries_are_answered_calmly(client: Client, query: str) -> None:
    for address in ("/dalytis", "/cite/lt.bib", "/qr/lt.svg"):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code in {200, 404}
        assert "<script>alert" not in answer.text


def test_a_view_is_invented_exactly_where_its_page_says_so(atlas: Atlas) -> None:
    said = {
        address: look(place_at(address), atlas).is_invented
        for address in (
            "/",
            LT_MAP,
            f"{LT_MAP}?figures=real",
            "/savivaldybe/kedainiu-r",
            "/apie",
            "/isipareigojimai",
        )
    }
    assert list(said.values()) == [True, True, False, True, False, False]
