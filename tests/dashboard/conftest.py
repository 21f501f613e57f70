"""The atlas over the built database, for all tests of the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.answers import Atlas

if TYPE_CHECKING:
    from data.asking.store import Store


@pytest.fixture(scope="session")
def atlas(store: Store) -> Atlas:
    """What the pages ask."""
    return Atlas(store)
