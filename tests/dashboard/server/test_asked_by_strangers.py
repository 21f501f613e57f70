"""What a stranger writes into a request stays a text: in headers, in the log, in an address."""

from __future__ import annotations

import logging
import re
import time
from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import language
from dashboard.pages import all_pages
from tests.fuzz.evil import VALUES

if TYPE_CHECKING:
    from data.asking.store import Store

PATHS = ("/", "/en/data", "/nowhere", "/sitemap.xml", "/robots.txt", "/api/v1/indicators")
FORWARDED = {
    "x_forwarded_host": "elsewhere.test",
    "x_forwarded_for": "203.0.113.9",
    "x_forwarded_proto": "https",
    "x_real_ip": "203.0.113.9",
    "forwarded": "for=203.0.113.9;host=elsewhere.test;proto=https",
    "x_original_url": "/en/",
    "x_http_method_override": "DELETE",
}
LONG = [value for value in VALUES if len(value) > 1_500]
ASKED = ("q", "indicator", "year", "place", "peers", "sort", "lang")
SECONDS = 2.0


@pytest.mark.parametrize("path", PATHS)
def test_what_a_proxy_would_say_is_not_believed_of_a_visitor(client: Client, path: str) -> None:
    plain, claimed = client.get(path), client.get(path, **FORWARDED)
    assert (claimed.status_code, claimed.text) == (plain.status_code, plain.text)
    assert "elsewhere.test" not in str(claimed.headers)


def test_who_claims_another_address_is_counted_all_the_same(store: Store) -> None:
    with Client(create_app(Settings(rate_limit=2), store).server) as client:
        codes = [
            client.get(f"/api/v1/indicators?limit={n}", x_forwarded_for=f"203.0.113.{n}")
            for n in range(1, 4)
        ]
    assert [each.status_code for each in codes] == [200, 200, 429]


@pytest.mark.parametrize("path", PATHS)
def test_no_name_that_a_visitor_gives_the_atlas_becomes_markup(client: Client, path: str) -> None:
    answer = client.get(path, host='zzz"><script>alert(1)</script>')
    assert "<script>alert" not in answer.text
    assert 'zzz"' not in answer.text


@pytest.mark.parametrize("end", ["%0d%0aSet-Cookie:%20a=b", "%0aX-Evil:%201", "%E5%98%8A%E5%98%8D"])
@pytest.mark.parametrize(
    "start", ["/savivaldybe/Vilnius", "/en/municipality/Vilnius%20?a=", "/?year="]
)
def test_no_line_break_of_an_address_makes_a_header(client: Client, start: str, end: str) -> None:
    headers = client.get(f"{start}{end}").headers
    assert not {"set-cookie", "x-evil"} & {name.lower() for name in headers}
    assert not any(re.search(r"[\r\n]", value) for value in headers.values())


def test_an_address_cannot_write_lines_into_the_log(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("by the test")

    monkeypatch.setattr("dashboard.server.documents.Documents.nowhere", fail)
    with caplog.at_level(logging.ERROR):
        assert client.get("/x%0aERROR%20all%20is%20lost%1b[31m").status_code == 500
    (said,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "\n" not in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
        ("/health", "application/json"),
        ("/static/early.js", "text/javascript; charset=utf-8"),
        ("/bundles/map.css", "text/css; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),  # which says its own letters
        ("/download/lt/view.csv", "text/csv; charset=utf-8"),
        ("/api/v1/nothing", "application/problem+json"),
    ],
)
def test_every_answer_says_what_it_is(client: Client, path: str, kind: str) -> None:
    assert client.get(path).headers["content-type"] == kind


@pytest.mark.parametrize("path", ["/static/", "/static", "/bundles/", "/_dash-component-suites/"])
def test_no_folder_is_listed(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "later.js" not in answer.text


def test_no_long_value_keeps_a_page_busy(client: Client) -> None:
    """A pattern that goes back and forth over a text would take minutes of such ones."""
    for number, page in enumerate(all_pages()):
        values = [LONG[(number + place) % len(LONG)] for place in range(len(ASKED))]
        asked = {key: value[:1_900] for key, value in zip(ASKED, values, strict=True)}
        begun = time.process_time()
        answer = client.request("GET", page.path(language("en")), params=asked)
        assert answer.status_code < 500
        assert time.process_time() - begun < SECONDS, page.id
