"""How many live where: sets the size of the invented budgets."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

PUBLISHED = Path(__file__).parents[1] / "sources" / "population" / "population.csv"


@cache
def published() -> dict[str, dict[int, int]]:
    """Return municipality code → year → published residents."""
    found: dict[str, dict[int, int]] = {}
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["municipality"], {})[int(row["year"])] = int(row["residents"])
    return found


def residents(municipality: str, year: int) -> int:
    """Return the residents of a municipality in a year, on a line between published values.

    Raises:
        KeyError: no population of the municipality is known.
        ValueError: the year lies outside of the published ones.
    """
    known = published()[municipality]
    if year in known:
        return known[year]
    before = max((y for y in known if y < year), default=None)
    after = min((y for y in known if y > year), default=None)
    if before is None or after is None:
        raise ValueError(f"no population around {year} for municipality {municipality}")
    step = (known[after] - known[before]) / (after - before)
    return round(known[before] + step * (year - before))
