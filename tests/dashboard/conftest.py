"""The atlas over the built database, for all tests of the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.answers import Atlas
from dashboard.app import create_app
from dashboard.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store


@pytest.fixture(scope="session")
def atlas(store: Store) -> Atlas:
    """What the pages ask."""
    return Atlas(store)


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[Client]:
    """A visitor of the atlas over the built database."""
    with Client(create_app(Settings(), store).server) as opened:
        yield opened
