"""A view is shared with a picture of it: whole, marked where figures are invented, drawn once."""

from __future__ import annotations

import asyncio
import logging
import re
from struct import unpack
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from fastapi import HTTPException
from test_heads import ADDRESSES, named

from dashboard.charts.card import HEIGHT, WIDTH
from dashboard.charts.lettering import width
from dashboard.language.i18n import code_of, language
from dashboard.pages import all_pages
from dashboard.server import sharing
from dashboard.server.sharing import MOST, MOST_WAITING, SharedPictures, share_svg
from tests.map_address import LT_MAP

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.answers import Atlas
    from dashboard.frame.page import Page
    from dashboard.language.i18n import Language

SVG = "{http://www.w3.org/2000/svg}"
MAP = "/share/lt/map.png"

TELLING = [
    "/", "/zemelapis?indicator=total&year=2019&select=13,53", "/savivaldybe/kedainiu-r", "/apie",
    "/palyginimas?select=13,53&year=2019", "/srautai/kedainiu-r?year=2019&area=sport", "/duomenys",
    "/konkursai?municipality=53&sort=-awarded", "/gavejai/D53-0034", "/formos-patikra",
    "/forumas?select=utena-county", "/isipareigojimai?plan=3&sort=-title", "/pokyciai", "/skaicius",
    "/paieska", "/dalytis?page=%2Fskaicius", "/api", "/tyrimas?year=2019&select=13",
]  # fmt: skip
"""An address of each page."""

INVENTED = [
    "/", "/zemelapis", "/savivaldybe/kedainiu-r", "/palyginimas?select=13,53&year=2019",
    "/srautai/kedainiu-r?year=2019&area=sport", "/konkursai", "/gavejai?kind=ngo&year=2025",
    "/konkursai/53-2024-d53-2024-k01", "/gavejai/D53-0034", "/forumas?select=utena-county",
    "/isipareigojimai/3-III-4", "/skaicius", "/skaicius?municipality=53&year=2024", "/tyrimas",
]  # fmt: skip
REAL = [
    "/gavejai", "/isipareigojimai", "/isipareigojimai/5-1", "/srautai/vilniaus-m?year=2021",
    "/zemelapis?figures=real&year=2021&indicator=total",
    "/skaicius?indicator=total&municipality=13&year=2021", "/apie", "/duomenys",
    "/palyginimas", "/savivaldybe", "/tyrimas?indicator=residents&other_indicator=area_km2",
]  # fmt: skip

HOSTILE = [
    *(f"/share/{code}/{name}.png" for code in ("lt", "en", "xx", "LT") for name in
      ("", "map/x", "nowhere", "municipality/zzz", "municipality/..%2f..%2fetc%2fpasswd",
       "recipients/%00", "recipients/%ff%fe", "competitions/' OR 1=1 --", "flows/%F0%9F%92%A9",
       "commitments/3-III-4/x", "about/about", "search/q", "a" * 900)),
    *(f"/share/lt/{page.id}.png?{query}" for page in all_pages() for query in
      ("year=1e9&indicator=%00&select=%ff", "v=", "page=-1&sort=%F0%9F%92%A9",
       "do=up.1&was=x", "q=%ud800&municipality=99")),
    f"{MAP}?{'&'.join(['select=53'] * 900)}", f"{MAP}?{'x' * 20_000}", f"{MAP}?%&&=&;=%zz",
]  # fmt: skip
"""Addresses that nobody is led to."""


def viewed(address: str) -> tuple[Page, Language, str, str]:
    """What an address shows: its page, language, key and query."""
    path, _, query = address.partition("?")
    words = language(code_of(path))
    pages = {page.path(words): page for page in all_pages()}
    above, _, key = path.rpartition("/")
    return (pages[path], words, "", query) if path in pages else (pages[above], words, key, query)


