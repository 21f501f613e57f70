"""Coefficients are those of scipy, also on every draw of the bootstrap."""

from __future__ import annotations

import warnings
from math import inf, nan

import numpy as np
import pytest
from hypothesis import assume, given, settings
from scipy import stats

from data.statistics.association import FEWEST, RESAMPLES, associations
from data.statistics.resampling import Resamples, draws
from tests.data.statistics.given_figures import figure, money, pairs, perhaps, varied

NEAR = {"rel": 0, "abs": 1e-9, "nan_ok": True}


def by_scipy(x: np.ndarray, y: np.ndarray) -> list[float]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", stats.NearConstantInputWarning)
        measures = (stats.pearsonr, stats.spearmanr, stats.kendalltau)
        return [float(measure(x, y).statistic) for measure in measures]


@settings(max_examples=50)
@given(pairs(perhaps))
def test_coefficients_of_known_pairs_are_those_of_scipy(both: tuple[np.ndarray, ...]) -> None:
    known = np.isfinite(both[0]) & np.isfinite(both[1])
    x, y = both[0][known], both[1][known]
    assume(len(x) >= FEWEST and varied(x) and varied(y))
    found = associations(*both, resamples=20)
    assert [each.kind for each in found] == ["pearson", "spearman", "kendall"]
    assert [each.value for each in found] == pytest.approx(by_scipy(x, y), **NEAR)
    assert {each.n for each in found} == {len(x)}


@settings(max_examples=15)
@given(pairs(figure, most=12))
def test_each_draw_measures_as_scipy_does_what_was_drawn(both: tuple[np.ndarray, ...]) -> None:
    x, y = both
    counts = draws(len(x), 12, 3)
    assert set(counts.sum(axis=1)) == {len(x)}
    drawn = Resamples(counts, x, y)
    found = np.array([drawn.pearson(), drawn.spearman(), drawn.kendall()]).T
    for row, values, counted in zip(counts, found, drawn.varied, strict=True):
        a, b = (np.repeat(each, row.astype(int)) for each in both)
        assert counted == (np.ptp(a) > 0 and np.ptp(b) > 0)
        if not counted:
            assert np.isnan(values).all()
        elif varied(a) and varied(b):
            assert values == pytest.approx(by_scipy(a, b), **NEAR)


def test_an_interval_leaves_a_fortieth_of_the_draws_out_at_either_end() -> None:
    x = money()
    y = x**0.8 + money(seed=8)
    counts = draws(60, RESAMPLES, 5)
    some = range(0, RESAMPLES, 20)
    drawn = [[np.repeat(each, counts[row].astype(int)) for each in (x, y)] for row in some]
    kendall = Resamples(counts, x, y).kendall()
    assert kendall[::20] == pytest.approx([stats.kendalltau(*both).statistic for both in drawn])
    found = associations(x, y, seed=5)[2]
    assert (found.low, found.high) == tuple(np.quantile(kendall, (0.025, 0.975)))
    assert found.low < found.value < found.high


def test_intervals_are_about_as_wide_as_theory_says() -> None:
    chance = np.random.default_rng(1)
    x = chance.normal(size=400)
    y = 0.6 * x + 0.8 * chance.normal(size=400)
    found = associations(x, y)[0]
    theory = stats.pearsonr(x, y).confidence_interval()
    assert (found.low, found.high) == pytest.approx(tuple(theory), abs=0.02)


def test_the_same_figures_always_give_the_same_interval_and_another_seed_another() -> None:
    x, y = money(), money(seed=9)
    assert associations(x, y) == associations(x, y)
    assert associations(x, y) != associations(x, y, seed=1)


def test_far_figures_that_differ_little_keep_their_digits() -> None:
    """Sums of squares would lose all of them: 10¹⁶ and the differences are of 10⁻³."""
    x, y = money()[1:] * 1e-3, money(seed=9)[1:]
    near, far = associations(x, y)[0], associations(x + 1e8, y)[0]
    assert (far.value, far.low, far.high) == pytest.approx(
        (near.value, near.low, near.high), abs=1e-5
    )


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 5]),
        ([1, 2, 3, 4, nan, 6], [1, 2, 3, nan, 5, inf]),
        ([], []),
        ([nan] * 9, [nan] * 9),
        ([3] * 9, range(9)),
        (range(9), [0] * 9),
        ([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], range(5)),
    ],
    ids=["four", "three known", "none", "unknown", "x constant", "noughts", "but for rounding"],
)
def test_too_few_or_constant_figures_have_no_coefficient(x: list, y: list) -> None:
    assert associations(x, y) == ()


def test_draws_in_which_all_are_equal_are_left_out() -> None:
    """Of five points with one that differs a third of the draws lacks it."""
    counts = draws(5, RESAMPLES, 3)
    drawn = Resamples(counts, np.array([0.0, 0, 0, 0, 1]), np.arange(5.0))
    assert drawn.varied.mean() == pytest.approx(1 - 0.8**5, abs=0.05)
    for found in associations([0, 0, 0, 0, 1], range(5), seed=3):
        assert -1 <= found.low <= found.value <= found.high <= 1


def test_rows_of_different_length_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="9 figures cannot be paired with 8"):
        associations(range(9), range(8))
