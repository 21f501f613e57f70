"""What is said of the split, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.split.writing import SplitWriter

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def sentence_of(bench: Bench, figures: SplitFigures) -> str:
    """The country's split in the year, and in the first one."""
    words, writer = bench.words, SplitWriter(bench.words)
    now = figures.country[:, figures.row]
    if not np.isfinite(now).all():
        return words.t("research.split.none", year=figures.year)
    said = words.t("research.split.sentence", year=figures.year, **writer.hundred(now))
    first = figures.known_years[0]
    if first < figures.row:
        before = writer.hundred(figures.country[:, first])
        said += words.t("research.split.before", year=figures.years[first], **before)
    return f"{said}."
