"""Competitions as pages ask for them add up to what the tables have, however they are filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from data.asking.competitions import (
    SORTS,
    CompetitionFilter,
    competition_counts,
    competition_list,
    competition_months,
    competition_winners,
    competition_years,
    competitions_near,
    competitions_of,
    find_competition,
)
from data.asking.views import indicator_view
from geo.places import municipalities

if TYPE_CHECKING:
    from data.asking.store import Store

EVERYTHING = 10**6
FILTERS = (
    CompetitionFilter(),
    CompetitionFilter(municipality="53"),
    CompetitionFilter(county="02", year=2021),
    CompetitionFilter(area="culture", text="k01"),
    CompetitionFilter(text="D53 2020"),
    CompetitionFilter(text="nothing is called so"),
)
SUMS = ("budget", "applications", "funded", "requested", "awarded")


def listed(store: Store, asked: CompetitionFilter, *, demo: bool = True) -> pd.DataFrame:
    return competition_list(store, asked, demo=demo, most=EVERYTHING)


@pytest.fixture(scope="module")
def every(store: Store) -> pd.DataFrame:
    return listed(store, CompetitionFilter())


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_what_is_found_is_what_fits_and_sums_are_those_of_the_rows(
    store: Store, every: pd.DataFrame, asked: CompetitionFilter
) -> None:
    found = listed(store, asked)
    fits = pd.Series(data=True, index=every.index)
    for name in ("municipality", "area", "year"):
        if wanted := getattr(asked, name):
            fits &= every[name] == wanted
    if asked.text:
        said = every["competition"].str.lower().str.replace("-", " ")
        fits &= said.str.contains(asked.text.lower())
    if asked.county:
        members = {place.code for place in municipalities() if place.county == asked.county}
        fits &= every["municipality"].isin(members)
    assert {*found["key"]} == {*every["key"][fits]}
    years = competition_years(store, asked)
    assert years.empty == found.empty
    for _, row in years.iterrows():
        of_year = found if pd.isna(row["year"]) else found[found["year"] == row["year"]]
        assert row["competitions"] == len(of_year)
        for name in SUMS:
            assert np.isclose(row[name], of_year[name].sum(), atol=0.005), name
    months = competition_months(store, asked, demo=True)
    assert months["competitions"].sum() == found["announced"].notna().sum()
    assert not set(months["municipality"]) - set(found["municipality"])


def test_there_are_as_many_as_the_map_counts(store: Store, every: pd.DataFrame) -> None:
    of_map = indicator_view(store, "competitions").set_index(["municipality", "year"])["value"]
    counted = every.groupby(["municipality", "year"]).size()
    known = of_map[of_map > 0]
    pd.testing.assert_series_equal(
        known.sort_index().astype(int), counted.sort_index(), check_names=False
    )


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("name", SORTS)
def test_pages_of_a_sorted_list_are_the_list(store: Store, name: str, sign: str) -> None:
    asked = CompetitionFilter(year=2023)
    whole = competition_list(store, asked, demo=True, sort=sign + name, most=EVERYTHING)
    pages = [
        competition_list(store, asked, demo=True, sort=sign + name, most=90, after=after)
        for after in range(0, len(whole), 90)
    ]
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), whole)
    if name not in ("name", "municipality", "area"):
        values = whole[name].dropna()
        assert values.is_monotonic_decreasing if sign else values.is_monotonic_increasing


def test_winners_sum_to_what_was_awarded(store: Store, every: pd.DataFrame) -> None:
    for key, awarded, funded in every[["key", "awarded", "funded"]].iloc[::60].values.tolist():
        winners = competition_winners(store, key)
        if funded:
            assert winners["awarded"].sum() == pytest.approx(awarded, abs=0.005), key
            assert len(winners) <= funded
        assert winners["awarded"].is_monotonic_decreasing
        assert winners["name"].notna().all()


def test_a_key_finds_its_competition_and_those_of_its_municipality(
    store: Store, every: pd.DataFrame
) -> None:
    for row in every.iloc[::200].to_dict("records"):
        found = find_competition(store, row["key"])
        assert found is not None
        for name in ("competition", "municipality", "year", "awarded", "applications"):
            assert found[name] == row[name]
        assert found["from_file"] is None
        assert row["key"] in {*competitions_of(store, row["municipality"], demo=True)["key"]}


@pytest.mark.parametrize(
    ("key", "years"),
    [("53-2020-d53-2020-k09", {2020}), ("53-1990-x", {*range(2015, 2026)}), ("99-2020-x", set())],
)
def test_near_ones_are_of_the_municipality_and_if_there_are_any_of_the_year(
    store: Store, key: str, years: set[int]
) -> None:
    assert find_competition(store, key) is None
    near = competitions_near(store, key)
    assert {*near["year"]} <= years
    assert near.empty == (not years)
    assert all(each.startswith(key[:2]) for each in near["key"])


def test_counts_say_what_is_found_without_each_filter(store: Store) -> None:
    asked = CompetitionFilter(municipality="53", area="sport", text="k99", year=2020)
    counts = competition_counts(store, asked)
    for name in asked.chosen:
        expected = len(listed(store, asked.without(name)))
        assert (int(counts.loc[name, "demo"]) if name in counts.index else 0) == expected
    assert "" not in counts.index
    assert counts.loc["text", "demo"] == 1


@pytest.mark.parametrize(
    "text", ["😀", "x" * 5000, "' OR 1=1 --", '"; DROP TABLE code; --', "%", "\x00", "\ufffd"]
)
def test_a_text_that_nothing_is_called_finds_nothing(store: Store, text: str) -> None:
    assert listed(store, CompetitionFilter(text=text)).empty


def test_real_ones_are_never_counted_with_invented_ones(
    mixed_stores: tuple[Store, Store],
) -> None:
    among, alone = mixed_stores
    both = competition_years(among, CompetitionFilter())
    real = both[~both["demo"]].reset_index(drop=True)
    pd.testing.assert_frame_equal(real, competition_years(alone, CompetitionFilter()))
    assert {*real["sources"]} == {"forms"}
    assert {*both[both["demo"]]["sources"]} == {"demo"}
    for demo in (False, True):
        rows = listed(among, CompetitionFilter(), demo=demo)
        assert (rows["demo"] == demo).all()
        whole = both[(both["demo"] == demo) & both["year"].isna()]
        assert len(rows) == whole["competitions"].sum()
