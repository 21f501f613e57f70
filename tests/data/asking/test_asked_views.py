"""What pages are given: full grids in order, honest states, and right arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pandas as pd
import pytest

from data.asking import views
from data.catalog import INDICATORS, YEARS, resolve
from data.errors import UnknownArea, UnknownIndicator, UnknownUnit
from data.statements import SQL, statements
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

NOTHING = {"not_asked", "no_answer", "no_data"}
EVERY = [
    (indicator.id, unit, area)
    for indicator in INDICATORS.values()
    for unit in indicator.units
    for area in (("all", "culture") if indicator.by_area else ("all",))
]


def values(frame: pd.DataFrame) -> pd.Series[float]:
    return frame.set_index(["municipality", "year"])["value"]


def table(tables: duckdb.DuckDBPyConnection, query: str) -> pd.Series[float]:
    """One number for each municipality and year."""
    frame = tables.execute(query).df()
    return frame.set_index(["municipality", "year"]).iloc[:, 0].astype(float)


@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_a_view_is_a_full_grid_in_order_with_honest_states(
    store: Store, indicator: str, unit: str, area: str
) -> None:
    frame = views.indicator_view(store, indicator, unit, area)
    years = resolve(indicator, unit, area).years
    order = [place.code for place in municipalities()]
    marks = ["counts", "estimated", "demo", "provisional", "corrected", "small"]
    assert list(frame.columns) == ["municipality", "year", "value", "state", *marks]
    assert list(zip(frame["year"], frame["municipality"], strict=True)) == [
        (year, code) for year in years for code in order
    ]
    assert frame["value"].dtype == np.float64
    assert all(frame[mark].dtype == bool for mark in marks)
    assert (frame["value"].isna() == frame["state"].isin(NOTHING)).all()
    assert (frame.loc[frame["state"] == "declared_zero", "value"] == 0).all()
    assert (frame["state"] == "ok").sum() > 300
    assert np.isfinite(frame["value"].dropna()).all()
    assert (frame["value"].dropna() >= 0).all()
    national = views.national_view(store, indicator, unit, area)
    assert list(national["year"]) == list(years)
    counted = frame[frame["counts"]]
    by_year = counted.groupby("year")["value"]
    assert (national.set_index("year")["municipalities"] == by_year.size()).all()
    figure = national.set_index("year")["value"]
    slack = 1e-9 * figure
    assert ((by_year.min() - slack <= figure) & (figure <= by_year.max() + slack)).all()


@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_bare_columns_say_what_the_frames_say(
    store: Store, indicator: str, unit: str, area: str
) -> None:
    columns, national, same = views.view_columns(store, indicator, unit, area)
    frame = views.indicator_view(store, indicator, unit, area)
    for name in ("year", "value", "state", "counts", "estimated", "demo", "corrected", "small"):
        np.testing.assert_array_equal(columns[name], frame[name].to_numpy(), err_msg=name)
    for found, only in ((national, False), (same, True)):
        expected = views.national_view(store, indicator, unit, area, same=only)["value"]
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_a_figure_follows_from_what_it_was_counted_of(
    store: Store, indicator: str, unit: str, area: str
) -> None:
    terms = views.view_terms(store, indicator, unit, area)
    value = terms["numerator"] / terms["denominator"]
    factors = {"percent": 100, "budget_share": 100}
    value *= terms["price_factor"] if unit.startswith("constant") else factors.get(unit, 1)
    shown = views.indicator_view(store, indicator, unit, area)["value"]
    assert np.allclose(value, shown, rtol=1e-9, equal_nan=True)
    assert (terms["residents"] > 0).all()


def test_the_same_municipalities_are_counted_in_every_year(store: Store) -> None:
    frame = views.indicator_view(store, "total", "eur")
    always = frame["counts"].groupby(frame["municipality"]).all()
    chosen = frame[frame["municipality"].map(always)]
    assert 0 < always.sum() < 60
    found = views.national_view(store, "total", "eur", same=True)
    assert set(found["municipalities"]) == {always.sum()}
    assert np.allclose(found["value"], chosen.groupby("year")["value"].mean())


def test_bare_columns_are_shared_and_so_cannot_be_written_to(store: Store) -> None:
    columns, *_ = views.view_columns(store, "ngo_any")
    assert views.view_columns(store, "ngo_any")[0]["value"] is columns["value"]
    for column in columns.values():
        with pytest.raises(ValueError, match="read-only"):
            column[0] = column[1]


def test_the_default_unit_is_the_first(store: Store) -> None:
    default = views.indicator_view(store, "ngo_any")
    assert default.equals(views.indicator_view(store, "ngo_any", "per_resident", "all"))


def test_units_follow_from_euros(store: Store, tables: duckdb.DuckDBPyConnection) -> None:
    euros = values(views.indicator_view(store, "ngo_any", "eur", "culture"))
    paid = table(
        tables,
        "SELECT municipality, year, sum(executed) FROM payment "
        "WHERE recipient_kind = 'ngo' AND area = 'culture' GROUP BY ALL",
    )
    assert np.allclose(euros.dropna(), paid.reindex(euros.dropna().index).fillna(0))
    residents = table(tables, "SELECT municipality, year, residents FROM population")
    whole = values(views.indicator_view(store, "total", "eur"))
    index = dict(tables.execute("SELECT year, price_index::DOUBLE FROM price_index").fetchall())
    factor = euros.index.get_level_values("year").map(
        lambda year: index[2025] / index[year] if year in index else np.nan
    )
    people = residents.reindex(euros.index)
    expected = {
        "per_resident": euros / people,
        "budget_share": 100 * euros / whole,
        "constant": euros * factor,
        "constant_per_resident": euros * factor / people,
    }
    for unit, figures in expected.items():
        shown = values(views.indicator_view(store, "ngo_any", unit, "culture"))
        assert np.allclose(shown, figures.reindex(shown.index), rtol=1e-6, equal_nan=True), unit


def offered_areas(store: Store) -> list[str]:
    known = views.codes(store, "policy_area")
    return list(known["code"][known["offered"]])


def test_parts_of_the_budget_make_one_hundred_per_cent(store: Store) -> None:
    whole = views.indicator_view(store, "total", "budget_share")
    parts = sum(
        values(views.indicator_view(store, "total", "budget_share", area))
        for area in offered_areas(store)
    )
    told_apart = whole["demo"].to_numpy()  # published tables have areas that no menu offers
    assert np.allclose(parts[told_apart].dropna(), 100)
    share = values(views.indicator_view(store, "ngo_competition_share"))
    money = values(views.indicator_view(store, "ngo_competition", "budget_share"))
    assert np.allclose(share, money, equal_nan=True)


def test_rates_are_of_what_they_say(store: Store, tables: duckdb.DuckDBPyConnection) -> None:
    expected = {
        "success_rate": "SELECT municipality, year, 100 * sum(funded) / sum(applications) "
        "FROM competition GROUP BY ALL",
        "average_grant": "SELECT municipality, year, sum(awarded) / sum(funded) "
        "FROM competition GROUP BY ALL",
        "competitions": "SELECT municipality, year, count(*) FROM competition GROUP BY ALL",
        "services_transferred": "SELECT municipality, year, "
        "100 * avg((transfer_stage = 'transferred')::INTEGER) FROM service GROUP BY ALL",
        "ngo_recipients": "SELECT municipality, year, "
        "10000 * count(DISTINCT entity) / any_value(residents) "
        "FROM payment JOIN population USING (municipality, year) "
        "WHERE recipient_kind = 'ngo' GROUP BY ALL",
        "openness": "SELECT municipality, year, 20 * (ngo_council::INTEGER "
        "+ (meetings >= 4)::INTEGER + (ngo_share >= 50)::INTEGER "
        "+ open_budget::INTEGER + published_results::INTEGER) FROM openness",
    }
    for indicator, query in expected.items():
        shown = values(views.indicator_view(store, indicator))
        shown = shown[shown.notna() & (shown != 0)]
        assert np.allclose(shown, table(tables, query).reindex(shown.index), rtol=1e-4), indicator


def test_one_ngo_in_two_areas_is_one_recipient(store: Store) -> None:
    areas = offered_areas(store)
    every = values(views.indicator_view(store, "ngo_recipients"))
    summed = sum(values(views.indicator_view(store, "ngo_recipients", area=area)) for area in areas)
    known = every.notna()
    assert (every[known] <= summed[known] + 1e-9).all()
    assert (every[known] < summed[known] - 1e-9).any()


def test_the_national_figure_is_of_those_whose_figures_count(
    store: Store, tables: duckdb.DuckDBPyConnection
) -> None:
    euros = views.indicator_view(store, "ngo_competition", "eur")
    counted = euros[euros["state"].isin({"ok", "declared_zero"})]
    residents = table(tables, "SELECT municipality, year, residents FROM population")
    people = residents.reindex(counted.set_index(["municipality", "year"]).index)
    money = counted.groupby("year")["value"]
    each = views.national_view(store, "ngo_competition", "per_resident").set_index("year")["value"]
    assert np.allclose(each, money.sum() / people.groupby("year").sum())
    average = views.national_view(store, "ngo_competition", "eur").set_index("year")["value"]
    assert np.allclose(average, money.mean())
    real = views.indicator_view(store, "ngo_competition", "constant")
    real = real[real["counts"]].groupby("year")["value"].sum() / people.groupby("year").sum()
    found = views.national_view(store, "ngo_competition", "constant_per_resident")
    assert np.allclose(found.set_index("year")["value"], real)


def test_states_tell_five_silences_apart(store: Store, tables: duckdb.DuckDBPyConnection) -> None:
    forms = views.submissions(store).set_index(["municipality", "year"])["state"]
    breaks = set(tables.execute("SELECT municipality, year FROM series_break").fetchall())
    for indicator in ("total", "ngo_competition", "openness"):
        frame = views.indicator_view(store, indicator).set_index(["municipality", "year"])
        for place_year, state in frame["state"].items():
            form = forms[place_year]
            if form == "published":
                assert (state == "ok") == (indicator == "total"), "the table tells of no more"
                continue
            expected = {
                "not_asked": "not_asked", "no_answer": "no_answer", "received": "no_data",
            }.get(form, "ok")  # fmt: skip
            if expected == "ok" and place_year in breaks:
                expected = "not_comparable"
            elif form == "declared_zero" and indicator == "ngo_competition":
                expected = "declared_zero"
            assert state == expected, (indicator, place_year)
    told = {"not_asked", "no_answer", "received", "accepted", "declared_zero", "published"}
    assert set(forms) == told


def test_only_figures_that_rest_on_estimated_residents_say_so(
    store: Store, tables: duckdb.DuckDBPyConnection
) -> None:
    interpolated = {
        year
        for (year,) in tables.execute(
            "SELECT DISTINCT year FROM population WHERE estimated"
        ).fetchall()
    }
    for indicator, unit in (
        ("total", "per_resident"),
        ("total", "constant_per_resident"),
        ("ngo_recipients", "per_10000"),
    ):
        frame = views.indicator_view(store, indicator, unit)
        assert set(frame.loc[frame["estimated"], "year"]) == interpolated & set(YEARS)
    for unit in ("eur", "budget_share", "constant"):
        assert not views.indicator_view(store, "total", unit)["estimated"].any()


BY_RESIDENT = {"per_resident", "constant_per_resident", "per_10000"}
OF_APPLICATIONS = {"success_rate": "applications", "average_grant": "funded"}


@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_only_figures_of_few_residents_or_applications_have_a_small_denominator(
    store: Store, tables: duckdb.DuckDBPyConnection, indicator: str, unit: str, area: str
) -> None:
    frame = views.indicator_view(store, indicator, unit, area)
    query, least = "SELECT municipality, year, residents FROM population", 0
    if unit in BY_RESIDENT:
        least = 5000
    elif indicator in OF_APPLICATIONS:
        least, chosen = 5, "" if area == "all" else f"WHERE area = '{area}'"
        query = "SELECT municipality, year, sum({}) FROM competition {} GROUP BY ALL"
        query = query.format(OF_APPLICATIONS[indicator], chosen)
    of = table(tables, query).reindex(pd.MultiIndex.from_frame(frame[["municipality", "year"]]))
    few = (of.to_numpy() < least) & frame["value"].notna().to_numpy()
    assert (frame["small"] == few).all()
    if area == "culture" or indicator not in OF_APPLICATIONS:
        assert few.any() == (least > 0)
    assert (frame["counts"] & frame["small"]).any() == few.any(), "they are ranked all the same"


@pytest.mark.parametrize(("residents", "small"), [(4999, True), (5000, False)])
def test_fewer_than_five_thousand_residents_are_few(
    database: Path, residents: int, small: bool
) -> None:
    with duckdb.connect() as opened:
        opened.execute(f"ATTACH '{database}' AS atlas (READ_ONLY)")
        opened.execute("CREATE TABLE mart_indicator AS FROM atlas.mart_indicator")
        opened.execute("UPDATE mart_indicator SET residents = ?", [residents])
        opened.execute(statements(SQL / "marts")["030_unit_terms"].text)
        found = opened.execute(
            "SELECT DISTINCT small FROM unit_terms('total', 'all', 'per_resident', 'all') "
            "WHERE numerator IS NOT NULL"
        )
        assert found.fetchall() == [(small,)]


def test_what_is_not_known_is_said(store: Store) -> None:
    with pytest.raises(UnknownIndicator):
        views.indicator_view(store, "wealth")
    with pytest.raises(UnknownUnit):
        views.national_view(store, "total", "roubles")
    with pytest.raises(UnknownArea, match=r"'cultur' \(meant 'culture'\?\); known: all, sport"):
        views.indicator_view(store, "total", "eur", "cultur")
    with pytest.raises(UnknownArea, match="meant 'culture'"):
        views.view_columns(store, "total", "eur", "cultur")


def test_sources_and_forms_are_all_there(store: Store) -> None:
    sources = views.sources(store)
    assert {"population", "prices", "commitments", "demo"} <= set(sources["source"])
    assert list(sources["kind"])[-1] == "demo"
    forms = views.submissions(store)
    assert len(forms) == 60 * len(YEARS)
    assert set(forms.loc[~forms["demo"], "state"]) == {"published"}


def test_the_parts_of_openness_make_its_score(store: Store) -> None:
    scores = views.indicator_view(store, "openness").set_index("year")
    for year in YEARS:
        parts, known = views.openness_parts(store, year), scores.loc[year]
        assert list(parts["municipality"]) == [place.code for place in municipalities()]
        assert list(parts["state"]) == list(known["state"])
        assert list(parts["counts"]) == list(known["counts"])
        council = parts["ngo_council"]
        points = council.astype(float) + parts["open_budget"] + parts["published_results"]
        points += (council & (parts["meetings"] >= 4)).astype(float)
        points += (council & (parts["ngo_share"] >= 50)).astype(float)
        expected = known["value"].to_numpy()
        np.testing.assert_allclose((20 * points).to_numpy(float, na_value=np.nan), expected)


def test_no_parts_of_openness_are_told_of_a_year_that_nobody_reports_on(store: Store) -> None:
    assert views.openness_parts(store, 1999).empty
