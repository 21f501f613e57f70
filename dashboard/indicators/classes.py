"""Discrete classes of a map: where one colour ends and the next begins, of all years or of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jenkspy
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

METHODS = ("quantile", "natural", "equal")
"""Quantile (as many municipalities in each class in the newest year), natural breaks (Jenks), equal
steps."""

LIMITS = ("fixed", "year")
"""Whether the limits of the classes are the same for all years, or those of the year."""

CLASSES = 5
"""Five can still be told apart on a pale projector."""

DISTINCT = 6
"""So few different figures are a class each, as no limit between them could be less arbitrary."""

SKEWED = 1.0
"""Skewness from which a distribution counts as highly skewed."""

Range = tuple[float, float]
"""The lowest and the highest figure of a class, as they are shown."""


def ranges(values: NDArray[np.float64], method: str, decimals: int) -> list[Range]:
    """The classes of figures, lowest first; none for no figures.

    Args:
        values: As `edges` takes them.
        method: One of `METHODS`.
        decimals: Decimals shown on screen.
    """
    shown = values[~np.isnan(values)].round(decimals)
    distinct: list[float] = np.unique(shown).tolist()
    if len(distinct) <= DISTINCT:
        return [(figure, figure) for figure in distinct]
    limits, step = edges(values, method, decimals), 10.0**-decimals
    below = [round(limit - step, decimals) for limit in limits[1:-1]]
    return [*zip(limits, [*below, limits[-1]], strict=False)]


def skewed(values: NDArray[np.float64]) -> bool:
    """Whether a few figures of the newest year lie far above (or below) most others.

    Args:
        values: As `edges` takes them.
    """
    if np.isnan(values).all():
        return False
    figures = _newest(np.atleast_2d(values))
    apart, spread = figures - figures.mean(), figures.std()
    return bool(spread > 0 and abs((apart**3).mean()) > SKEWED * spread**3)


def edges(values: NDArray[np.float64], method: str, decimals: int) -> list[float]:
    """Rounded class limits, rising, both ends included.

    Args:
        values: Figures, a row a year, the newest last, or those of one year; NaN are left out.
        method: One of `METHODS`.
        decimals: Decimals shown on screen; limits are rounded to them, so that the legend and
            the colours agree to the last digit.

    Returns:
        `k + 1` limits of `k ≤ CLASSES` classes; fewer where figures repeat; none for no figures.

    Raises:
        ValueError: An unknown method.
    """
    if method not in METHODS:
        raise ValueError(f"unknown classes {method!r}: expected one of {', '.join(METHODS)}")
    figures = values[~np.isnan(values)]
    if figures.size == 0:
        return []
    low, high = figures.min(), figures.max()
    count = min(CLASSES, len(np.unique(figures)))
    if count < 2:
        return _rounded([low, high], decimals)
    if method == "quantile":
        # Of all years, most of the newest would fall into the top class wherever figures grow.
        limits = np.quantile(_newest(np.atleast_2d(values)), np.linspace(0, 1, count + 1))
        limits[0], limits[-1] = low, high
    elif method == "natural":
        limits = np.array(jenkspy.jenks_breaks(figures, n_classes=count))
    else:
        limits = np.linspace(low, high, count + 1)
    return _rounded(limits, decimals)


def classify(values: NDArray[np.float64], classes: list[Range]) -> NDArray[np.int64]:
    """The class of each figure, rounded as it is shown: 0 is the lowest; -1 is no figure."""
    if not classes:
        return np.full(values.shape, -1)
    above = np.array([low for low, _ in classes[1:]])
    found = np.searchsorted(above, np.nan_to_num(values), side="right")
    return np.where(np.isnan(values), -1, found)


def _newest(years: NDArray[np.float64]) -> NDArray[np.float64]:
    """The figures of the last year that has any."""
    known = ~np.isnan(years)
    last = np.flatnonzero(known.any(axis=1))[-1]
    newest: NDArray[np.float64] = years[last, known[last]]
    return newest


def _rounded(limits: NDArray[np.float64] | list[float], decimals: int) -> list[float]:
    """Ends rounded outwards, so that no figure falls out; equal neighbours become one."""
    step = 10.0**-decimals
    inner = [round(float(limit), decimals) for limit in limits[1:-1]]
    first = round(float(np.floor(limits[0] / step + 1e-9)) * step, decimals)
    last = round(float(np.ceil(limits[-1] / step - 1e-9)) * step, decimals)
    middle = sorted({limit for limit in inner if first < limit < last})
    return [first, *middle, last]