def texts(svg: str) -> str:
    """All that is written, spaces where no line may end as any other."""
    found = (each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text"))
    return " ".join(found).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def client(own_client: Client) -> Client:
    return own_client


@pytest.fixture(scope="module")
def cards(atlas: Atlas) -> dict[str, str]:
    """The picture of every address, as an svg."""
    asked = [*ADDRESSES, *ADDRESSES.values(), *INVENTED, *REAL]
    return {address: share_svg(atlas, *viewed(address)) for address in asked}


@pytest.mark.parametrize("address", TELLING)
def test_every_page_has_a_picture_of_its_own_to_be_kept_for_ever(
    client: Client, address: str
) -> None:
    url = urlsplit(named(client.page(address))["og:image"])
    answer = client.get(f"{url.path}?{url.query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert unpack(">II", answer.content[16:24]) == (1200, 630)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "content-encoding" not in answer.headers, "it is as small as it gets"
    assert len(answer.content) < 300_000, "some show no larger ones"


def test_all_pages_are_pictured() -> None:
    assert {viewed(address)[0].id for address in TELLING} == {page.id for page in all_pages()}


def test_brand_and_title_version_and_source_stand_in_every_picture(
    atlas: Atlas, cards: dict[str, str]
) -> None:
    for address, svg in cards.items():
        page, words, key, query = viewed(address)
        items = page.items.layout if page.items and key else None
        made = items(atlas, words, query, key) if items else page.layout(atlas, words, query)
        said, heading = texts(svg), made.title.split(": ")[0].split(" – ")[0]
        if page.id == "home":  # whose heading is what it says
            heading = made.sentence
        if page.id != "figure":  # whose heading asks how it was made, and the picture tells it
            assert {*re.findall(r"\w+", heading)} <= {*re.findall(r"\w+", said)}, address
        assert {"Savivalda", f"{atlas.store.version},"} <= {*said.split(" ")}, address
        if address in INVENTED:
            assert words.t("source.line", sources="", version="").split(" ")[0] in said


def test_no_line_of_a_card_leaves_it_or_is_too_small(cards: dict[str, str]) -> None:
    for svg in cards.values():
        for each in ElementTree.fromstring(svg).findall(f"{SVG}text"):
            size, bold = float(each.get("font-size", "")), each.get("font-weight") == "bold"
            long = width(each.text or "", size, bold=bold)
            assert float(each.get("x", "")) + long <= WIDTH - 24, each.text
            assert 24 < float(each.get("y", "")) < HEIGHT - 10, each.text
            assert size >= 15, each.text


def test_invented_figures_are_marked_in_the_picture_and_real_ones_are_not(
    cards: dict[str, str],
) -> None:
    marked = [each for each in cards if "DEMONSTRACINIAI, NE TIKRI SKAIČIAI" in texts(cards[each])]
    assert {*INVENTED} - {*marked} == set()
    assert {*REAL} & {*marked} == set()


def test_a_picture_is_of_exactly_its_view(atlas: Atlas) -> None:
    queries = ("year=2019", "year=2020", "year=2019&select=53", "year=2019&indicator=total")
    drawn = [share_svg(atlas, *viewed(f"{LT_MAP}?{query}")) for query in queries]
    assert len(set(drawn)) == len(queries)
    assert "2019 m." in texts(drawn[0])


def test_an_item_has_its_picture_by_any_spelling_of_its_key(atlas: Atlas) -> None:
    page, words, *_ = viewed("/savivaldybe")
    keys = ("kedainiu-r", "kedainiai-district", "Kėdainių r. sav.")
    assert len({share_svg(atlas, page, words, key, "") for key in keys}) == 1


def test_what_names_no_version_is_asked_for_anew_and_sent_only_if_it_changed(
    client: Client,
) -> None:
    answer = client.get(MAP)
    for path in (MAP, f"{MAP}?v=2020-01-01.00000000"):
        assert client.get(path).headers["cache-control"] == "no-cache"
        assert client.get(path).content == answer.content, "the version is no part of the view"
    same = client.get(MAP, if_none_match=f'"x", {answer.headers["etag"]}')
    assert (same.status_code, same.content) == (304, b"")
    assert client.request("HEAD", MAP).headers["etag"] == answer.headers["etag"]


def test_addresses_that_nobody_is_led_to_have_a_plain_card_or_none(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sharing, "png", str.encode)
    with caplog.at_level(logging.WARNING):
        found = {path: client.get(path).status_code for path in HOSTILE}
    assert len(found) > 100
    assert {path: status for path, status in found.items() if status not in (200, 404)} == {}
    assert caplog.records == [], "none of it is unforeseen"


def test_a_failure_is_logged_and_the_link_is_shown_without_a_picture(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sharing, "draw_card", lambda *_, **__: 1 / 0)
    assert client.get(f"{MAP}?year=2016").status_code == 404
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()
    assert client.get(f"{MAP}?year=2016").status_code == 200, "the next is tried again"


class Drawing:
    """Draws nothing, and counts how often."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: int = 10) -> None:
        self.count, self.size = 0, size
        monkeypatch.setattr(sharing, "share_png", self)

    def __call__(self, *_: object) -> bytes:
        self.count += 1
        return bytes(self.size)


def _asked(pictures: SharedPictures, *queries: str) -> list[object]:
    """What many get who ask at once."""
    page, words = all_pages()[0], language("lt")

    async def ask() -> list[object]:
        asked = (pictures.of((page, words, "", query)) for query in queries)
        return await asyncio.gather(*asked, return_exceptions=True)

    return asyncio.run(ask())


def test_many_who_ask_at_once_wait_for_one_picture(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, pictures = Drawing(monkeypatch), SharedPictures(atlas)
    assert _asked(pictures, *(["year=2019"] * 40)) == [bytes(10)] * 40
    assert _asked(pictures, "year=2019") == [bytes(10)]
    assert drawing.count == 1


def test_memory_and_waiting_are_bounded(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    Drawing(monkeypatch, size=1_000_000)
    pictures = SharedPictures(atlas)
    got = _asked(pictures, *(f"x={number}" for number in range(2 * MOST_WAITING)))
    turned = [each for each in got if isinstance(each, HTTPException)]
    assert [each.status_code for each in turned] == [503] * MOST_WAITING
    assert sum(map(len, pictures.kept.values())) <= sharing.MOST_BYTES
    Drawing(monkeypatch, size=1)
    for start in range(0, 2 * MOST, MOST_WAITING):
        _asked(pictures, *(f"y={start + number}" for number in range(MOST_WAITING)))
    assert len(pictures.kept) <= MOST


def test_other_data_are_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, store = Drawing(monkeypatch), SimpleNamespace(version="1")
    pictures = SharedPictures(SimpleNamespace(store=store))  # type: ignore[arg-type]
    for store.version in ("1", "1", "2"):
        _asked(pictures, "year=2019")
    assert drawing.count == 2
