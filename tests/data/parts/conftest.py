"""Sources with transfers, and what is built of them by one process: made once, only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import BUILT_AT, plain_sources, quick_build
from tests.transferred import write_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROWS, YEARS, PLACES = 4_000, (2023, 2024), 3


@pytest.fixture
def make_sources(tmp_path: Path) -> Callable[[], Path]:
    """Sources with transfers of a test's own."""
    return lambda: sources_with_transfers(tmp_path / "sources")


@pytest.fixture(scope="package")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Sources with transfers, and the database that one process builds of them."""
    folder = tmp_path_factory.mktemp("alone")
    sources, target = sources_with_transfers(folder / "sources"), folder / "savivalda.duckdb"
    quick_build(target, sources=sources, now=BUILT_AT)
    return sources, target


def sources_with_transfers(folder: Path) -> Path:
    """The project's sources and one of transfers, ``made_up``."""
    folder.mkdir()
    for source in plain_sources().iterdir():
        (folder / source.name).symlink_to(source.resolve(), target_is_directory=True)
    write_source(folder / "made_up", ROWS, years=YEARS, places=PLACES)
    return folder
