"""Changes, indices, shares, z-scores and places: by hand, and as pandas and scipy have them."""

from __future__ import annotations

from math import nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from scipy import stats

from data.statistics import measures
from tests.data.statistics.given_figures import grids, perhaps

NEAR = {"rel": 1e-9, "abs": 1e-9, "nan_ok": True}
YEARS = (2021, 2022, 2024)
FIGURES = np.array(
    [
        [100.0, 0.0, nan, -50.0, 10.0],
        [150.0, 5.0, 3.0, -25.0, nan],
        [133.1, 0.0, 4.0, 25.0, 0.0],
    ]
)


def test_changes_count_from_the_base_and_the_base_itself_has_none() -> None:
    assert measures.change(FIGURES, 0) == pytest.approx(
        np.array([[nan] * 5, [50, 5, nan, 25, nan], [33.1, 0, nan, 75, -10]]), nan_ok=True
    )
    assert measures.growth(FIGURES, 0) == pytest.approx(
        np.array([[nan] * 5, [50, nan, nan, 50, nan], [33.1, nan, nan, 150, -100]]), nan_ok=True
    ), "nothing grows from nought; what rises from below nought rises"
    assert measures.yearly(FIGURES, YEARS, 0) == pytest.approx(
        np.array(
            [
                [nan] * 5,
                [50, nan, nan, nan, nan],
                [100 * (1.331 ** (1 / 3) - 1), nan, nan, nan, -100],
            ]
        ),
        nan_ok=True,
    )


def test_a_later_base_leaves_what_was_before_it_out_but_for_the_index() -> None:
    for measured in (
        measures.change(FIGURES, 1),
        measures.growth(FIGURES, 1),
        measures.yearly(FIGURES, YEARS, 1),
    ):
        assert np.isnan(measured[:2]).all()
    assert measures.yearly(FIGURES, YEARS, 1)[2, 2] == pytest.approx(100 * ((4 / 3) ** 0.5 - 1))
    assert measures.index(FIGURES, 1)[:, 0] == pytest.approx([100 / 1.5, 100, 133.1 / 1.5])
    assert measures.index(FIGURES, 1)[1, [0, 1, 2, 3]].tolist() == [100] * 4
    assert np.isnan(measures.change(FIGURES, -1)).all(), "nothing is after the last"


def test_of_a_base_of_nought_or_unknown_there_is_no_index() -> None:
    indexed = measures.index(FIGURES, 0)
    assert np.isnan(indexed[:, [1, 2]]).all()
    assert indexed[:, 3] == pytest.approx([100, 50, -50])


@settings(max_examples=20)
@given(grids(perhaps))
def test_growth_is_what_pandas_calls_a_change_of_per_cent(
    given_figures: tuple[np.ndarray, np.ndarray],
) -> None:
    values = np.abs(given_figures[0])
    steps = pd.DataFrame(values).pct_change(len(values) - 1, fill_method=None) * 100
    theirs = steps.iloc[-1].replace([np.inf, -np.inf], nan)
    if len(values) > 1:
        assert measures.growth(values, 0)[-1] == pytest.approx(theirs.to_numpy(), **NEAR)


def test_shares_are_of_what_is_counted_and_told_of_all() -> None:
    counted = np.array([[True, True, True, False, False], [False] * 5, [False, True] + [False] * 3])
    assert measures.share(FIGURES, counted) == pytest.approx(
        np.array([[100, 0, nan, -50, 10], [nan] * 5, [nan] * 5]), nan_ok=True
    )


@settings(max_examples=40)
@given(grids(perhaps))
def test_shares_of_the_counted_make_a_whole(given_figures: tuple[np.ndarray, np.ndarray]) -> None:
    values, counted = np.abs(given_figures[0]), given_figures[1]
    shares = np.where(counted, measures.share(values, counted), nan)
    for year, row in enumerate(shares):
        total = np.nansum(values[year][counted[year]])
        assert np.nansum(row) == pytest.approx(100 if total else 0)


@settings(max_examples=40)
@given(grids(perhaps))
def test_z_scores_of_the_taken_are_those_of_scipy(
    given_figures: tuple[np.ndarray, np.ndarray],
) -> None:
    values, taken = given_figures
    scores = measures.z_scores(values, taken)
    assert scores.shape == values.shape
    for row, figures, mask in zip(scores, values, taken, strict=True):
        inside = mask & np.isfinite(figures)
        if not inside.any() or np.ptp(figures[inside]) == 0:
            assert np.isnan(row).all()
            continue
        assert row[inside] == pytest.approx(stats.zscore(figures[inside]), **NEAR)
        theirs = stats.zmap(figures, figures[inside])
        assert row == pytest.approx(theirs, **NEAR), "those left out are measured by the taken"


@settings(max_examples=40)
@given(grids(perhaps))
def test_places_are_those_of_pandas(given_figures: tuple[np.ndarray, np.ndarray]) -> None:
    values, taken = given_figures
    theirs = pd.DataFrame(np.where(taken, values, nan)).rank(axis=1, ascending=False, method="min")
    assert measures.ranks(values, taken) == pytest.approx(theirs.to_numpy(), nan_ok=True)


def test_nothing_known_measures_nothing() -> None:
    unknown, taken = np.full((3, 4), nan), np.ones((3, 4), bool)
    for measured in (
        measures.change(unknown, 0),
        measures.growth(unknown, 0),
        measures.yearly(unknown, YEARS, 0),
        measures.index(unknown, 0),
        measures.share(unknown, taken),
        measures.z_scores(unknown, taken),
        measures.ranks(unknown, taken),
    ):
        assert measured.shape == (3, 4)
        assert np.isnan(measured).all()
