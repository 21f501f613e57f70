"""How many live where: sets the size of the invented budgets."""

from __future__ import annotations

from functools import cache

from data.residents import published_residents


@cache
def published() -> dict[str, dict[int, int]]:
    """Return municipality code → year → published residents."""
    found: dict[str, dict[int, int]] = {}
    for (municipality, year), count in published_residents().items():
        found.setdefault(municipality, {})[year] = count
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
