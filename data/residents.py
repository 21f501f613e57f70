"""How many live where, as published, for what works without a database."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCES = Path(__file__).parent / "sources"


@cache
def published_residents(sources: Path = SOURCES) -> Mapping[tuple[str, int], int]:
    """Return the residents by municipality code and year, of all sources that publish some."""
    found: dict[tuple[str, int], int] = {}
    # The source that others fill the gaps of comes last, so that its own rows stay.
    for path in sorted(sources.glob("*/population.csv"), reverse=True):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["municipality"], int(row["year"])] = int(row["residents"])
    return found
