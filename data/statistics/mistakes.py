"""Many tests at once: how many of those that hold may be mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def false_discovery(p: ArrayLike, share: float = 0.05) -> NDArray[np.bool_]:
    """Which of many tests hold, if no more than a share of those that do may be mistaken.

    Benjamini and Hochberg (1995): of p-values in rising order, all up to the last that is no
    larger than its place by their number times the share.

    Args:
        p: P-values; NaN where there is none, and such never hold.
        share: Of false ones among those that hold, 0–1.

    Returns:
        As many as there are p-values.
    """
    values = np.asarray(p, dtype=float)
    holds = np.zeros(values.shape, dtype=bool)
    numbers = np.flatnonzero(np.isfinite(values))
    rising = numbers[np.argsort(values[numbers], kind="stable")]
    count = rising.size
    passed = np.flatnonzero(values[rising] * (count / np.arange(1, count + 1)) <= share)
    if passed.size:
        holds[rising[: passed[-1] + 1]] = True
    return holds
