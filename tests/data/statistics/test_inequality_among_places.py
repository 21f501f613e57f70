"""Measures of inequality are those of the library of that name."""

from __future__ import annotations

from math import inf, isnan, log, nan

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.theil import Theil, TheilD
from scipy import stats

from data.statistics.inequality import (
    TheilParts,
    gini,
    percentile_ratio,
    theil,
    theil_parts,
    variation,
)
from tests.data.statistics.given_figures import money, not_negative, rows

MEASURES = (gini, theil, percentile_ratio, variation)
NEAR = {"rel": 0, "abs": 1e-9}


@settings(max_examples=40)
@given(rows(not_negative | st.just(nan)))
def test_all_are_those_of_other_programs(figures: np.ndarray) -> None:
    known = figures[np.isfinite(figures)]
    assume(len(known) >= 5 and known.sum() > 0)
    assert gini(figures) == pytest.approx(Gini(known).g, **NEAR)
    assert theil(figures) == pytest.approx(Theil(known).T, **NEAR)
    assert variation(figures) == pytest.approx(stats.variation(known), **NEAR)
    low, high = np.percentile(known, [10, 90])
    ratio = percentile_ratio(figures)
    assert isnan(ratio) if low == 0 else ratio == pytest.approx(high / low, rel=1e-9)


@settings(max_examples=40)
@given(st.lists(st.tuples(not_negative | st.just(nan), st.sampled_from("abc")), min_size=5))
def test_what_is_between_and_within_groups_is_theirs(given_places: list) -> None:
    figures, groups = (np.array(each) for each in zip(*given_places, strict=True))
    there = np.isfinite(figures)
    assume(there.sum() >= 5 and figures[there].sum() > 0)
    found, theirs = theil_parts(figures, groups.tolist()), TheilD(figures[there], groups[there])
    assert found.total == pytest.approx(theirs.T, **NEAR)
    assert found.between == pytest.approx(float(np.squeeze(theirs.bg)), **NEAR)
    assert found.within == pytest.approx(float(np.squeeze(theirs.wg)), **NEAR)
    assert found.between + found.within == pytest.approx(found.total, **NEAR)


def test_nothing_is_between_groups_that_are_alike_nor_within_such_as_are_equal() -> None:
    alike = theil_parts([1, 3, 1, 3, 1, 3], [1, 1, 2, 2, 3, 3])
    assert (alike.between, alike.within) == pytest.approx((0, alike.total), abs=1e-12)
    equal = theil_parts([1, 1, 1, 7, 7, 7], list("aaabbb"))
    assert (equal.between, equal.within) == pytest.approx((equal.total, 0), abs=1e-12)


def test_measures_go_from_equal_to_one_that_has_everything() -> None:
    equal, one = [0.1] * 10, [0] * 9 + [5]
    assert [measure(equal) for measure in MEASURES] == pytest.approx([0, 0, 1, 0], abs=1e-12)
    assert gini(equal) >= 0
    assert theil(equal) >= 0
    assert [gini(one), theil(one), variation(one)] == pytest.approx([0.9, log(10), 3])


def test_the_unit_does_not_matter() -> None:
    for measure in MEASURES[:2] + MEASURES[3:]:
        assert measure(money() * 1000) == pytest.approx(measure(money()))


@pytest.mark.parametrize(
    "figures",
    [[], [1, 2, 3, 4], [1, 2, 3, 4, nan, inf], [nan] * 9, [0] * 9, [1, 2, 3, 4, -5]],
    ids=["none", "four", "four known", "unknown", "noughts", "negative"],
)
def test_what_cannot_be_measured_is_not_a_number(figures: list[float]) -> None:
    assert all(isnan(measure(figures)) for measure in MEASURES)
    parts = theil_parts(figures, ["a"] * len(figures))
    assert isinstance(parts, TheilParts)
    assert isnan(parts.total)
    assert isnan(parts.between)
    assert isnan(parts.within)


def test_each_figure_has_a_group() -> None:
    with pytest.raises(ValueError, match="5 figures cannot lie in 4 groups"):
        theil_parts([1, 2, 3, 4, 5], [1, 1, 2, 2])
