"""What pages load is there, compressed, kept as long as its address names it, and found again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import dash
import pytest
from asgi import Client, addresses
from starlette.responses import Response

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.server.document import static_url
from dashboard.server.remembered import Remembered

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Receive, Scope, Send

    from data.asking.store import Store

MISSING = (
    *("/bundles/nothing", "/bundles/map.py", "/bundles/..%2fapp.js", "/bundles/%2e%2e/app.py"),
    *("/static/nothing.js?m=1", "/static/..%2fapp.py", "/static/%00"),
    *("/_dash-component-suites/dash/nothing.js", "/_dash-component-suites/nothing/a.js"),
    *("/_dash-component-suites/dash/dcc/nothing.v1m1.js", "/_dash-component-suites/dash/dash.py"),
    *("/_dash-component-suites/os/environ", "/_dash-component-suites/dash/%2e%2e/%2e%2e/a.js"),
)
ROOT = re.escape(str(Path(__file__).parents[3]))
TRACES = re.compile(rf"Traceback|\.py\b|/site-packages|{ROOT}|line \d+")


def remembered(app: FastAPI) -> Remembered:
    layer = app.middleware_stack
    while not isinstance(layer, Remembered):
        layer = layer.app
    return layer


@pytest.mark.parametrize("path", MISSING)
def test_a_file_that_is_missing_is_not_found_and_not_remembered(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("cache-control", "")
    assert not TRACES.search(answer.text)


@pytest.mark.parametrize("path", ["/", "/en/about"])
def test_everything_that_a_page_names_is_there_compressed_and_kept(
    client: Client, path: str
) -> None:
    for address in addresses(client.get(path).text):
        answer = client.get(address, accept_encoding="gzip")
        assert answer.status_code == 200, address
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable", address
        if len(answer.content) > 1_000:
            assert answer.headers["content-encoding"] == "gzip", address
            assert "accept-encoding" in answer.headers["vary"].lower(), address


def test_compressed_or_not_a_file_is_the_same(client: Client) -> None:
    path = "/bundles/map.css?m=1"
    compressed, plain = (client.get(path, accept_encoding=name) for name in ("gzip", "identity"))
    assert compressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert compressed.content == plain.content


def test_a_file_without_the_mark_of_its_content_is_asked_for_again(client: Client) -> None:
    """Else a server of one release would have its file kept under the name of another's."""
    file, package = "/static/early.js", "/_dash-component-suites/dash/dcc/dash_core_components"
    version = dash.__version__.replace(".", "_")
    for _ in range(2):
        for marked in (static_url("early.js"), f"{package}.v{version}m1.js"):
            assert "immutable" in client.get(marked).headers["cache-control"], marked
        for unmarked in (file, f"{file}?m=1", f"{package}.js", f"{package}.v1_0_0m1.js"):
            assert client.get(unmarked).headers["cache-control"] == "no-cache", unmarked


def test_a_bundle_with_another_days_mark_is_answered_and_not_kept(client: Client) -> None:
    """As a page that stood open asks for it, or one of a worker that is already newer."""
    (address,) = [each for each in addresses(client.page("/apie")) if each.endswith(".css")]
    assert "immutable" in client.get(address).headers["cache-control"]
    room, _, kind = address.rpartition("/")[2].split(".")
    for _ in range(2):
        stale = client.get(f"/bundles/{room}.000000000000.{kind}")
        assert stale.text == client.get(address).text
        assert stale.headers["cache-control"] == "no-cache"
    assert client.get("/bundles/nothing.000000000000.css").status_code == 404


@pytest.mark.parametrize("how", ["{}", "W/{}", '"other", {}'])
def test_what_has_not_changed_is_not_sent_again(client: Client, how: str) -> None:
    first = client.get("/static/early.js")
    again = client.get("/static/early.js", if_none_match=how.format(first.headers["etag"]))
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get("/static/early.js", if_none_match='"other"').status_code == 200


def test_one_visitors_conditions_are_not_the_next_ones(store: Store) -> None:
    with Client(create_app(Settings(), store).server) as client:
        part = client.get("/static/early.js", range="bytes=0-9", if_none_match='"other"')
        assert part.status_code == 200
        assert len(client.get("/static/early.js").content) > 100
        assert client.request("HEAD", "/static/early.js").content == b""
        assert client.get("/static/early.js").content


def test_made_up_addresses_of_a_file_do_not_fill_the_memory(store: Store) -> None:
    app = create_app(Settings(), store).server
    with Client(app) as client:
        client.get("/static/early.js")
        kept = remembered(app).kept
        before = len(kept)
        for turn in range(20):
            assert client.get(f"/static/early.js?m={turn}").status_code == 200
            assert client.get(f"/static{'/' * turn}/early.js").status_code == 200
        assert len(kept) == before
        for turn in range(20):
            client.get(f"/_dash-component-suites/dash/deps/react-dom@18.v{turn}m1.3.1.min.js")
        assert len(kept) <= before + 1


def test_however_many_addresses_there_are_a_thousand_answers_are_kept_the_latest() -> None:
    made: list[str] = []

    async def app(scope: Scope, _: Receive, send: Send) -> None:
        made.append(scope["path"])
        await Response(scope["path"])(scope, _, send)

    layer = Remembered(app)
    paths = [f"/bundles/{number}.js" for number in range(1_010)]
    with Client(layer) as client:
        for path in paths:
            assert client.get(path).text == path
        assert len(layer.kept) == 1_000
        for path in (paths[-1], paths[10], paths[9]):
            assert client.get(path).text == path
    assert made == [*paths, paths[9]], "the oldest made room, the others are remembered"
