"""The line of Theil and Sen is that of scipy."""

from __future__ import annotations

from math import inf, nan

import numpy as np
import pytest
from hypothesis import assume, given, settings
from scipy import stats

from data.statistics.line import NORMAL_975, theil_sen
from tests.data.statistics.given_figures import money, pairs, perhaps, varied


@settings(max_examples=60)
@given(pairs(perhaps))
@pytest.mark.filterwarnings("ignore:invalid value encountered in sqrt:RuntimeWarning")
def test_line_and_interval_are_those_of_scipy_ties_too(both: tuple[np.ndarray, ...]) -> None:
    known = np.isfinite(both[0]) & np.isfinite(both[1])
    x, y = both[0][known], both[1][known]
    assume(len(x) >= 5 and varied(x))
    found, theirs = theil_sen(*both), stats.theilslopes(y, x)
    assert found is not None
    assert found.n == len(x)
    assert (found.slope, found.intercept, found.low, found.high) == pytest.approx(
        tuple(theirs), rel=1e-9, abs=1e-9, nan_ok=True
    )


def test_one_far_place_does_not_turn_the_line() -> None:
    x, y = np.arange(60.0), 3 + 2 * np.arange(60.0)
    y[7] = 1e9
    line = theil_sen(x, y)
    assert line.slope == 2
    assert line.low == line.high == 2


def test_the_interval_is_of_95_per_cent() -> None:
    assert pytest.approx(stats.norm.ppf(0.975), abs=1e-15) == NORMAL_975
    line = theil_sen(money(), money(seed=9))
    assert line.low < line.slope < line.high


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4]),
        ([1, 2, nan, 4, 5], [1, 2, 3, 4, inf]),
        ([], []),
        ([2] * 9, range(9)),
    ],
    ids=["four", "three known", "none", "x constant"],
)
def test_too_few_points_or_a_constant_x_have_no_line(x: list, y: list) -> None:
    assert theil_sen(x, y) is None


def test_a_constant_y_has_a_flat_line() -> None:
    line = theil_sen(range(9), [4] * 9)
    assert (line.slope, line.intercept, line.low, line.high) == (0, 4, 0, 0)


def test_rows_of_different_length_have_no_line() -> None:
    with pytest.raises(ValueError, match="cannot be paired"):
        theil_sen(range(9), range(8))
