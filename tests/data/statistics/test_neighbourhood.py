"""Neighbours as weights: of those named alone, in their order."""

from __future__ import annotations

import numpy as np
import pytest

from data.statistics.neighbourhood import neighbour_weights
from geo.boundaries import neighbours
from geo.places import municipalities


def test_all_who_border_each_other_weigh_the_same_in_the_order_asked_for() -> None:
    codes = [place.code for place in municipalities()][::-1]
    weights = neighbour_weights(codes)
    assert weights.sum(axis=1) == pytest.approx(np.ones(len(codes)))
    for row, code in zip(weights, codes, strict=True):
        assert {codes[at] for at in np.flatnonzero(row)} == neighbours()[code]
        assert np.unique(row[row > 0]).size == 1


def test_neighbours_that_are_not_named_do_not_weigh() -> None:
    # Kaunas City lies within its district; Neringa borders neither.
    assert neighbour_weights(["19", "23", "52"]).tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    assert neighbour_weights([]).shape == (0, 0)


@pytest.mark.parametrize(("codes", "said"), [(["19", "99"], "'99'"), (["19", "52", "19"], "'19'")])
def test_what_is_no_municipality_or_stands_twice_is_named(codes: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        neighbour_weights(codes)
