"""A database without figures that a test may spoil."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(empty: Path, tmp_path: Path) -> Path:
    """A published copy of the quickly built one."""
    return shutil.copy(empty, tmp_path / "savivalda.duckdb")
