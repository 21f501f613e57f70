"""Places, medians and what it takes: what must hold, whatever figures there are."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.peers.standing import (
    FEWEST,
    Place,
    change_since,
    middle_of,
    place_among,
    rank_span,
    shortfall,
    whole,
)

few = settings(max_examples=60)
NAN = math.nan
figure = st.just(NAN) | st.integers(0, 6).map(float)
"""So few different ones that ties are the rule."""

lists = st.lists(figure, min_size=1, max_size=14).map(np.array)


def others(figures: np.ndarray) -> range:
    """All but the first, which is the own one."""
    return range(1, len(figures))


@few
@given(lists)
def test_places_are_those_of_pandas(figures: np.ndarray) -> None:
    series = pd.Series(figures)
    ranks, known = series.rank(ascending=False, method="min"), series.dropna()
    for own in range(len(figures)):
        rest = [at for at in range(len(figures)) if at != own]
        found = place_among(figures, own, rest)
        if np.isnan(figures[own]) or len(known) < FEWEST:
            assert found is None, "no place without a figure, nor among fewer than five"
            continue
        assert found == Place(int(ranks[own]), len(known), int((known < figures[own]).sum()))
        assert found.rank + found.smaller <= found.count
        assert found.percentile == pytest.approx(
            100 * (known < figures[own]).sum() / (len(known) - 1)
        )


@few
@given(lists)
def test_equal_figures_share_a_place_and_the_next_is_after_all_of_them(figures: np.ndarray) -> None:
    everybody = range(len(figures))
    found = [place_among(figures, own, [at for at in everybody if at != own]) for own in everybody]
    ranks = {each.rank: own for own, each in enumerate(found) if each}
    shared = Counter(each.rank for each in found if each)
    assert all(figures[ranks[each.rank]] == figures[own] for own, each in enumerate(found) if each)
    assert list(ranks) == [] or min(ranks) == 1
    after = 1
    for rank in sorted(shared):
        assert rank == after
        after += shared[rank]


def test_a_place_needs_five_figures_and_a_median_three() -> None:
    five, four = np.array([3.0, 1, 2, 3, 5]), np.array([3.0, 1, 2, 3, NAN])
    assert place_among(five, 0, range(1, 5)) == Place(2, 5, 2)
    assert place_among(four, 0, range(1, 5)) is None
    assert place_among(five, 0, ()) is None
    assert middle_of(four, range(1, 5)) is not None
    assert middle_of(four, (1, 2, 4)) is None
    assert middle_of(four, ()) is None


@few
@given(lists)
def test_medians_and_quartiles_are_those_of_pandas(figures: np.ndarray) -> None:
    found, rest = middle_of(figures, others(figures)), pd.Series(figures[1:]).dropna()
    if len(rest) < 3:
        assert found is None
        return
    assert found is not None
    low, median, high = rest.quantile([0.25, 0.5, 0.75])
    assert (found.low, found.median, found.high) == pytest.approx((low, median, high))


def spans(figures: np.ndarray, own: int, peers: list[int], groups: list[list[int]]) -> set[int]:
    """Every rank that there is when one peer is left out, or another group is taken, one by one."""
    here = place_among(figures, own, peers)
    assert here is not None
    found = [here, *(place_among(figures, own, [at for at in peers if at != out]) for out in peers)]
    found += [place_among(figures, own, group) for group in groups]
    # As large a share of larger ones as there, of as many as are here; of halves the later.
    return {
        math.floor((each.rank - 1) / (each.count - 1) * (here.count - 1) + 0.5 + 1e-9) + 1
        for each in found
        if each
    }


@few
@given(st.lists(figure, min_size=6, max_size=14).map(np.array), st.data())
def test_a_span_is_that_of_every_peer_left_out_and_every_other_group(
    figures: np.ndarray, data: st.DataObject
) -> None:
    numbers = list(range(1, len(figures)))
    members = st.lists(st.sampled_from(numbers), unique=True)
    peers, groups = data.draw(members), data.draw(st.lists(members, max_size=3))
    here, span = place_among(figures, 0, peers), rank_span(figures, 0, peers, groups)
    if here is None:
        assert span is None
        return
    every = spans(figures, 0, peers, groups)
    assert span == (min(every), max(every))
    assert 1 <= span[0] <= here.rank <= span[1] <= here.count
    alone = rank_span(figures, 0, peers)
    assert alone is not None
    assert span[0] <= alone[0]
    assert alone[1] <= span[1]


@few
@given(st.lists(figure, min_size=6, max_size=14).map(np.array), st.data())
def test_places_and_spans_hold_when_municipalities_are_named_in_another_order(
    figures: np.ndarray, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(figures))))
    at = {old: new for new, old in enumerate(order)}
    peers = data.draw(st.lists(st.integers(1, len(figures) - 1), unique=True))
    group = data.draw(st.permutations(range(1, len(figures))))
    moved, there = figures[list(order)], [at[peer] for peer in peers]
    assert place_among(moved, at[0], there) == place_among(figures, 0, peers[::-1])
    assert middle_of(moved, there) == middle_of(figures, peers)
    span = rank_span(figures, 0, peers, [group])
    assert rank_span(moved, at[0], there, [sorted(at[each] for each in group)]) == span


@few
@given(st.lists(figure, min_size=6, max_size=14).map(np.array))
def test_what_is_equal_has_an_equal_place_and_span(figures: np.ndarray) -> None:
    figures[1] = figures[0]
    rest = list(range(2, len(figures)))
    first, second = ([1, *rest], [0, *rest])
    assert place_among(figures, 0, first) == place_among(figures, 1, second)
    assert rank_span(figures, 0, first) == rank_span(figures, 1, second)


def test_spans_that_can_be_seen_by_eye() -> None:
    figures = np.array([5.0, 9, 8, 7, 3, 2, 1, NAN, 0])
    peers = range(1, 7)
    assert place_among(figures, 0, peers) == Place(4, 7, 3)
    # Without a larger one: 2 of 5 larger are 2.4 of 6; without a smaller one 3 of 5 are 3.6.
    assert rank_span(figures, 0, peers) == (3, 5)
    # Among others nobody is larger: the first place of as many.
    assert rank_span(figures, 0, peers, [(4, 5, 6, 8)]) == (1, 5)
    assert rank_span(figures, 0, peers, [(1, 2, 3)]) == (3, 5), "too few for a place do not count"
    assert rank_span(figures, 0, (1, 2, 4, 5)) == (3, 3), "of five none can be left out"
    assert rank_span(figures, 0, (1, 2, 4, 7)) is None
    assert rank_span(np.full(8, 4.0), 0, peers, [(1, 2, 3, 4)]) == (1, 1)


VALUES = np.array([10.0, 12, 15, NAN, 30, 31])
COUNTED = ~np.isnan(VALUES)
NEVER = np.zeros(6, dtype=bool)


def broken(*rows: int) -> np.ndarray:
    found = NEVER.copy()
    found[list(rows)] = True
    return found


@pytest.mark.parametrize(
    ("row", "years", "breaks", "change"),
    [
        (1, 1, NEVER, 2),
        (5, 5, NEVER, 21),
        (5, 3, NEVER, 16),
        (4, 1, NEVER, None),  # of the year before nothing is known
        (3, 1, NEVER, None),
        (0, 1, NEVER, None),  # there is no year before
        (4, 5, NEVER, None),
        (5, 1, broken(5), None),
        (5, 5, broken(3), None),  # a break anywhere between
        (5, 5, broken(0), 21),  # a series that begins with a break is whole after it
        (5, 1, broken(4), 1),
    ],
)
def test_a_change_is_between_two_figures_of_one_series(
    row: int, years: int, breaks: np.ndarray, change: float | None
) -> None:
    assert change_since(VALUES, COUNTED, breaks, row, years) == change


def test_a_change_on_a_figure_that_does_not_count_is_not_known() -> None:
    counted = COUNTED.copy()
    counted[1] = False
    assert change_since(VALUES, counted, NEVER, 2, 1) is None
    assert change_since(VALUES, counted, NEVER, 1, 1) is None
    assert change_since(VALUES, counted, NEVER, 2, 2) == 5


@few
@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500))
def test_what_lacks_reaches_the_goal_and_no_less_would(have: int, goal: int, of: int) -> None:
    lacking = shortfall(have / of, goal / of, of)
    more = whole(lacking)
    assert lacking == pytest.approx(max(0, goal - have))
    assert more == max(0, goal - have), "what is nearly whole by arithmetic alone is whole"


def test_nothing_lacks_where_the_goal_is_reached_or_one_of_both_is_unknown() -> None:
    assert shortfall(3, 3, 10) == shortfall(4, 3, 10) == shortfall(3, None, 10) == 0
    assert shortfall(NAN, 3, 10) == 0
    assert (whole(0), whole(0.1), whole(1), whole(1 + 1e-12), whole(1.01)) == (0, 1, 1, 1, 2)
