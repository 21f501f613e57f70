"""Every address answers with the right page, language, status and headers, and nothing but that."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.charts.geometry import geometry_url
from dashboard.config import Settings
from dashboard.frame.page import Page
from dashboard.language.i18n import CODES, MissingText, language
from dashboard.pages import all_pages
from dashboard.server import documents
from dashboard.server.remembered import Remembered
from data.asking.store import Store
from data.building.build import build
from data.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

PAGES = {(page.id, code): page for page in all_pages() for code in CODES}
NOWHERE = (
    *("/nowhere", "/en/nowhere", "/apie/nowhere", "/data", "/en/apie", "/EN/", "/index.html"),
    *("/.env", "/%00", "/en/%2e%2e/app.py", "/geometry/000000000000.geojson", "/download/lt/"),
    *("/download/lt/view.pdf", "/download/xx/view.csv", "/docs", "/openapi.json", "/redoc"),
)
MISSING = (
    *("/bundles/nothing", "/bundles/map.py", "/bundles/..%2fapp.js", "/bundles/%2e%2e/app.py"),
    *("/static/nothing.js?m=1", "/static/..%2fapp.py", "/static/%00"),
    *("/_dash-component-suites/dash/nothing.js", "/_dash-component-suites/nothing/a.js"),
    *("/_dash-component-suites/dash/dcc/nothing.v1m1.js", "/_dash-component-suites/dash/dash.py"),
    *("/_dash-component-suites/os/environ", "/_dash-component-suites/dash/%2e%2e/%2e%2e/a.js"),
)
ROOT = re.escape(str(Path(__file__).parents[3]))
TRACES = re.compile(rf"Traceback|\.py\b|/site-packages|{ROOT}|line \d+")


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    with Client(create_app(Settings(), store).server) as opened:
        yield opened


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another database: the same places and sources without the demonstration set."""
    path = tmp_path_factory.mktemp("empty") / "savivalda.duckdb"
    build(path, demo=False)
    return path


def addresses(html: str) -> list[str]:
    """What a page asks for by itself; pictures that stand in it whole are left out."""
    tags = re.findall(r"<(?:script|img|link rel=.(?:stylesheet|preload|icon)).*?>", html)
    found = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', " ".join(tags))
    return [unescape(address) for address in found]


def remembered(app: FastAPI) -> Remembered:
    layer = app.middleware_stack
    while not isinstance(layer, Remembered):
        layer = layer.app
    return layer


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
    title = re.search("<title>(.*) – Savivalda</title>", answer.text)[1]
    assert title == words.t(f"page.{name}.title") or (name == "map" and "2025" in title)
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


@pytest.mark.parametrize("path", MISSING)
def test_a_file_that_is_missing_is_not_found_and_not_remembered(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("cache-control", "")
    assert not TRACES.search(answer.text)


@pytest.mark.parametrize("code", CODES)
def test_no_link_of_the_atlas_leads_nowhere(client: Client, code: str) -> None:
    words = language(code)
    for page in all_pages():
        shown = client.page(page.path(words))
        for link in set(re.findall(r'<a [^>]*?href="(/[^"#]*)', shown)):
            assert client.get(unescape(link)).status_code == 200, f"{link} on {page.path(words)}"


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/en/", "/duomenys", "/nowhere", "/health", "/download/en/view.csv"),
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
    assert "set-cookie" not in headers


def test_who_may_frame_the_atlas_is_a_setting(store: Store) -> None:
    settings = Settings(frame_ancestors="'self' https://nipc.lt")
    with Client(create_app(settings, store).server) as client:
        for path in ("/", "/nowhere", "/static/early.js"):
            policy = client.get(path).headers["content-security-policy"]
            assert policy.endswith("; frame-ancestors 'self' https://nipc.lt")


@pytest.mark.parametrize("path", ["/", "/en/", "/en/data", "/isipareigojimai", "/nowhere"])
def test_a_page_has_no_inline_script_and_asks_no_other_host(client: Client, path: str) -> None:
    html = client.get(path).text
    for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
        assert not content.strip() or 'type="application/json"' in attributes
    assert not re.search(r"\son[a-z]+=|javascript:", html)
    assert addresses(html)
    assert all(re.match(r"/(?!/)", address) for address in addresses(html))


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


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_only_a_page_with_callbacks_ships_the_means_for_them(
    client: Client, name: str, code: str
) -> None:
    html = client.page(PAGES[name, code].path(language(code)))
    for means in ("plotly-geo", "react-dom", "dash_renderer", "_dash-config"):
        assert (means in html) == (name == "map"), means
    assert not any("plotly" in address or "_dash" in address for address in addresses(html)), (
        "what can wait until the page is painted does not stand in its head"
    )


def test_compressed_or_not_a_file_is_the_same(client: Client) -> None:
    path = "/bundles/map.css?m=1"
    compressed, plain = (client.get(path, accept_encoding=name) for name in ("gzip", "identity"))
    assert compressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert compressed.content == plain.content


def test_a_file_without_a_mark_of_its_content_is_asked_for_again(client: Client) -> None:
    marked, unmarked = "/static/early.js?m=1", "/static/early.js"
    for _ in range(2):
        assert "immutable" in client.get(marked).headers["cache-control"]
        assert client.get(unmarked).headers["cache-control"] == "no-cache"
    package = "/_dash-component-suites/dash/dcc/dash_core_components.js"
    assert client.get(package).headers["cache-control"] == "no-cache"


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


def test_health_tells_the_data_version(client: Client, store: Store) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "data": store.version}


