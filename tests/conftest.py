"""What all tests share: one built database, and examples that are the same in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from data.asking.store import Store
from tests.built import BUILT_AT, shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from data.building.build import BuildReport

# None is judged by the clock of a busy machine.
settings.register_profile(
    "savivalda",
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("savivalda")


@pytest.fixture(scope="session")
def built_at() -> datetime:
    return BUILT_AT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The database with the demonstration set, to be read alone, and what its build reported."""
    return shared(tmp_path_factory)


@pytest.fixture(scope="session")
def database(built: tuple[Path, BuildReport]) -> Path:
    return built[0]


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    """The same, open for reading."""
    with Store(database) as opened:
        yield opened


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of the test make no files to take away, which takes most of the time."""
    monkeypatch.setattr("data.building.build.make", lambda *_: None)
