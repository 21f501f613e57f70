"""Who is like whom: what must hold of distances, whatever municipalities there are."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.peers.features import (
    FEATURES,
    HEAVIEST,
    IQR_TO_SIGMA,
    MAD_TO_SIGMA,
    WEIGHTS,
    apart,
    distances,
    most_apart,
    nearest,
    spread_of,
)

few = settings(max_examples=40)
NUMBERS = ("residents", "density", "older", "budget")
TIMES = ("residents", "density")
weightings = st.fixed_dictionaries({name: st.integers(0, HEAVIEST) for name in FEATURES}).filter(
    lambda weights: any(weights.values())
)


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """Some municipalities, of which ages or budgets may be unknown, and features may be equal."""
    number = st.integers(1, 40).map(float)
    unsure = st.none() | number
    row = st.tuples(number, number, unsure, unsure, *[st.sampled_from("ab")] * 2, st.booleans())
    rows = draw(st.lists(row, min_size=2, max_size=9))
    frame = pd.DataFrame(rows, columns=list(FEATURES))
    return frame.astype(dict.fromkeys(NUMBERS, float))


def far(frame: pd.DataFrame, own: int, weights: dict[str, int]) -> np.ndarray:
    return distances(apart(frame, own), weights)


def same(found: np.ndarray, expected: np.ndarray) -> bool:
    return np.allclose(found, expected, equal_nan=True)


@few
@given(frames(), weightings)
def test_a_distance_is_the_same_both_ways_and_none_to_oneself(
    frame: pd.DataFrame, weights: dict[str, int]
) -> None:
    table = np.array([far(frame, own, weights) for own in range(len(frame))])
    assert same(table, table.T)
    assert set(table.diagonal()[~np.isnan(table.diagonal())]) <= {0.0}
    assert (table[~np.isnan(table)] >= 0).all()
    for own, other in ((0, 1), (1, 0)):
        for name, difference in apart(frame, own).items():
            back = apart(frame, other)[name][own]
            assert same(abs(difference[other]), abs(back)), name


@few
@given(frames(), weightings)
def test_a_distance_is_the_root_of_the_weighted_mean_of_squares(
    frame: pd.DataFrame, weights: dict[str, int]
) -> None:
    found, differences = far(frame, 0, weights), apart(frame, 0)
    for at, distance in enumerate(found):
        known = {n: d[at] for n, d in differences.items() if weights[n] and d[at] == d[at]}
        if not known:
            assert np.isnan(distance)
            continue
        total = sum(weights[name] for name in known)
        mean = math.fsum(weights[name] * each**2 for name, each in known.items()) / total
        assert distance == pytest.approx(math.sqrt(mean))


@few
@given(frames(), weightings, st.sampled_from(list(FEATURES)))
def test_a_feature_without_weight_moves_nothing(
    frame: pd.DataFrame, weights: dict[str, int], name: str
) -> None:
    weights[name] = 0
    if not any(weights.values()):
        return
    other = frame.copy()
    other[name] = range(2, len(frame) + 2)
    assert same(far(other, 0, weights), far(frame, 0, weights))
    assert most_apart(apart(other, 0), weights, 1) == most_apart(apart(frame, 0), weights, 1)


@few
@given(frames(), weightings, st.sampled_from(NUMBERS), st.integers(2, 1000))
def test_it_does_not_matter_in_what_a_feature_is_measured(
    frame: pd.DataFrame, weights: dict[str, int], name: str, scale: int
) -> None:
    other = frame.assign(**{name: frame[name] * scale})
    assert same(far(other, 0, weights), far(frame, 0, weights))
    if name not in TIMES:
        assert same(far(frame.assign(**{name: frame[name] + scale}), 0, weights),
                    far(frame, 0, weights))  # fmt: skip


@few
@given(frames(), weightings, st.data())
def test_the_order_of_municipalities_does_not_matter(
    frame: pd.DataFrame, weights: dict[str, int], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(frame))))
    moved = frame.iloc[order].reset_index(drop=True)
    assert same(far(moved, order.index(0), weights), far(frame, 0, weights)[order])


@pytest.mark.parametrize("unknown", ["older", "budget"])
def test_what_is_unknown_leaves_the_distance_to_the_rest(unknown: str) -> None:
    frame = pd.DataFrame(
        {
            "residents": [1.0, math.e, math.e**2, math.e**4],
            "density": [5.0] * 4,
            "older": [20.0, 21.0, 22.0, 30.0],
            "budget": [900.0, 1000.0, 1100.0, 2000.0],
            "group": ["city", "city", "other", "other"],
            "county": ["01", "02", "01", "02"],
            "ringed": [False, True, False, False],
        }
    )
    whole = far(frame, 0, WEIGHTS)
    rest = WEIGHTS | {unknown: 0}
    frame.loc[1, unknown] = np.nan
    found = far(frame, 0, WEIGHTS)
    assert found[1] == far(frame, 0, rest)[1] != whole[1]
    assert not np.isnan(found).any()
    frame.loc[0, unknown] = np.nan
    assert same(far(frame, 0, WEIGHTS), far(frame, 0, rest))
    assert np.isnan(far(frame, 0, dict.fromkeys(WEIGHTS, 0) | {unknown: 1})).all()


def test_people_are_compared_by_how_many_times_and_budgets_by_how_much() -> None:
    frame = pd.DataFrame(dict.fromkeys(FEATURES, [1.0] * 5))
    frame["residents"] = frame["budget"] = [1.0, 10.0, 100.0, 1000.0, 10_000.0]
    found = apart(frame, 2)
    steps = np.diff(found["residents"])
    assert same(steps, np.full(4, 1 / MAD_TO_SIGMA)), "every tenfold step is the median one"
    assert found["budget"][4] > 9 * found["budget"][3]
    assert (found["density"] == 0).all(), "of what is equal everywhere nobody differs"


def test_a_spread_is_that_of_most_and_not_of_one_that_is_far_away() -> None:
    assert spread_of(np.array([1.0, 2, 3, 4, 5])) == MAD_TO_SIGMA
    assert spread_of(np.array([1.0, 2, 3, 4, 5e9])) == MAD_TO_SIGMA
    assert spread_of(np.array([1.0, 2, np.nan, 3, 4, 5])) == MAD_TO_SIGMA
    # Half of them are equal, so that the median deviation is nought: quartiles then.
    assert spread_of(np.array([3.0, 3, 3, 3, 5, 5, 7])) == pytest.approx(2 * IQR_TO_SIGMA)
    assert spread_of(np.array([3.0, 3, 3, 3, 3, 9])) == 0
    assert spread_of(np.array([np.nan, np.nan])) == spread_of(np.array([])) == 0


@few
@given(st.lists(st.integers(-50, 50).map(float), min_size=1, max_size=12))
def test_a_spread_scales_and_does_not_shift(figures: list[float]) -> None:
    array = np.array(figures)
    assert spread_of(4 * array - 3) == pytest.approx(4 * spread_of(array))
    normal = np.random.default_rng(1).normal(5, 2, 20_001)
    assert spread_of(normal) == pytest.approx(2, rel=0.03)


@few
@given(st.lists(st.none() | st.integers(0, 5), min_size=2, max_size=12), st.integers(1, 15))
def test_the_nearest_are_nearest_and_equally_near_ones_keep_their_order(
    given_far: list[int | None], count: int
) -> None:
    found = np.array([0, *given_far], dtype=float)
    members = nearest(found, 0, count)
    rest = [at for at in range(1, len(found)) if not np.isnan(found[at]) and at not in members]
    assert 0 not in members
    assert len(members) == min(count, sum(each is not None for each in given_far))
    assert all((found[a], a) < (found[b], b) for a, b in pairwise(members))
    assert all((found[a], a) < (found[b], b) for a in members for b in rest)
    assert nearest(found, 0, count + 1)[:count] == members


def test_the_feature_that_differs_most_differs_most_as_it_weighs() -> None:
    differences = {name: np.array([0.0, 0.0]) for name in FEATURES}
    assert most_apart(differences, WEIGHTS, 1) == ""
    differences |= {"older": np.array([0, -2.0]), "residents": np.array([0, 1.5])}
    assert most_apart(differences, WEIGHTS, 1) == "residents"
    assert most_apart(differences, WEIGHTS | {"residents": 1}, 1) == "older"
    differences["older"] = np.array([0, np.nan])
    assert most_apart(differences, WEIGHTS | {"residents": 1}, 1) == "residents"
