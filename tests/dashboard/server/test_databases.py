"""An atlas shows the database that it was given, and a new one as soon as it is there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from data.asking.store import Store
from data.building.describe import DEFAULT_FOLDER
from tests.built import quick_build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another database: the same places and sources without the demonstration set."""
    path = tmp_path_factory.mktemp("empty") / "savivalda.duckdb"
    quick_build(path, sources=DEFAULT_FOLDER)
    return path


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
            assert any(client.view("ngo_any")["ranked"])
            assert not any(other.view("ngo_any")["ranked"])


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
