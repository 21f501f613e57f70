"""The built database opened plainly, and sources that a test may spoil."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.built import plain_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def tables(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """To compare the views with the tables under them; what one module left unread hinders none."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(database)})
        connection.execute("USE atlas")
        yield connection


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources that a test may spoil, but for tables that others published."""
    return shutil.copytree(plain_sources(), tmp_path / "sources")
