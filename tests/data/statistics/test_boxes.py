"""Boxes are those of matplotlib, quantiles those of pandas."""

from __future__ import annotations

from math import inf, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from matplotlib import cbook

from data.statistics.distribution import five_numbers, quantiles
from tests.data.statistics.given_figures import money, perhaps, rows


@settings(max_examples=60)
@given(rows(perhaps, least=0))
def test_a_box_is_that_of_matplotlib(figures: np.ndarray) -> None:
    known = figures[np.isfinite(figures)]
    box = five_numbers(figures)
    if len(known) < 5:
        assert box is None
        return
    (theirs,) = cbook.boxplot_stats(known)
    found = (box.lower, box.median, box.upper, box.mean)
    assert found == pytest.approx(tuple(theirs[name] for name in ("q1", "med", "q3", "mean")))
    assert sorted(figures[list(box.outliers)]) == sorted(theirs["fliers"])
    assert (min(box.low, box.lower), max(box.high, box.upper)) == (
        theirs["whislo"],
        theirs["whishi"],
    )
    assert box.n == len(known)


def test_far_figures_are_told_by_their_number_among_all() -> None:
    box = five_numbers([nan, 1, 2, 900, 3, 4, nan, 5, 6, -700, inf])
    assert box.outliers == (3, 9)
    assert (box.n, box.low, box.median, box.high) == (8, 1, 3.5, 6)


def test_of_equal_figures_the_one_that_differs_lies_far_out() -> None:
    box = five_numbers([5, 5, 5, 5, 5, 5, 6])
    assert (box.low, box.lower, box.median, box.upper, box.high) == (5, 5, 5, 5, 5)
    assert box.outliers == (6,)


@pytest.mark.parametrize("figures", [[], [nan] * 9, [1, 2, 3, 4], [1, 2, 3, 4, nan, inf]])
def test_fewer_than_five_make_no_box(figures: list[float]) -> None:
    assert five_numbers(figures) is None


def test_quantiles_are_those_of_pandas() -> None:
    figures, shares = money(), [0, 0.1, 0.25, 1 / 3, 0.5, 0.9, 1]
    figures[[3, 40]] = nan
    theirs = pd.Series(figures).quantile(shares)
    assert quantiles(figures, shares) == pytest.approx(theirs.to_numpy(), abs=1e-9)
    assert np.isnan(quantiles([nan, nan], shares)).all()
    assert quantiles([nan, 4], [0, 1]).tolist() == [4, 4]
    assert quantiles([1, 2], []).tolist() == []
