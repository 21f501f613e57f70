"""Flows add up to what the database has of the municipality and year, and to the indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.asking.flows import flow_years, flows
from data.asking.views import indicator_view

if TYPE_CHECKING:
    from data.asking.store import Store

PLACES = (("53", 2025), ("13", 2020), ("23", 2017))


@pytest.mark.parametrize(("place", "year"), PLACES)
@pytest.mark.parametrize("area", ["all", "social"])
def test_both_tables_add_up_to_the_indicator_of_all_money(
    store: Store, place: str, year: int, area: str
) -> None:
    flowing, receiving = flows(store, place, year, area)
    figures = "real" if place == "13" else "all"
    view = indicator_view(store, "total", "eur", area, figures=figures)
    row = view[(view["municipality"] == place) & (view["year"] == year)].iloc[0]
    assert flowing["executed"].sum() == pytest.approx(row["value"])
    assert receiving["executed"].sum() == pytest.approx(row["value"])
    assert not flowing.duplicated(["recipient_kind", "area", "mode"]).any()
    assert not receiving.duplicated(["entity", "recipient_kind"]).any()


def test_ngos_won_by_competition_what_the_indicator_says(store: Store) -> None:
    flowing, _ = flows(store, "53", 2025)
    won = flowing[(flowing["recipient_kind"] == "ngo") & (flowing["mode"] == "competition")]
    view = indicator_view(store, "ngo_competition", "eur")
    row = view[(view["municipality"] == "53") & (view["year"] == 2025)].iloc[0]
    assert won["executed"].sum() == pytest.approx(row["value"])


def test_a_part_is_what_the_whole_has_of_it(store: Store) -> None:
    whole, everybody = flows(store, "53", 2025)
    part, some = flows(store, "53", 2025, "sport", "ngo")
    rows = whole[(whole["area"] == "sport") & (whole["recipient_kind"] == "ngo")]
    assert part.to_dict("records") == rows.to_dict("records")
    assert set(some["entity"]) < set(everybody["entity"])
    assert some["executed"].sum() == pytest.approx(part["executed"].sum())


def test_years_say_whether_there_is_something_and_whose_it_is(store: Store) -> None:
    years = flow_years(store, "13").set_index("year")
    assert list(years.index) == list(range(2015, 2026))
    real = years[~years["demo"]]
    assert list(real.index) == [2015, 2016, 2019, 2020, 2021, 2022]
    assert real["paid"].all()
    assert real["provisional"].all()
    assert (real["note_en"] != "").all()
    assert set(real["source"]) == {"vilnius"}
    silent = flow_years(store, "54").set_index("year").loc[2018]
    assert (silent["state"], silent["paid"], silent["source"]) == ("no_answer", False, "")
