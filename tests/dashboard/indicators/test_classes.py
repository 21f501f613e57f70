"""Classes cover every figure once, in five steps at the most, by limits that can be printed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.indicators.classes import CLASSES, METHODS, classify, edges

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
    limits = edges(values, method, decimals)
    found = classify(values, limits)
    for value, place in zip(values, found, strict=True):
        if np.isnan(value):
            assert place == -1
            continue
        slack = 1e-6 * max(1, abs(value)) * 10.0**-decimals
        assert limits[place] - slack <= value <= limits[place + 1] + slack
        if place < len(limits) - 2:
            assert value < limits[place + 1], "an upper limit belongs to the next class"


@given(figures, methods, digits)
def test_no_figures_no_classes(values: Figures, method: str, decimals: int) -> None:
    nothing = np.full(values.shape, np.nan)
    assert edges(nothing, method, decimals) == []
    assert (classify(nothing, []) == -1).all()
    assert (classify(values, []) == -1).all()


@given(st.floats(-1e6, 1e6), st.integers(1, 20), methods, digits)
def test_one_figure_however_often_is_one_class(
    value: float, times: int, method: str, decimals: int
) -> None:
    values = np.full(times, value)
    assert len(edges(values, method, decimals)) == 2
    assert (classify(values, edges(values, method, decimals)) == 0).all()


@given(figures, methods, digits)
def test_the_order_of_the_municipalities_does_not_matter(
    values: Figures, method: str, decimals: int
) -> None:
    limits = edges(values, method, decimals)
    assert edges(values[::-1], method, decimals) == limits
    table = np.vstack([values, values])
    assert edges(table, method, decimals) == limits
    assert classify(table, limits).shape == table.shape


def test_quantiles_put_as_many_municipalities_into_each_class_in_the_newest_year() -> None:
    newest = np.random.default_rng(1).lognormal(3, 1, 60)
    without = np.full(60, np.nan)
    years = np.vstack([newest / 9, newest * 9, newest, without])
    limits = edges(years, "quantile", 2)
    assert np.bincount(classify(newest, limits)).tolist() == [12] * 5
    assert limits[0] <= years[0].min(), "figures of other years have a class too"
    assert limits[-1] >= years[1].max()


def test_equal_steps_are_equally_wide() -> None:
    assert edges(np.array([0.0, 3, 50, 100]), "equal", 0) == [0, 25, 50, 75, 100]
    assert edges(np.arange(101.0), "equal", 0) == [0, 20, 40, 60, 80, 100]


def test_natural_breaks_part_groups_where_the_gaps_are() -> None:
    groups = [(1, 2, 3), (20, 21), (50, 51, 52), (80, 81), (99, 100)]
    values = np.array([value for group in groups for value in group], dtype=float)
    found = classify(values, edges(values, "natural", 0))
    # A break is the highest figure of the lower group, which then belongs to the class above.
    assert found[0] == 0
    assert found[-1] == 4
    assert sorted(set(found.tolist())) == [0, 1, 2, 3, 4]


def test_an_unknown_method_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'pretty': expected one of quantile, natural, equal"):
        edges(np.array([1.0]), "pretty", 0)
