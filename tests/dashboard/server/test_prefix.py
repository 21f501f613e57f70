"""Below a path of a proxy every address is right, whether the proxy hands the path on or not."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.map_address import EN_MAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.asking.store import Store

BASE = "/nvo/atlasas"
PATHS = [page.path(language(code)) for page in all_pages() for code in CODES]


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    with Client(create_app(Settings(base_path=BASE), store).server) as opened:
        yield opened


@pytest.fixture(scope="module")
def status(client: Client) -> Callable[[str], int]:
    """Of an address, each asked for once: many pages link to all municipalities."""
    return cache(lambda address: client.get(address).status_code)


def addresses(html: str) -> set[str]:
    """Every address of the atlas that a page names, wherever it stands."""
    named = re.findall(r'(?:href|src|action|srcset|data-picture)="(/[^"]*)"', html)
    later = re.search(r'id="later">(.*?)</script>', html)
    scripts = json.loads(later[1]) if later else {"plotly": None, "dash": []}
    named += [*filter(None, [scripts["plotly"]]), *scripts["dash"]]
    found = {unescape(address).partition("#")[0] for address in named}
    return {address for address in found if not address.endswith("form.xlsx")}  # wants answers


@pytest.mark.parametrize("path", PATHS)
def test_whatever_a_page_names_lies_below_the_path_and_one_of_each_kind_is_there(
    client: Client, status: Callable[[str], int], path: str
) -> None:
    found = addresses(client.page(f"{BASE}{path}"))
    assert len(found) > 5
    for address in found:
        assert address.startswith(f"{BASE}/"), address
    for address in {kind(address): address for address in sorted(found)}.values():
        assert status(address) in (200, 303), address


def kind(address: str) -> tuple[str, str]:
    """Folder and ending of an address: what answers it, whichever of many is asked for."""
    path = address.partition("?")[0]
    return path.rpartition("/")[0], path.rpartition(".")[2] if "." in path else ""


@pytest.mark.parametrize(
    "path", [*PATHS, "/health", "/download/lt/view.csv", "/isipareigojimai/4-4"]
)
def test_a_proxy_may_hand_the_path_on_or_take_it_away(client: Client, path: str) -> None:
    kept, taken = client.get(f"{BASE}{path}"), client.get(path)
    assert kept.status_code == taken.status_code == 200
    assert kept.content == taken.content


def test_redirects_and_errors_stay_below_the_path(client: Client) -> None:
    moved = client.get(f"{BASE}/api/v1/views/total")
    assert moved.status_code == 307
    assert moved.headers["location"].startswith(f"{BASE}/api/v1/views/")
    for path in (BASE, ""):
        spelled = client.get(f"{path}/savivaldybe/53?year=2019")
        assert spelled.headers["location"] == f"{BASE}/savivaldybe/kedainiu-r?year=2019"
        named = client.get(f"{path}/en/municipality?name=53")
        assert named.headers["location"] == f"{BASE}/en/municipality/kedainiai-district"
    assert f'href="{BASE}/savivaldybe/vilniaus-m"' in client.get("/savivaldybe/vilnius").text
    nowhere = client.get(f"{BASE}/nowhere")
    assert nowhere.status_code == 404
    assert f'href="{BASE}/"' in nowhere.text
    assert client.get("/nvo/atlasasx").status_code == 404


def test_scripts_and_links_of_a_view_know_the_path(client: Client) -> None:
    html = client.page(f"{BASE}{EN_MAP}", "?indicator=total")
    assert f'<body data-base="{BASE}">' in html
    assert f'"requests_pathname_prefix":"{BASE}/"' in html.replace("\\u002f", "/")
    canonical = re.search(r'rel="canonical" href="([^"]+)"', html)[1]
    assert unescape(canonical) == f"http://atlas.test{BASE}{EN_MAP}?indicator=total"
