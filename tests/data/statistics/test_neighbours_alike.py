"""Moran's I, of all places and of each, is that of esda; so are its tests, but for what is tied."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest
from esda.crand import vec_permutations
from esda.moran import Moran, Moran_Local
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from libpysal.weights import W, lat2W
from scipy import stats

from data.statistics.place import (
    GlobalMoran,
    LocalMoran,
    false_discovery,
    local_moran,
    moran,
    row_standardised,
)
from tests.data.statistics.given_figures import broken, country, figure, money, rows, tied, varied

pytestmark = [
    # What esda does at the time, and tells that it will not always do.
    pytest.mark.filterwarnings("ignore:The alternative hypothesis for cond:DeprecationWarning"),
    # Its z-scores of places without neighbours.
    pytest.mark.filterwarnings("ignore:invalid value encountered in divide:RuntimeWarning"),
]
COUNTRY = row_standardised(country())


def theirs(neighbours: list[list[int]]) -> W:
    return W(dict(enumerate(map(list, neighbours))), silence_warnings=True)


@st.composite
def places(draw: st.DrawFn, of: st.SearchStrategy[float]) -> tuple[np.ndarray, list[list[int]]]:
    """Figures, and neighbours on both sides, some places with none."""
    figures = draw(rows(of, most=14))
    count = len(figures)
    links = draw(st.sets(st.tuples(*[st.integers(0, count - 1)] * 2), min_size=1, max_size=30))
    beside = [{a + b - at for a, b in links if at in (a, b) and a != b} for at in range(count)]
    assume(any(beside))
    return figures, [sorted(each) for each in beside]


def test_weights_are_equal_and_make_one_but_for_a_place_alone() -> None:
    weights = row_standardised([[1, 2], [0], [0], []])
    assert weights.tolist() == [[0, 0.5, 0.5, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    grid = lat2W(4, 5)
    grid.transform = "r"
    assert np.array_equal(
        row_standardised([grid.neighbors[at] for at in range(20)]), grid.full()[0]
    )
    with pytest.raises(IndexError):
        row_standardised([[1], [2]])


@settings(max_examples=30)
@given(places(figure))
def test_values_and_quadrants_are_those_of_esda(both: tuple) -> None:
    figures, neighbours = both
    assume(varied(figures))
    weights, other = row_standardised(neighbours), theirs(neighbours)
    everywhere = Moran(figures, other, permutations=0)
    found = moran(figures, weights, permutations=9)
    assert (found.value, found.expected) == pytest.approx((everywhere.I, everywhere.EI), abs=1e-9)
    assert (found.n, found.permutations) == (len(figures), 9)
    each, here = (
        Moran_Local(figures, other, permutations=0),
        local_moran(figures, weights, permutations=9),
    )
    beside = np.array([bool(row) for row in neighbours])
    assert here.value[beside] == pytest.approx(each.Is[beside], abs=1e-9)
    sure = beside & (np.abs(each.z) > 1e-9) & (np.abs(weights @ each.z) > 1e-9)
    assert np.array_equal(here.quadrant[sure], each.q[sure])
    assert np.isnan(here.value[~beside]).all(), "a place alone has no neighbourhood"
    assert np.isnan(here.p[~beside]).all()
    assert not here.quadrant[~beside].any()


def test_the_test_of_all_places_is_that_of_esda_when_dealt_alike() -> None:
    figures = money()
    np.random.seed(11)  # the one that esda deals by
    other = Moran(figures, theirs(country()), permutations=499)
    np.random.seed(11)
    orders = np.array([np.random.permutation(60) for _ in range(499)])
    found = moran(figures, COUNTRY, orders=orders)
    assert (found.value, found.z) == pytest.approx((other.I, other.z_sim), abs=1e-9)
    assert found.p == other.p_sim
    assert found.permutations == 499
    assert found.p == pytest.approx(moran(figures, COUNTRY).p, abs=0.1), "and by own chance"


@pytest.mark.parametrize("figures", [money(), np.round(money() ** 0.3)], ids=["money", "tied"])
def test_tests_of_each_place_are_those_of_esda_when_dealt_alike(figures: np.ndarray) -> None:
    """The lower end differs: there esda does not count permutations that give the same value.

    A place with one neighbour of 59 could have no p-value below 1 / 60, yet esda gives it 1 / 500.
    """
    most = max(map(len, country()))
    other = Moran_Local(figures, theirs(country()), permutations=499, seed=5)
    found = local_moran(figures, COUNTRY, orders=vec_permutations(most, 60, 499, 5))
    above = (other.sim >= other.Is - 1e-10).sum(axis=0)
    below = (other.sim <= other.Is + 1e-10).sum(axis=0)
    assert found.p == pytest.approx((np.minimum(above, below) + 1) / 500, abs=1e-15)
    upper = (above < 250) & (above == (other.sim >= other.Is).sum(axis=0))
    assert upper.any()
    assert np.array_equal(found.p[upper], other.p_sim[upper])
    assert (found.p >= other.p_sim - 1e-15).all(), "nothing looks rarer than it does to esda"


def test_own_chance_differs_from_theirs_by_no_more_than_chance() -> None:
    """Of 9,999 permutations a p-value of 0.05 has a standard error of 0.002."""
    figures = money(seed=3)
    found = local_moran(figures, COUNTRY)
    most = max(map(len, country()))
    fed = local_moran(figures, COUNTRY, orders=vec_permutations(most, 60, 4_999, 8))
    error = np.sqrt(found.p * (1 - found.p) * (1 / 9_999 + 1 / 4_999))
    assert (np.abs(found.p - fed.p) < 5 * error + 1e-3).all()


def test_the_same_figures_always_give_the_same_p_values() -> None:
    figures = money(seed=4)
    first, again = (local_moran(figures, COUNTRY, permutations=99) for _ in range(2))
    assert np.array_equal(first.p, again.p)
    assert moran(figures, COUNTRY) == moran(figures, COUNTRY)
    assert moran(figures, COUNTRY).p != moran(figures, COUNTRY, seed=1).p


@settings(max_examples=20)
@given(places(st.one_of(tied, broken, st.just(nan))))
def test_places_without_a_figure_are_as_if_they_were_not(both: tuple) -> None:
    figures, neighbours = both
    there = np.flatnonzero(np.isfinite(figures))
    left = row_standardised(
        [[list(there).index(at) for at in neighbours[place] if at in there] for place in there]
    )
    known = figures[there]
    with_all = row_standardised(neighbours)
    assert moran(figures, with_all, permutations=49) == moran(known, left, permutations=49)
    found = local_moran(figures, with_all, permutations=49)
    expected = local_moran(known, left, permutations=49)
    if expected is None:
        assert found is None
        return
    rest = np.setdiff1d(np.arange(len(figures)), there)
    assert np.array_equal(found.value[there], expected.value, equal_nan=True)
    assert np.array_equal(found.p[there], expected.p, equal_nan=True)
    assert np.array_equal(found.quadrant[there], expected.quadrant)
    assert np.isnan(found.value[rest]).all()
    assert np.isnan(found.p[rest]).all()
    assert not found.quadrant[rest].any()


def test_clusters_are_found_where_they_were_made() -> None:
    """High in one corner of a grid, low in the other."""
    grid = [lat2W(6, 6).neighbors[at] for at in range(36)]
    figures = np.add.outer(np.arange(6), np.arange(6)).ravel() ** 2.0
    everywhere, each = (
        moran(figures, row_standardised(grid)),
        local_moran(figures, row_standardised(grid)),
    )
    assert isinstance(everywhere, GlobalMoran)
    assert isinstance(each, LocalMoran)
    assert everywhere.value > 0.6
    assert everywhere.z > 5
    assert everywhere.p == 1 / 10_000
    holds = false_discovery(each.p)
    assert set(each.quadrant[holds]) == {1, 3}
    assert each.quadrant[35] == 1
    assert each.quadrant[0] == 3
    assert holds[[0, 35]].all()


def test_where_all_permutations_give_the_same_nothing_is_rare() -> None:
    """All are neighbours of all; or the figure of a place is the mean."""
    everybody = [[at for at in range(6) if at != place] for place in range(6)]
    found = moran([1, 2, 3, 4, 5, 9], row_standardised(everybody), permutations=99)
    assert found.value == pytest.approx(found.expected)
    assert found.p == 1
    assert isnan(found.z)
    each = local_moran([1, 2, 3, 4, 5, 9], row_standardised(everybody), permutations=99)
    assert (each.p == 1).all()


@pytest.mark.parametrize(
    "figures",
    [[1, 2, 3, 4], [1, 2, 3, 4, nan, nan], [nan] * 9, [7] * 9, [0.3, 0.1 + 0.2, 0.3, 0.3, 0.3]],
    ids=["four", "four known", "unknown", "constant", "constant but for rounding"],
)
def test_too_few_or_constant_figures_have_no_neighbourhood(figures: list[float]) -> None:
    ring = [[(at + 1) % len(figures), at - 1] for at in range(len(figures))]
    assert moran(figures, row_standardised(ring)) is None
    assert local_moran(figures, row_standardised(ring)) is None


def test_nobody_beside_anybody_is_no_neighbourhood_and_weights_are_of_all_places() -> None:
    assert moran(range(9), np.zeros((9, 9))) is None
    assert local_moran(range(9), np.zeros((9, 9))) is None
    with pytest.raises(ValueError, match=r"weights \(60, 60\) are not those of 9 places"):
        moran(range(9), COUNTRY)


@settings(max_examples=60)
@given(st.lists(st.one_of(st.just(nan), st.integers(1, 400).map(lambda at: at / 1000))))
def test_of_many_tests_those_hold_that_scipy_adjusts_below_the_share(given_p: list) -> None:
    p = np.array(given_p, dtype=float)
    there = np.isfinite(p)
    holds = false_discovery(p, 0.1)
    assert holds.shape == p.shape
    assert not holds[~there].any()
    if there.any():
        assert np.array_equal(holds[there], stats.false_discovery_control(p[there]) <= 0.1)


def test_one_of_sixty_must_be_rarer_than_one_of_one() -> None:
    p = np.full(60, 0.5)
    p[3] = 0.01
    assert not false_discovery(p).any()
    assert false_discovery(p[3:4]).all()
    p[3] = 0.0008
    assert np.flatnonzero(false_discovery(p)).tolist() == [3]
