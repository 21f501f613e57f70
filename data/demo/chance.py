"""Chance that can be repeated: each subject has a stream of its own.

A stream is named by what it decides, so another municipality, year or step of the programme changes
nothing in those that were there before.
"""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = "savivalda-demo-1"


def stream(*subject: object, seed: str = SEED) -> Random:
    """Return the random numbers of one subject, for instance ``stream("13", 2019, "money")``."""
    # Not for secrets: the point is that everyone gets the same numbers.
    return Random("/".join(map(str, (seed, *subject))))  # noqa: S311


def spread(rng: Random, sigma: float) -> float:
    """Return a factor around 1, as often above as below it (log-normal)."""
    return math.exp(rng.gauss(0.0, sigma))


def sample(rng: Random, weights: Sequence[float], count: int) -> list[int]:
    """Draw positions without replacement, the heavy ones more often.

    Returns:
        ``count`` positions of ``weights`` (all, if there are fewer), in ascending order.
    """
    # Efraimidis and Spirakis: the largest of u ** (1 / w), here in logarithms.
    keys = [(math.log(1.0 - rng.random()) / weight, i) for i, weight in enumerate(weights)]
    return sorted(i for _, i in sorted(keys, reverse=True)[:count])
