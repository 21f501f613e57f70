"""One built database and the atlas over it, for all tests of the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.answers import Atlas
from data.asking.store import Store
from data.building.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The database with the demonstration set, open for reading."""
    target = tmp_path_factory.mktemp("atlas") / "savivalda.duckdb"
    build(target)
    with Store(target) as opened:
        yield opened


@pytest.fixture(scope="session")
def atlas(store: Store) -> Atlas:
    """What the pages ask."""
    return Atlas(store)
