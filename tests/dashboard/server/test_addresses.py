"""Every address answers with the right page, language, status and headers, and nothing but that."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from asgi import Client, addresses

from dashboard.app import create_app
from dashboard.charts.geometry import geometry_url
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.killing import SOAK

if TYPE_CHECKING:
    from data.asking.store import Store

PAGES = {(page.id, code): page for page in all_pages() for code in CODES}
NOWHERE = (
    *("/nowhere", "/en/nowhere", "/apie/nowhere", "/data", "/en/apie", "/EN/", "/index.html"),
    *("/.env", "/%00", "/en/%2e%2e/app.py", "/geometry/000000000000.geojson", "/download/lt/"),
    *("/download/lt/view.pdf", "/download/xx/view.csv", "/docs", "/openapi.json", "/redoc"),
)
ROOT = re.escape(str(Path(__file__).parents[3]))
TRACES = re.compile(rf"Traceback|\.py\b|/site-packages|{ROOT}|line \d+")


@pytest.mark.parametrize(("name", "code"), PAGES)
@pytest.mark.parametrize("slash", ["", "/"])
def test_a_page_answers_in_its_language(client: Client, name: str, code: str, slash: str) -> None:
    words = language(code)
    path = PAGES[name, code].path(words).rstrip("/") + slash
    answer = client.get(path or "/")
    if answer.status_code in {301, 308}:
        assert answer.headers["location"].endswith(PAGES[name, code].path(words))
        answer = client.get(answer.headers["location"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{code}">' in answer.text
    title = unescape(re.search("<title>(.*) – Savivalda</title>", answer.text)[1])
    assert title == words.t(f"page.{name}.title") or (
        name in ("map", "research") and "2025" in title
    )
    assert "<h1" in answer.text


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_leads_nowhere_says_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert not TRACES.search(answer.text)
    if "<html" in answer.text:
        words = language("en" if path.startswith("/en/") else "lt")
        assert f'<html lang="{words.code}">' in answer.text
        assert words.t("page.not_found.title") in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/en/nowhere", "/en", "/apie/", "/x?indicator=total"])
def test_the_content_of_an_address_agrees_with_its_head(client: Client, path: str) -> None:
    status = client.get(path).status_code
    words = language("en" if path.startswith("/en") else "lt")
    shown = client.get(path).text
    assert (words.t("page.not_found.title") in shown) == (status == 404)


@pytest.mark.soak
@pytest.mark.parametrize("code", CODES)
def test_no_link_of_the_atlas_leads_nowhere(client: Client, code: str) -> None:
    """Of many alike on a page, such as those to municipalities, the first, the last and some."""
    words = language(code)
    found = {}
    for page in all_pages():
        shown = client.page(page.path(words))
        alike: dict[str, list[str]] = {}
        for link in re.findall(r'<a [^>]*?href="(/[^"#]*)', shown):
            alike.setdefault(unescape(link).partition("?")[0].rpartition("/")[0], []).append(link)
        for links in alike.values():
            some = links if SOAK else {*links[:: 1 + len(links) // 6], links[-1]}
            found |= dict.fromkeys(some, page.path(words))
    for link, path in found.items():
        answer = client.get(unescape(link))
        if answer.status_code == 303:  # makes a deck, and leads to it
            answer = client.get(answer.headers["location"])
        assert answer.status_code == 200, f"{link} on {path}"


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/en/", "/zemelapis", "/duomenys", "/nowhere", "/health", "/download/en/view.csv"),
        *("/static/early.js", "/bundles/map.css", geometry_url()),
    ],
)
def test_the_head_of_an_address_can_be_asked_for_alone(client: Client, path: str) -> None:
    whole, head = client.get(path), client.request("HEAD", path)
    assert head.status_code == whole.status_code
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.content == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/health", "/bundles/map.css", "/nowhere"])
def test_nothing_can_be_written(client: Client, method: str, path: str) -> None:
    assert client.request(method, path).status_code in {404, 405}


@pytest.mark.parametrize(
    "path", ["/", "/en/about", "/nowhere", "/health", "/static/early.js", "/download/lt/view.csv"]
)
def test_every_answer_is_guarded(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert all("http" not in sources for sources in policy.values())
    assert policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["permissions-policy"] == "camera=(), geolocation=(), microphone=()"
    assert "set-cookie" not in headers


def test_who_may_frame_the_atlas_is_a_setting(store: Store) -> None:
    settings = Settings(frame_ancestors="'self' https://nipc.lt")
    with Client(create_app(settings, store).server) as client:
        for path in ("/", "/nowhere", "/static/early.js"):
            policy = client.get(path).headers["content-security-policy"]
            assert policy.endswith("; frame-ancestors 'self' https://nipc.lt")


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/zemelapis", "/en/data", "/isipareigojimai", "/nowhere"]
)
def test_a_page_has_no_inline_script_and_asks_no_other_host(client: Client, path: str) -> None:
    html = client.get(path).text
    for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
        assert not content.strip() or re.search(r'type="application/(ld\+)?json"', attributes)
    assert not re.search(r"\son[a-z]+=|javascript:", html)
    assert addresses(html)
    assert all(re.match(r"/(?!/)", address) for address in addresses(html))


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_only_a_page_with_callbacks_ships_the_means_for_them(
    client: Client, name: str, code: str
) -> None:
    page = PAGES[name, code]
    html = client.page(page.path(language(code)))
    assert ("plotly-geo" in html) == page.plots
    for means in ("react-dom", "dash_renderer", "_dash-config"):
        assert (means in html) == (name == "map"), means
    assert not any("plotly" in address or "_dash" in address for address in addresses(html)), (
        "what can wait until the page is painted does not stand in its head"
    )
