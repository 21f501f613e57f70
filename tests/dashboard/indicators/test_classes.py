"""Classes cover every figure once, are few, and say of themselves what falls into them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.indicators.classes import (
    CLASSES,
    DISTINCT,
    METHODS,
    classify,
    edges,
    ranges,
    skewed,
)

Figures = NDArray[np.float64]

methods = st.sampled_from(METHODS)
figures = st.lists(
    st.one_of(
        st.just(float("nan")),
        st.floats(-1e9, 1e9, allow_nan=False),
        st.integers(0, 6).map(float),  # repeated ones
        st.floats(0, 1),  # close together
    ),
    max_size=40,
).map(lambda items: np.array(items, dtype=float))
digits = st.integers(0, 3)


@given(figures, methods, digits)
def test_limits_rise_and_are_five_classes_at_the_most(
    values: Figures, method: str, decimals: int
) -> None:
    limits = edges(values, method, decimals)
    assert len(limits) <= CLASSES + 1
    assert limits == sorted(limits)
    assert len(set(limits)) == len(limits) or len(limits) == 2
    assert all(type(limit) is float for limit in limits)
    assert len(limits) != 1


@given(figures, methods, digits)
def test_limits_are_printed_without_loss(values: Figures, method: str, decimals: int) -> None:
    for limit in edges(values, method, decimals):
        assert float(f"{limit:.{decimals}f}") == limit


@given(figures, methods, digits)
def test_every_figure_falls_into_the_class_whose_limits_hold_it(
    values: Figures, method: str, decimals: int
) -> None:
    classes, shown = ranges(values, method, decimals), values.round(decimals)
    for value, place in zip(shown, classify(shown, classes), strict=True):
        if np.isnan(value):
            assert place == -1
            continue
        low, high = classes[place]
        slack = 1e-6 * max(1, abs(value)) * 10.0**-decimals
        assert low - slack <= value <= high + slack
    for (_, high), (low, _) in pairwise(classes):
        assert high < low, "no figure stands in two classes"


@given(figures, methods, digits)
def test_few_different_figures_are_a_class_each(
    values: Figures, method: str, decimals: int
) -> None:
    classes = ranges(values, method, decimals)
    distinct = np.unique(values[~np.isnan(values)].round(decimals)).tolist()
    if len(distinct) <= DISTINCT:
        assert classes == [(figure, figure) for figure in distinct]
    else:
        assert len(classes) <= CLASSES


@pytest.mark.parametrize("method", METHODS)
def test_six_steps_of_openness_are_six_classes_however_uneven(method: str) -> None:
    values = np.repeat([0.0, 20, 40, 60, 80, 100], [1, 2, 3, 10, 30, 14])
    classes = ranges(values, method, 0)
    assert [low for low, _ in classes] == [0, 20, 40, 60, 80, 100]
    assert np.bincount(classify(values, classes)).tolist() == [1, 2, 3, 10, 30, 14]


def test_a_few_far_apart_make_a_distribution_skewed() -> None:
    even = np.arange(60.0)
    apart = np.where(even > 56, even * 50, even)
    assert not skewed(even)
    assert skewed(apart)
    assert skewed(np.vstack([even, apart, np.full(60, np.nan)])), "the newest year with figures"
    assert not skewed(np.full(60, 7.0))
    assert not skewed(np.full((2, 60), np.nan))


@given(figures, methods, digits)
def test_no_figures_no_classes(values: Figures, method: str, decimals: int) -> None:
    nothing = np.full(values.shape, np.nan)
    assert edges(nothing, method, decimals) == ranges(nothing, method, decimals) == []
    assert (classify(nothing, []) == -1).all()
    assert (classify(values, []) == -1).all()


@given(st.floats(-1e6, 1e6), st.integers(1, 20), methods, digits)
def test_one_figure_however_often_is_one_class(
    value: float, times: int, method: str, decimals: int
) -> None:
    values = np.full(times, value)
    assert len(ranges(values, method, decimals)) == 1
    assert (classify(values, ranges(values, method, decimals)) == 0).all()


@given(figures, methods, digits)
def test_the_order_of_the_municipalities_does_not_matter(
    values: Figures, method: str, decimals: int
) -> None:
    classes = ranges(values, method, decimals)
    assert ranges(values[::-1], method, decimals) == classes
    table = np.vstack([values, values])
    assert ranges(table, method, decimals) == classes
    assert classify(table, classes).shape == table.shape


def test_quantiles_put_as_many_municipalities_into_each_class_in_the_newest_year() -> None:
    newest = np.random.default_rng(1).lognormal(3, 1, 60)
    without = np.full(60, np.nan)
    years = np.vstack([newest / 9, newest * 9, newest, without])
    classes = ranges(years, "quantile", 2)
    assert np.bincount(classify(newest.round(2), classes)).tolist() == [12] * 5
    assert classes[0][0] <= years[0].min(), "figures of other years have a class too"
    assert classes[-1][1] >= years[1].max()


def test_equal_steps_are_equally_wide() -> None:
    assert edges(np.array([0.0, 3, 50, 100]), "equal", 0) == [0, 25, 50, 75, 100]
    assert edges(np.arange(101.0), "equal", 0) == [0, 20, 40, 60, 80, 100]


def test_natural_breaks_part_groups_where_the_gaps_are() -> None:
    groups = [(1, 2, 3), (20, 21), (50, 51, 52), (80, 81), (99, 100)]
    values = np.array([value for group in groups for value in group], dtype=float)
    found = classify(values, ranges(values, "natural", 0))
    # A break is the highest figure of the lower group, which then belongs to the class above.
    assert found[0] == 0
    assert found[-1] == 4
    assert sorted(set(found.tolist())) == [0, 1, 2, 3, 4]


def test_an_unknown_method_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'pretty': expected one of quantile, natural, equal"):
        edges(np.array([1.0]), "pretty", 0)
