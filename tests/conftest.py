"""What all tests share: one built database, and examples that are the same in every run."""

from __future__ import annotations

import functools
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from hypothesis import HealthCheck, settings

from data.asking.store import Store
from data.demo import generate
from tests.built import BUILT_AT, bare, shared
from tests.mixed import mixed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from data.building.build import BuildReport

# None is judged by the clock of a busy machine.
settings.register_profile(
    "savivalda",
    max_examples=60,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("savivalda")


# What is compiled is kept, whatever the environment says: each process of the run, and each program
# that a test starts, would compile all tests and the whole atlas anew, for seconds.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The collector goes through all that tests import and keep, which takes a tenth of their time.
gc.set_threshold(10_000, 20, 50)

_connect = duckdb.connect


def connect(*given: Any, config: dict[str, Any] | None = None, **how: Any) -> Any:
    """Opens DuckDB with one thread: each core has a process of the run, and small tables.

    Threads would only wait for each other, which takes a quarter of the time of a build. Programs
    that tests start have as many as they take.
    """
    return _connect(*given, config={"threads": 1} | (config or {}), **how)


duckdb.connect = connect

# What is invented of a municipality is always the same, and takes a third of a build.
generate._municipality = functools.cache(generate._municipality)


# Whole files in which every other test takes half a second or more, starts a process, or kills one.
SLOW = (
    "browser/",
    "dashboard/assistants/test_transports.py",
    "dashboard/cli/test_cli_forms.py",
    "dashboard/cli/test_ending.py",
    "dashboard/pages/check/test_check_page.py",
    "dashboard/pages/check/test_spoilt_uploads.py",
    "dashboard/pages/data/test_data_files.py",
    "dashboard/server/test_forged.py",
    "dashboard/server/test_swap.py",
    "dashboard/test_no_persons.py",
    "data/building/test_build.py",
    "data/building/test_changing.py",
    "data/building/test_corrections.py",
    "data/building/test_new_source.py",
    "data/building/test_publish_whole.py",
    "data/dataset/",
    "data/demo/",
    "data/forms/archive/test_all_the_way.py",
    "data/forms/archive/test_builds_of_forms.py",
    "data/forms/archive/test_whole_or_not.py",
    "data/forms/checking/test_many_files.py",
    "data/forms/checking/test_sent.py",
    "data/forms/history/test_history_whole_or_not.py",
    "data/forms/history/test_importing.py",
    "data/forms/history/test_reading_history.py",
    "data/forms/reading/test_hostile.py",
    "data/refresh/test_refresh_boundaries.py",
    "data/refresh/test_refresh_fetch.py",
    "deploy/test_replicas.py",
    "test_notebooks.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what `make test-fast` leaves out."""
    here = Path(__file__).parent
    for item in items:
        name = item.path.relative_to(here).as_posix()
        if name.startswith(SLOW) or item.get_closest_marker("soak"):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def built_at() -> datetime:
    return BUILT_AT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The database with the demonstration set, to be read alone, and what its build reported."""
    return shared(tmp_path_factory)


@pytest.fixture(scope="session")
def bare_built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The same without figures and without files to take away, quickly built."""
    return bare(tmp_path_factory)


@pytest.fixture(scope="session")
def empty(bare_built: tuple[Path, BuildReport]) -> Path:
    return bare_built[0]


@pytest.fixture(scope="session")
def database(built: tuple[Path, BuildReport]) -> Path:
    return built[0]


@pytest.fixture(scope="session")
def store(database: Path) -> Iterator[Store]:
    """The same, open for reading."""
    with Store(database) as opened:
        yield opened


@pytest.fixture(scope="session")
def mixed_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Real figures among invented ones, and the same data without the invented ones."""
    among, alone = mixed(tmp_path_factory)
    with Store(among) as first, Store(alone) as second:
        yield first, second


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of the test make no files to take away, which takes most of the time."""
    monkeypatch.setattr("data.building.build.make", lambda *_: None)
