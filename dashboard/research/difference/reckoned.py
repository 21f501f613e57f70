"""The reckoned numbers of a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.view import Statistic

if TYPE_CHECKING:
    from dashboard.research.difference.telling import DifferenceWords


def difference_statistics(told: DifferenceWords) -> tuple[Statistic, ...]:
    """The reckoned numbers; none of too few."""
    if not told.enough:
        return ()
    counted, words = told.it.counted, told.words
    counts = {"n": len(counted), "rose": (counted > 0).sum(), "fell": (counted < 0).sum()}
    tenth, median, ninth = np.quantile(counted, (0.1, 0.5, 0.9)).tolist()
    figures = {"median": median, "p10": tenth, "p90": ninth, "mean": counted.mean()}
    texts = {name: words.number(float(count)) for name, count in counts.items()}
    texts |= {name: told.writer.summary(value) for name, value in figures.items()}
    return tuple(
        Statistic(name, _label(told, name), float(value), texts[name], about=_about(told, name))
        for name, value in {**counts, **figures}.items()
    )


def _label(told: DifferenceWords, name: str) -> str:
    if name in ("rose", "fell"):
        return told.words.t(f"research.difference.statistic.{name}.{told.kind}")
    return told.words.t(f"research.difference.statistic.{name}")


def _about(told: DifferenceWords, name: str) -> str:
    is_told = name in ("median", "p10", "p90", "mean")
    return told.words.t(f"research.difference.about.{name}") if is_told else ""
