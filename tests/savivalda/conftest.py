"""The atlas as notebooks open it, out of the shared database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import savivalda
from dashboard.app import create_app
from dashboard.config import Settings
from savivalda.fetching import Fetched
from tests.dashboard.asgi import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.asking.store import Store
    from savivalda.fetching import FetchAddress


@pytest.fixture(scope="session")
def opened(database: Path) -> Iterator[savivalda.OpenAtlas]:
    """In English; its warning of invented figures may have been given."""
    with savivalda.open(database, "en") as atlas:
        yield atlas


@pytest.fixture(scope="session")
def served(store: Store) -> Iterator[FetchAddress]:
    """Asks the atlas in this process, whatever host is named, below the path /atlas."""
    settings = Settings(base_path="/atlas", rate_limit=0)
    with Client(create_app(settings, store).server) as client:

        def fetch(address: str, _: float) -> Fetched:
            answer = client.request("GET", address)
            named = {name.lower(): value for name, value in answer.headers.items()}
            return Fetched(answer.status_code, answer.content, named)

        yield fetch
