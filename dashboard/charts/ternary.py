"""The triangle of mixtures of three parts: where they lie, and its small triangles, the classes.

A mixture is three shares that add up to one. The first part is pure at the lower left corner, the
second at the lower right one, the third at the top.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

Mixture = tuple[float, float, float]

CLASSES = 4
"""Small triangles along a side; 16 in all, the even mixture in the midst of the middle one."""

TALL = sqrt(3) / 2
"""Height of the triangle in its side."""


@dataclass(frozen=True)
class TernaryPlace:
    """Where a triangle stands: its lower left corner, and the length of its side, px."""

    left: float
    bottom: float
    side: float

    def __call__(self, mixture: Sequence[float]) -> tuple[float, float]:
        """Where a mixture lies."""
        _, second, third = mixture
        across = self.left + self.side * (second + third / 2)
        return across, self.bottom - self.side * TALL * third


@cache
def triangles() -> tuple[tuple[Mixture, Mixture, Mixture], ...]:
    """The corners of the small triangles: first those that stand, then those on their heads."""
    found = []
    for step, total in ((1, CLASSES - 1), (-1, CLASSES + 1)):
        for first in range(total + 1):
            for second in range(total - first + 1):
                start = (first, second, total - first - second)
                if step < 0 and not all(start):
                    continue
                corners = [
                    tuple((part + step * (at == corner)) / CLASSES for at, part in enumerate(start))
                    for corner in range(3)
                ]
                found.append(tuple(corners))
    return tuple(found)  # type: ignore[arg-type]


@cache
def centroids() -> tuple[Mixture, ...]:
    """The middle of each small triangle."""
    return tuple(
        tuple(sum(corner[at] for corner in corners) / 3 for at in range(3))  # type: ignore[misc]
        for corners in triangles()
    )


def classes_of(mixtures: ArrayLike) -> list[int]:
    """The numbers of the small triangles in which mixtures lie: those whose middles are nearest.

    Args:
        mixtures: A row each.
    """
    given = np.asarray(mixtures, dtype=float).reshape(-1, 1, 3)
    away = ((given - np.array(centroids())) ** 2).sum(axis=2)
    found: list[int] = away.argmin(axis=1).tolist()
    return found
