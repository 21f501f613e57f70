"""Coefficients of thousands of bootstrap draws at once.

A draw is told by how often it holds each point: a row of counts w. Then everything is a product
of matrices. With S the signs of all differences and T what is tied, the concordant less the
discordant pairs are w'Sw / 2 and the tied ones (w'Tw - n) / 2; the average rank of a point is
how many lie below it and half of those tied with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@lru_cache(maxsize=8)
def draws(n: int, resamples: int, seed: int) -> NDArray[np.float64]:
    """How often each of n points is drawn, n times with replacement.

    Returns:
        Counts, resamples × n, each row with the sum n; not to be written to.
    """
    drawn = np.random.default_rng(seed).integers(0, n, (resamples, n))
    places = drawn + n * np.arange(resamples)[:, None]
    counts = np.bincount(places.ravel(), minlength=resamples * n).astype(float)
    counts.flags.writeable = False
    return counts.reshape(resamples, n)


@dataclass(frozen=True)
class Resamples:
    """Draws of pairs.

    Attributes:
        counts: How often each pair is drawn, draws × n, each row with the same sum.
        x: The first figures of the n pairs, finite.
        y: The second ones.
    """

    counts: NDArray[np.float64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    @cached_property
    def size(self) -> float:
        """How many pairs a draw has."""
        return float(self.counts[0].sum()) if len(self.counts) else 0.0

    @cached_property
    def varied(self) -> NDArray[np.bool_]:
        """In which draws neither x nor y is constant, so that coefficients are defined."""
        return (self._untied_x > 0) & (self._untied_y > 0)

    def pearson(self) -> NDArray[np.float64]:
        """Pearson's r of each draw; NaN where it is not `varied`."""
        return self._correlation(self.x[None, :], self.y[None, :])

    def spearman(self) -> NDArray[np.float64]:
        """Spearman's correlation of average ranks of each draw; NaN where not `varied`."""
        return self._correlation(self._ranks(self.x), self._ranks(self.y))

    def kendall(self) -> NDArray[np.float64]:
        """Kendall's tau-b of each draw; NaN where it is not `varied`."""
        signs = _signs(self.x) * _signs(self.y)
        product = np.where(self.varied, self._untied_x * self._untied_y, np.nan)
        tau: NDArray[np.float64] = self._form(signs) / np.sqrt(product)
        return tau

    @cached_property
    def _untied_x(self) -> NDArray[np.float64]:
        return self.size**2 - self._form(_tied(self.x))

    @cached_property
    def _untied_y(self) -> NDArray[np.float64]:
        return self.size**2 - self._form(_tied(self.y))

    def _form(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """The quadratic form of each draw: exact, as all numbers are whole."""
        form: NDArray[np.float64] = np.einsum("ri,ri->r", self.counts @ matrix, self.counts)
        return form

    def _ranks(self, figures: NDArray[np.float64]) -> NDArray[np.float64]:
        below = np.where(figures[:, None] < figures[None, :], 1.0, 0.0)
        # Those tied are counted by halves: one product gives both, and halves are exact.
        ranks: NDArray[np.float64] = self.counts @ (below + _tied(figures) / 2) + 0.5
        return ranks

    def _correlation(
        self, first: NDArray[np.float64], second: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Centred draw by draw, as sums of squares of far figures would lose their digits."""
        a, b = self._centred(first), self._centred(second)
        across = np.einsum("ri,ri,ri->r", self.counts, a, b)
        squares = [np.einsum("ri,ri,ri->r", self.counts, each, each) for each in (a, b)]
        root = np.sqrt(squares[0]) * np.sqrt(squares[1])
        r: NDArray[np.float64] = across / np.where(self.varied & (root > 0), root, np.nan)
        return np.clip(r, -1, 1)

    def _centred(self, figures: NDArray[np.float64]) -> NDArray[np.float64]:
        means = np.einsum("ri,ri->r", self.counts, np.broadcast_to(figures, self.counts.shape))
        centred: NDArray[np.float64] = figures - (means / self.size)[:, None]
        return centred


def _signs(figures: NDArray[np.float64]) -> NDArray[np.float64]:
    signs: NDArray[np.float64] = np.sign(figures[:, None] - figures[None, :])
    return signs


def _tied(figures: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(figures[:, None] == figures[None, :], 1.0, 0.0)
