"""The atlas below a path of a site, behind a proxy that strips the path and one that keeps it."""

from __future__ import annotations

import http.client
import re
import threading
from contextlib import closing, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.map_page import MapPage, taken
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "/nvo"
HOP = {"connection", "transfer-encoding", "keep-alive", "date", "server"}


def proxy(target: str, *, strips: bool) -> ThreadingHTTPServer:
    """A plain reverse proxy on a port of its own; anything outside the path is not found."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if not self.path.startswith(BASE):
                self.send_error(404)
                return
            path = self.path.removeprefix(BASE) or "/" if strips else self.path
            asked = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
            connection = http.client.HTTPConnection(urlsplit(target).netloc, timeout=30)
            with closing(connection) as upstream:
                upstream.request("GET", path, headers=asked)
                answer = upstream.getresponse()
                body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in {*HOP, "content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # the visitor has left
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


@pytest.fixture(scope="module")
def below(database) -> Iterator[str]:
    with served(database, BASE_PATH=BASE) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["strips", "keeps"])
def site(below, request) -> Iterator[str]:
    server = proxy(below, strips=request.param)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_all_of_it_works_below_a_path(site, browser):
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{BASE}{EN_MAP}?year=2019")
    atlas = MapPage(page)
    page.locator("#area").select_option("culture")
    expect(atlas.title).to_have_text("NGO competition share of money paid (culture), 2019")
    expect(page).to_have_url(f"{site}{BASE}{EN_MAP}?area=culture&year=2019")
    name, content = taken(page, page.locator(".downloads a[href*='.csv']").first)
    assert name.endswith(".csv")
    assert b"culture" in content
    page.locator("#language-link").click()
    expect(page).to_have_url(re.compile(rf"^{site}{BASE}{LT_MAP}\?area=culture&year=2019$"))
    page.get_by_role("link", name="Įsipareigojimai", exact=True).click()
    page.locator("#plan").select_option("3")
    page.locator("#show").click()
    expect(page).to_have_url(re.compile(rf"{BASE}/isipareigojimai\?plan=3$"))
    page.get_by_role("link", name="Duomenys", exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    assert failed == []
    context.close()
