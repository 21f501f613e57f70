"""A quickly built database without figures, and copies of it that a test may spoil."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.built import quick_build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quickly built database without figures."""
    target = tmp_path_factory.mktemp("empty") / "savivalda.duckdb"
    quick_build(target)
    return target


@pytest.fixture
def target(empty: Path, tmp_path: Path) -> Path:
    """A published copy of it that a test may spoil."""
    return shutil.copy(empty, tmp_path / "savivalda.duckdb")