def test_two_atlases_over_two_databases_live_in_one_process(
    client: Client, store: Store, empty: Path
) -> None:
    with Store(empty) as second, Client(create_app(Settings(), second).server) as other:
        assert second.version != store.version
        for _ in range(2):
            assert client.get("/health").json()["data"] == store.version
            assert other.get("/health").json()["data"] == second.version
            assert any(client.view("total")["ranked"])
            assert not any(other.view("total")["ranked"])


def test_without_the_demonstration_set_every_page_is_there_and_not_called_one(empty: Path) -> None:
    with Store(empty) as store, Client(create_app(Settings(), store).server) as client:
        for code in CODES:
            words = language(code)
            for page in all_pages():
                shown = client.page(page.path(words))
                if page.id != "about":
                    assert words.t("demo.badge") not in shown, page.id
            assert client.get(f"/download/{code}/view.csv").status_code == 200
            assert client.get(f"/download/{code}/view.xlsx").status_code == 200


def test_a_new_database_is_seen_by_the_running_atlas(
    store: Store, empty: Path, tmp_path: Path
) -> None:
    path = tmp_path / "savivalda.duckdb"
    shutil.copy(empty, path)
    with (
        Store(path, check_every=0) as opened,
        Client(create_app(Settings(), opened).server) as client,
    ):
        assert client.get("/health").json()["data"] == opened.version != store.version
        assert store.version not in client.page("/en/data")
        beside = tmp_path / "new"
        shutil.copy(store.path, beside)
        beside.replace(path)
        assert client.get("/health").json()["data"] == store.version
        assert store.version in client.page("/en/data")
        assert any(client.view("total")["ranked"])
        assert store.version in client.view("total")["source"]


class Unforeseen(Exception):
    """What a test lets happen."""


def fail(*_: object, **__: object) -> Any:
    raise Unforeseen("secret detail")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["map", "data"])
def test_a_page_without_even_a_frame_says_what_to_do(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
    code: str,
) -> None:
    words = language(code)
    monkeypatch.setattr(documents, "shell", fail)
    with Client(create_app(Settings(), store).server) as client:
        answer = client.get(PAGES[name, code].path(words))
    assert answer.status_code == 500
    assert f'<html lang="{code}">' in answer.text
    for key in ("error.title", "error.text", "error.home"):
        assert words.t(key) in answer.text
    assert f'href="{words.path("/")}"' in answer.text
    assert "secret" not in answer.text
    assert not TRACES.search(answer.text)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret detail" in caplog.text, "the trace is for the log"


def unreadable(*_: object) -> Any:
    raise StoreError("disk on fire, a secret detail")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("failing", [fail, unreadable])
def test_content_that_fails_says_what_to_do_in_its_place(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    code: str,
    failing: Any,
) -> None:
    status, said = (500, "error.text") if failing is fail else (503, "error.data")
    words = language(code)
    broken = Page("data", {"lt": "duomenys", "en": "data"}, 3, failing)
    monkeypatch.setattr("dashboard.app.all_pages", lambda: (broken,))
    with Client(create_app(Settings(), store).server) as client:
        answer = client.get(broken.path(words))
    assert answer.status_code == status
    assert words.t(said) in answer.text
    assert words.t("shell.nav") in answer.text, "the way to the other pages stays"
    assert "canonical" not in answer.text, "nobody should keep it"
    assert "/bundles/data." not in answer.text, "its scripts would miss what could not be made"
    assert "secret" not in answer.text
    assert "secret detail" in caplog.text


def test_a_page_without_words_stops_the_start_by_name(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wordless = Page("wordless", {"lt": "x", "en": "x"}, 9, fail)
    monkeypatch.setattr("dashboard.app.all_pages", lambda: (wordless,))
    with pytest.raises(MissingText, match=r"page\.wordless\.title"):
        create_app(Settings(), store)


def test_a_folder_that_is_no_page_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("dashboard.pages.__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(ImportError, match=r"dashboard\.pages\.empty\.page"):
        all_pages()
