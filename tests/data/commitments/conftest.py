"""Files of action plans that a test may spoil, and forms filled in against them."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest
from filling import GOOD

from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS

if TYPE_CHECKING:
    from pathlib import Path

    from filling import Fill


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DEFAULT_FOLDER / PLANS, tmp_path / PLANS)


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Write a CSV form: the good row, changed as each row wants."""

    def write(*changes: dict[str, str]) -> Path:
        path = tmp_path / "bukles.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(GOOD), delimiter=";")
            writer.writeheader()
            writer.writerows(GOOD | change for change in changes)
        return path

    return write
