"""Where a municipality stands, read from the data: its peers, medians, what it would take."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from dashboard.answers import Atlas
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.peers import reading
from dashboard.peers.comparing import CompareState, read_comparison
from dashboard.peers.reading import newest_year, read_standing, unit_of
from dashboard.peers.state import MONEY_UNITS, PeersState
from data.catalog import INDICATORS, YEARS
from data.peers.groups import GROUPINGS
from tests.dashboard.peers.standings import CODES, NAN, standing
from tests.mixed import REAL

if TYPE_CHECKING:
    from asgi import Client

    from dashboard.indicators.figures import MapView
    from data.asking.store import Store

OWN = CODES.index("53")
SOME = [CODES.index(code) for code in ("53", "13", "18", "12")]
MORE = [each.id for each in INDICATORS.values() if each.direction == "more"]


@pytest.fixture(scope="module")
def among(mixed_stores: tuple[Store, Store]) -> Atlas:
    return Atlas(mixed_stores[0])


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prices of the last year are not published yet: in constant prices there is no such year."""

    def without_last(atlas: Atlas, view: ViewRequest) -> MapView:
        found = remembered_view(atlas, view)
        if "constant" not in view.unit:
            return found
        names = ("years", "values", "states", "counted", "denominators", "national", "same")
        shorter = {name: getattr(found, name)[:-1] for name in names}
        marks = {name: flags[:-1] for name, flags in found.marks.items()}
        return replace(found, **shorter, marks=marks)

    monkeypatch.setattr(reading, "remembered_view", without_last)


@pytest.mark.parametrize("peers", GROUPINGS)
def test_peers_are_others_each_once_and_nearest_first(atlas: Atlas, peers: str) -> None:
    for own in SOME:
        found = read_standing(atlas, own, PeersState(peers=peers, chosen=("53", "30", "13", "12")))
        members = list(found.circle.peers)
        assert own not in members
        assert sorted(members) == sorted(set(members)) == sorted(found.circle.groups[peers])
        assert (np.diff(found.distances[members]) >= 0).all()
        sizes = {"nearest": 8, "all": 59, "list": 4 - (CODES[own] in ("53", "13", "12"))}
        assert len(members) == sizes.get(peers, len(members))


def test_every_indicator_is_among_the_same_peers_of_the_same_year(atlas: Atlas) -> None:
    found = read_standing(atlas, OWN, PeersState(year=2018, nearest=5))
    assert list(found.indicators) == list(INDICATORS)
    for it in found.indicators.values():
        assert it.peers == found.circle.peers
        assert it.shown.years[it.row] == found.year == 2018


def test_the_year_is_the_newest_with_figures_unless_one_is_named(
    atlas: Atlas, among: Atlas
) -> None:
    assert newest_year(atlas, "all") == read_standing(atlas, OWN, PeersState()).year == YEARS[-1]
    assert newest_year(among, "real") == max(max(years) for years in REAL.values())


@pytest.mark.parametrize(
    ("indicator", "money", "unit"),
    [
        *(("total", unit, unit) for unit in MONEY_UNITS),
        ("average_grant", "eur", "eur"),
        ("average_grant", "per_resident", "eur"),
        ("average_grant", "budget_share", "eur"),
        ("average_grant", "constant_per_resident", "constant"),
        ("openness", "constant", "percent"),
        ("ngo_recipients", "eur", "per_10000"),
        ("competitions", "per_resident", "count"),
    ],
)
def test_money_is_told_in_the_unit_asked_for_or_the_nearest_that_there_is(
    indicator: str, money: str, unit: str
) -> None:
    assert unit_of(indicator, money) == unit


def test_before_the_prices_of_a_year_are_published_money_is_told_as_it_was_paid(
    atlas: Atlas, unpublished: None
) -> None:
    for year, unit in ((YEARS[-1], "per_resident"), (YEARS[-2], "constant_per_resident")):
        found = read_standing(atlas, OWN, PeersState(year=year, unit="constant_per_resident"))
        assert found.indicators["total"].shown.view.unit == unit
        state = CompareState(("53", "13"), year, "constant_per_resident")
        assert read_comparison(atlas, state).indicators["total"].shown.view.unit == unit


def test_the_page_then_leaves_out_the_units_that_there_are_not(
    client: Client, unpublished: None
) -> None:
    for year, count in ((YEARS[-1], 3), (YEARS[-2], 5)):
        query = f"?open=total&unit=constant&move=4.5&year={year}"
        page = client.page("/savivaldybe/kedainiu-r", query)
        table = page.partition('aria-labelledby="units-title"')[2].partition("</table>")[0]
        assert table.count("<tr") == count + 1


@pytest.mark.parametrize("peers", GROUPINGS)
def test_medians_of_years_are_those_of_each_year(atlas: Atlas, peers: str) -> None:
    for own in SOME[:3]:
        state = PeersState(peers=peers, chosen=("53", "30", "13", "12"))
        for it in read_standing(atlas, own, state).indicators.values():
            shown, others = it.shown, list(it.peers)
            frame = pd.DataFrame(shown.values[:, others]).where(shown.counted[:, others])
            expected = frame.median(axis=1).where(frame.count(axis=1) >= 3)
            assert np.allclose(np.array(it.medians, float), expected, equal_nan=True)
            here = it.middle.median if it.middle else NAN
            assert here == pytest.approx(it.medians[it.row] or NAN, nan_ok=True)


def test_of_nobody_there_is_no_median(atlas: Atlas) -> None:
    it = read_standing(atlas, OWN, PeersState(peers="list")).indicators["total"]
    assert set(it.medians) == {None}
    assert it.middle is it.among_peers is it.span is it.reach is None
    assert it.among_all is not None


