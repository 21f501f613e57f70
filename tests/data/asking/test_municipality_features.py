"""What municipalities are compared by, reckoned anew from the sources' own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from data.asking.views import indicator_view, municipality_features
from data.building.describe import DEFAULT_FOLDER
from data.catalog import YEARS
from data.errors import UnknownFigures
from geo.places import municipalities
from tests.mixed import REAL

if TYPE_CHECKING:
    from data.asking.store import Store

TEXT = {"municipality": str}


def published(name: str) -> pd.DataFrame:
    """The rows of every source that fills a table."""
    files = DEFAULT_FOLDER.glob(f"*/{name}.csv")
    return pd.concat(pd.read_csv(path, dtype=TEXT) for path in files)


@pytest.mark.parametrize("year", YEARS)
def test_residents_density_and_place_are_those_of_the_sources(store: Store, year: int) -> None:
    frame = municipality_features(store, year)
    places = list(municipalities())
    assert list(frame["municipality"]) == [place.code for place in places]
    for name in ("group", "county"):
        assert list(frame[name]) == [getattr(place, name) for place in places]
    assert np.allclose(frame["area_km2"], [float(place.area_km2) for place in places])
    people = published("population").pivot(
        index="year", columns="municipality", values="residents"
    )[frame["municipality"]]
    between = people.reindex(range(2015, 2027)).interpolate(method="index").loc[year]
    assert frame["residents"].dtype.kind == "i"
    assert (abs(frame["residents"].to_numpy() - between.to_numpy()) <= 0.5).all()
    assert frame["residents_estimated"].eq(year not in people.index).all()
    assert np.allclose(frame["density"], frame["residents"] / frame["area_km2"])


@pytest.mark.parametrize(("year", "of"), [(2015, 2015), (2017, 2017), (2018, 2018), (2025, 2018)])
def test_the_share_of_older_residents_is_of_the_newest_year_that_tells_it(
    store: Store, year: int, of: int
) -> None:
    frame = municipality_features(store, year).set_index("municipality")
    ages = published("population_age").query("year == @of")
    everybody = ages.groupby("municipality")["residents"].sum()
    older = ages[ages["age_from"] >= 65].groupby("municipality")["residents"].sum()
    assert frame["older_year"].eq(of).all()
    assert np.allclose(frame["older"], (100 * older / everybody)[frame.index])


def test_of_a_year_whose_residents_are_not_known_there_is_nothing(store: Store) -> None:
    assert municipality_features(store, 2014).empty


@pytest.mark.parametrize("year", [2015, 2021, 2025])
@pytest.mark.parametrize("figures", ["all", "real"])
def test_budgets_are_all_invented_or_all_real(
    mixed_stores: tuple[Store, Store], year: int, figures: str
) -> None:
    frame = municipality_features(mixed_stores[0], year, figures=figures)
    view = indicator_view(mixed_stores[0], "total", "per_resident", figures=figures)
    euros = indicator_view(mixed_stores[0], "total", "eur", figures=figures)["value"]
    of_year = view["year"] == year
    counts = view.loc[of_year, "counts"].to_numpy()
    each = euros[of_year].to_numpy() / frame["residents"].to_numpy()
    assert np.allclose(frame["budget"], np.where(counts, each, np.nan), equal_nan=True)
    assert set(frame.loc[frame["budget"].notna(), "budget_demo"]) <= {figures == "all"}
    assert not frame.loc[frame["budget"].isna(), "budget_demo"].any()
    known = frame.set_index("municipality")["budget"]
    for place in (place for place, years in REAL.items() if year in years):
        paid = 1000 * int(f"{place}{year}") + 1000 * year + 0.5
        residents = frame.loc[frame["municipality"] == place, "residents"].item()
        expected = paid / residents if figures == "real" else np.nan
        assert known[place] == pytest.approx(expected, nan_ok=True)
    alone = municipality_features(mixed_stores[1], year)
    if figures == "real":
        assert frame.equals(alone)


def test_there_are_no_other_figures(store: Store) -> None:
    with pytest.raises(UnknownFigures, match=r"meant 'real'"):
        municipality_features(store, 2020, figures="reel")
