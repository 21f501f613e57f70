"""What a map of an indicator's level says in a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.writing import title
from data.statistics.known import FEWEST, all_equal, known

if TYPE_CHECKING:
    from dashboard.analysis.yearly import AnalysisYear


def level_sentence(year: AnalysisYear, otherwise: str) -> str:
    """The country's figure now and before, the median, and where the ends are.

    Args:
        year: The indicator.
        otherwise: What is said where there are too few figures, or all are equal.
    """
    words, figures = year.telling.words, known(year.counted)
    if len(figures) < FEWEST or all_equal(figures):
        return otherwise
    return words.t(
        "analysis.level",
        name=title(year.shown.view, words),
        year=year.telling.year,
        nation=words.t(f"sentence.{year.writer.national}"),
        national=year.national(year.telling.year),
        before=year.before(),
        median=year.writer.figure(float(np.median(figures))),
        most=year.where(figures.max()),
        largest=year.writer.figure(figures.max()),
        least=year.where(figures.min()),
        smallest=year.writer.figure(figures.min()),
    )
