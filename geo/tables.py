"""Reads this package's small CSV files, and is loud when one is not shaped as expected."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from geo.errors import GeoError

FOLDER: Final = Path(__file__).parent


def read_rows(path: Path, columns: list[str]) -> list[dict[str, str]]:
    """Rows of a UTF-8 CSV file.

    Raises:
        GeoError: The header is not exactly the columns asked for.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != columns:
            raise GeoError(f"{path.name}: columns are {reader.fieldnames}, must be {columns}")
        return list(reader)
