"""One built database for all tests of the data package; whoever changes it works on a copy."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.building.build import BuildReport, build
from data.building.describe import DEFAULT_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def built_at() -> datetime:
    return datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def built(built_at: datetime, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The database with the demonstration set, and what its build reported."""
    target = tmp_path_factory.mktemp("built") / "savivalda.duckdb"
    return target, build(target, now=built_at)


@pytest.fixture(scope="session")
def database(built: tuple[Path, BuildReport]) -> Path:
    return built[0]


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    with Store(database) as opened:
        yield opened


@pytest.fixture(scope="session")
def tables(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database opened plainly, to compare the views with the tables under them."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(database)})
        connection.execute("USE atlas")
        yield connection


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources that a test may spoil."""
    return shutil.copytree(DEFAULT_FOLDER, tmp_path / "sources")
