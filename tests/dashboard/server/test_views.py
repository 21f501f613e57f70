"""A view is a resource: one address, the same bytes for all, kept by whatever stands between."""

from __future__ import annotations

import gzip
import json
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from asgi import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES
from dashboard.pages.map import payload
from dashboard.pages.map.payload import view_bytes
from data.catalog import INDICATORS
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from data.asking.store import Store

ROOT = "/api/v1/views"


def present(client: Client, asked: str) -> str:
    """Where a view lies now."""
    answer = client.get(f"{ROOT}/{asked}")
    assert answer.status_code == 307, answer.text
    found: str = answer.headers["location"]
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_has_its_view_in_each_language(
    client: Client, store: Store, indicator: str, code: str
) -> None:
    address = present(client, f"{indicator}?lang={code}")
    assert address.startswith(f"{ROOT}/{store.version}/{indicator}?")
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.json()["view"]["indicator"] == indicator


def test_the_page_names_the_address_of_the_view_that_it_shows(client: Client) -> None:
    page = client.page(EN_MAP, "?indicator=total&unit=eur&area=sport&year=2019")
    address = present(client, "total?lang=en&unit=eur&area=sport")
    assert address.replace("&", "&amp;") in page
    assert client.get(address).json()["view"] == {
        "indicator": "total", "unit": "eur", "area": "sport",
        "classes": "quantile", "limits": "fixed", "figures": "all",
    }  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        "total",
        "total?lang=lt",
        "total?classes=quantile&lang=lt",
        "{version}/total?lang=lt",
        "{version}/total?unit=per_resident&lang=lt&area=all&classes=quantile",
        "{version}/total?limits=fixed&lang=lt",
        "total?figures=all",
        "2020-01-01.00000000/total?lang=lt&unit=per_resident&area=all&classes=quantile",
    ],
)
def test_every_other_way_to_ask_leads_to_the_one_address(
    client: Client, store: Store, asked: str
) -> None:
    answer = client.get(f"{ROOT}/{asked.format(version=store.version)}")
    assert answer.status_code == 307
    assert answer.headers["location"] == present(client, "total")
    assert answer.headers["cache-control"] == "no-cache", "tomorrow it leads elsewhere"


def test_it_is_compressed_once_and_not_sent_again_unchanged(client: Client) -> None:
    address = present(client, "openness")
    first, second = (client.get(address, accept_encoding="gzip") for _ in range(2))
    assert first.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in first.headers["vary"].lower()
    assert first.content == second.content == client.get(address, accept_encoding="br").content
    assert client.get(address, if_none_match=first.headers["etag"]).status_code == 304
    assert int(first.headers["content-length"]) < len(gzip.compress(first.content, 1))


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("nothing", ["nothing", "ngo_competition_share"]),
        ("total?unit=percent", ["percent", "per_resident"]),
        ("total?area=sports", ["sports", "sport"]),
        ("openness?area=sport", ["sport", "all"]),
        ("total?classes=five", ["five", "natural"]),
        ("total?limits=years", ["years", "fixed"]),
        ("total?figures=invented", ["invented", "real"]),
        ("total?lang=de", ["de", "lt"]),
    ],
)
def test_what_there_is_not_is_named_with_what_there_is(
    client: Client, asked: str, named: list[str]
) -> None:
    answer = client.get(f"{ROOT}/{asked}")
    assert answer.status_code == 404
    assert all(name in answer.json()["detail"] for name in named)
    assert "immutable" not in answer.headers["cache-control"]


@pytest.mark.parametrize("asked", ["total?m=1", "nothing?m=1", "total?utm_medium=mail"])
def test_nothing_but_a_view_is_kept_for_ever(client: Client, asked: str) -> None:
    for _ in range(2):
        answer = client.get(f"{ROOT}/{asked}")
        assert answer.status_code in {307, 404}
        assert answer.headers["cache-control"] == "no-cache"


@settings(max_examples=60)
@given(st.text(max_size=12), st.dictionaries(st.text(max_size=6), st.text(max_size=9), max_size=4))
def test_anything_asked_is_answered(client: Client, name: str, asked: dict[str, str]) -> None:
    answer = client.request("GET", f"{ROOT}/{name.encode('utf-8', 'replace').hex()}", params=asked)
    assert answer.status_code in {307, 404}
    known = client.request("GET", f"{ROOT}/total", params=asked)
    assert known.status_code in {307, 404}
    assert "Traceback" not in known.text


def test_many_at_once_wait_for_one_answer_to_be_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    everyone = threading.Barrier(8)

    def counted(view: Any, atlas: Any, words: Any) -> bytes:
        made.append(view)
        return view_bytes(view, atlas, words)

    monkeypatch.setattr("dashboard.pages.map.resource.view_bytes", counted)
    with Client(create_app(Settings(), store).server) as client:
        address = present(client, "competitions")
        made.clear()
        bodies: list[bytes] = []

        def ask() -> None:
            everyone.wait()
            bodies.append(client.get(address).content)

        visitors = [threading.Thread(target=ask) for _ in range(8)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
    assert len(set(bodies)) == 1
    assert len(bodies) == 8
    assert len(made) == 1


def test_a_view_that_fails_is_told_and_asked_for_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Any:
        raise RuntimeError("secret detail")

    with Client(create_app(Settings(), store).server) as client:
        address = present(client, "total?unit=eur")
        with monkeypatch.context() as patched:
            patched.setattr(payload, "payload", fail)
            answer = client.get(address)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "secret detail" in caplog.text
        assert client.view("total", unit="eur")["years"]


def test_the_documentation_names_every_key_and_no_other(client: Client) -> None:
    told = (Path(__file__).parents[3] / "docs" / "views.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in told.splitlines() if line.startswith("| `")]
    named = re.findall(r"`(\w+)`", " ".join(rows))
    assert sorted(named) == sorted(client.view("total"))


def test_the_address_is_written_in_one_way(client: Client) -> None:
    parts = urlsplit(present(client, "total?lang=en"))
    assert [name for name, _ in parse_qsl(parts.query)] == [
        "lang",
        "unit",
        "area",
        "classes",
        "limits",
        "figures",
    ]
    assert json.dumps(parts.path).isascii()
