"""How open a municipality is: its council of NGOs, its budget and results in public."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from data.demo.chance import stream
from data.demo.shape import YEARS

if TYPE_CHECKING:
    from random import Random

    from data.demo.shape import Shape
    from data.demo.stories import DemoRow

PAGES = "https://example.org/savivalda-demo"
"""Where invented links lead: a host that belongs to nobody."""


def openness(shape: Shape) -> dict[int, DemoRow]:
    """Return the row of table openness by year; what has been opened stays open."""
    rng = stream(shape.code, "openness")
    council = _since(rng, 0.45 + 0.3 * shape.open, 0.16)
    budget = _since(rng, 0.15 + 0.3 * shape.open, 0.10)
    results = _since(rng, 0.05 + 0.3 * shape.open, 0.08)
    seats = rng.choice((8, 9, 10, 11, 12, 15))
    return {year: _row(shape, year, (council, budget, results), seats) for year in YEARS}


def _since(rng: Random, at_first: float, yearly: float) -> int:
    """Draw the year from which something is open; beyond the last year means never."""
    if rng.random() < at_first:
        return YEARS[0]
    return next((year for year in YEARS[1:] if rng.random() < yearly), YEARS[-1] + 1)


def _row(shape: Shape, year: int, since: tuple[int, int, int], seats: int) -> DemoRow:
    """Return one year: without a council there are neither meetings nor seats."""
    rng = stream(shape.code, year, "council")
    council, budget, results = (year >= first for first in since)
    meetings = min(round(rng.gauss(2 + 2.5 * shape.progress(year), 1.2)), 9) if council else 0
    held = round(seats * min(0.4 + 0.25 * shape.progress(year) * shape.open + 0.1, 0.7))
    share = Decimal(100 * held if council else 0) / seats
    page = f"{PAGES}/{shape.code}/{year}"
    return (
        shape.code,
        year,
        council,
        max(meetings, 0),
        share.quantize(Decimal("0.01")),
        budget,
        results,
        f"{page}/biudzetas" if budget else None,
        f"{page}/rezultatai" if results else None,
    )
