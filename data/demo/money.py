"""Arithmetic of amounts: whole cents inside, so that parts always sum to their whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

EURO = 100


def euros(cents: int) -> Decimal:
    """Return cents as euros with two decimals."""
    return Decimal(cents).scaleb(-2)


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Split cents by weights; the parts sum to the total exactly.

    Raises:
        ValueError: a weight is negative, or none is positive.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError(f"weights must be positive, got {list(weights)}")
    parts, used, reached = [], 0, 0.0
    for weight in weights:
        reached += weight
        upto = round(total * (reached / whole))
        parts.append(upto - used)
        used = upto
    parts[-1] += total - used
    return parts


def up(cents: float, step: int) -> int:
    """Round up to a multiple of ``step`` cents."""
    return -int(-cents // step) * step


def budgeted(executed: int, rng: Random) -> tuple[int, int]:
    """Return the planned and the revised amount behind an executed one, in cents.

    Budgets are written in round sums. What was planned is revised upwards in the course of the
    year, and not all of the revised plan is spent: planned ≤ revised, executed ≤ revised.
    """
    step = 100 * EURO if executed > 20_000 * EURO else 10 * EURO
    revised = up(executed * (1.0 + 0.05 * rng.random() ** 2), step)
    planned = up(revised * (1.0 - 0.12 * rng.random() ** 2), step)
    return min(planned, revised), revised
