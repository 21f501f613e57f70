"""Mixtures of three parts, centred on one of them, and how far they lie from it.

Shares add up to one, so that what is compared are their proportions (Aitchison 1986). To be seen
where one part is small, mixtures are divided by the centre part by part and made to add up again
(the perturbation by its inverse): the centre becomes the even mixture. So do Schöley and Kashnitsky
(tricolore, 2018) with their maps. Then the triangle is zoomed around its middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

PARTS = 3
INSIDE = 0.85
"""Share of mixtures without noughts that the zoomed triangle holds; the others lie at its edge, as
those with a nought do however it is zoomed."""

FARTHEST = 8.0
"""Largest zoom: mixtures that are nearly alike shall not look as if they were not."""


def shares(amounts: ArrayLike) -> NDArray[np.float64]:
    """Amounts as shares of what they come to; NaN where that is nought or any is not known.

    Args:
        amounts: Parts along the first axis.
    """
    given = np.asarray(amounts, dtype=float)
    total = given.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(total > 0, given / total, np.nan)


def centred(mixtures: ArrayLike, centre: ArrayLike) -> NDArray[np.float64]:
    """Mixtures as the centre sees them: itself becomes even.

    A part of which the centre has nothing, so that nobody has, is as in the centre: it tells
    nothing apart.

    Args:
        mixtures: Parts along the first axis.
        centre: One mixture.
    """
    given = np.asarray(mixtures, dtype=float)
    middle = np.asarray(centre, dtype=float).reshape(PARTS, *[1] * (given.ndim - 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        ratios = np.where(middle > 0, given / middle, np.where(np.isnan(given), np.nan, 1.0))
    return shares(ratios)


def zoom_of(found: ArrayLike) -> float:
    """By how much centred mixtures can be drawn apart around the middle.

    Whole quarters, so that it changes little when data do.

    Args:
        found: Centred mixtures, parts along the first axis.
    """
    least = np.asarray(found, dtype=float).reshape(PARTS, -1).min(axis=0)
    least = least[np.isfinite(least) & (least > 0)]
    away = 1 / 3 - least
    if not away.size or (reach := float(np.quantile(away, INSIDE))) <= 0:
        return 1.0
    return float(np.clip(np.floor(4 / 3 / reach) / 4, 1.0, FARTHEST))


def zoomed(found: ArrayLike, zoom: float) -> NDArray[np.float64]:
    """Centred mixtures drawn apart; those beyond the triangle come to its edge."""
    given = np.asarray(found, dtype=float)
    free = 1 / 3 + zoom * (given - 1 / 3)
    return shares(np.maximum(free, 0.0))


def distance(mixtures: ArrayLike, centre: ArrayLike) -> NDArray[np.float64]:
    """Aitchison's distance from the centre, among the parts of which the centre has any.

    NaN where one of these parts is nought: a ratio to nothing is endless.

    Args:
        mixtures: Parts along the first axis.
        centre: One mixture.
    """
    given, middle = np.asarray(mixtures, dtype=float), np.asarray(centre, dtype=float)
    kept = middle > 0
    if not kept.any():
        return np.full(given.shape[1:], np.nan)
    given = given[kept]
    middle = middle[kept].reshape(-1, *[1] * (given.ndim - 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        ratios = np.log(np.where(given > 0, given, np.nan) / middle)
    centred_ratios = ratios - ratios.mean(axis=0)
    found: NDArray[np.float64] = np.sqrt((centred_ratios**2).sum(axis=0))
    return found
