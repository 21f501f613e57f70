"""The atlas as notebooks open it, out of the shared database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import savivalda

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def opened(database: Path) -> Iterator[savivalda.OpenAtlas]:
    """In English; its warning of invented figures may have been given."""
    with savivalda.open(database, "en") as atlas:
        yield atlas