@pytest.mark.parametrize("year", [2016, 2025])
def test_what_it_would_take_reaches_the_median_and_no_less_would(atlas: Atlas, year: int) -> None:
    for own in range(0, 60, 3):
        found = read_standing(atlas, own, PeersState(year=year))
        for name, it in found.indicators.items():
            reach = it.reach
            if name not in MORE or it.middle is None or not it.value < it.middle.median:
                assert reach is None, "where more is not better, or the median is reached, nothing"
                continue
            assert reach is not None
            of = float(it.shown.denominators[it.row, own])
            scale = 100 if it.shown.view.unit == "percent" else 1
            raised = it.value + scale * reach.amount / of
            if INDICATORS[name].in_money:
                assert raised == pytest.approx(it.middle.median)
                euros = remembered_view(atlas, ViewRequest("total", "eur")).values[it.row, own]
                assert reach.share == pytest.approx(100 * reach.amount / euros)
                continue
            assert reach.share is None
            assert reach.amount == int(reach.amount) > 0
            assert raised >= it.middle.median - 1e-9
            assert raised - scale / of < it.middle.median + 1e-9


@pytest.mark.parametrize("units", [("eur", "constant"), ("per_resident", "constant_per_resident")])
def test_what_it_would_take_is_euros_of_the_year_in_whatever_prices_the_figure_is(
    atlas: Atlas, units: tuple[str, str]
) -> None:
    told = 0
    for own in range(0, 60, 4):
        plain, constant = (
            read_standing(atlas, own, PeersState(year=2017, unit=unit)).indicators["ngo_any"].reach
            for unit in units
        )
        assert (plain is None) == (constant is None)
        if plain and constant:
            told += 1
            assert plain.amount == pytest.approx(constant.amount)
            assert plain.share == pytest.approx(constant.share)
            assert constant.goal > plain.goal, "prices have risen since"
    assert told > 3


def test_how_far_it_is_to_the_median_is_told_in_spreads_of_all() -> None:
    it = standing("53", {2020: 8.0}, {2020: [1.0, 2.0, 3.0, 4.0, 5.0]})
    assert it.distance == pytest.approx(5 / (1.4826 * 1.5))
    less = standing("53", {2020: -2.0}, {2020: [1.0, 2.0, 3.0, 4.0, 5.0]})
    assert less.distance < 0
    assert np.isnan(standing("53", {2020: NAN}, {2020: [1.0] * 5}).distance)
    assert np.isnan(standing("53", {2020: 1.0}, {2020: [1.0] * 2}).distance)


@pytest.mark.parametrize(("own", "distance"), [(1.0, 0.0), (2.0, np.inf), (0.5, -np.inf)])
def test_where_all_others_are_equal_one_is_with_them_or_endlessly_far(
    own: float, distance: float
) -> None:
    assert standing("53", {2020: own}, {2020: [1.0] * 5}).distance == distance


def test_a_real_figure_among_invented_ones_has_no_place_nor_a_distance_by_budget(
    among: Atlas,
) -> None:
    own, other = CODES.index("13"), CODES.index("53")
    for year in (2021, 2022, 2023):
        found = read_standing(among, own, PeersState(year=year))
        apart = year in REAL["13"]
        assert np.isnan(found.differences["budget"]).all() == apart
        assert (
            np.isnan(read_standing(among, other, PeersState(year=year)).differences["budget"][own])
            == apart
        )
        assert not np.isnan(found.distances).any(), "by all else they are compared"
        for it in found.indicators.values():
            if apart and it.shown.there[it.row, own]:
                assert it.shown.real[it.row, own]
                assert it.among_peers is it.among_all is it.span is it.reach is None
                assert np.isnan([it.value, it.distance]).all()
                assert it.change(1) is it.change(5) is None


def test_nobodys_median_and_place_is_of_real_and_invented_figures(among: Atlas) -> None:
    state = PeersState(year=2021, peers="list", chosen=("13", "21", "19", "29", "27", "11", "12"))
    found = read_standing(among, OWN, state)
    it = found.indicators["total"]
    place, counted = it.among_peers, it.shown.counted[it.row, list(it.peers)]
    assert place is not None
    assert place.count == counted.sum() + 1 <= 6
    invented = [it.figures[CODES.index(code)] for code in ("19", "29", "27", "11", "12")]
    assert it.middle is not None
    assert it.middle.median == np.nanmedian(invented)


def test_a_few_real_figures_alone_have_neither_places_nor_medians(among: Atlas) -> None:
    vilnius = read_standing(among, CODES.index("13"), PeersState(year=2021, figures="real"))
    for it in vilnius.indicators.values():
        assert it.among_peers is it.among_all is it.span is it.middle is it.reach is None
    total = vilnius.indicators["total"]
    assert total.value > 0
    assert total.change(1) == pytest.approx(
        total.value - total.shown.values[total.row - 1, total.own]
    )
    # Klaipėda's budget is known too, so that the two are compared by it.
    differ = vilnius.differences["budget"]
    assert list(np.flatnonzero(~np.isnan(differ))) == sorted(map(CODES.index, ("13", "21")))


def test_without_the_invented_ones_all_is_as_if_they_had_never_been(
    among: Atlas, mixed_stores: tuple[Store, Store]
) -> None:
    alone = Atlas(mixed_stores[1])
    for own in SOME:
        first = read_standing(among, own, PeersState(year=2021, figures="real"))
        second = read_standing(alone, own, PeersState(year=2021))
        assert first.circle == second.circle
        assert np.array_equal(first.distances, second.distances)
        for name, it in first.indicators.items():
            assert np.array_equal(it.figures, second.indicators[name].figures, equal_nan=True)
