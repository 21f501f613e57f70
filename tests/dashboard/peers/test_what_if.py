"""What if money of budgetary institutions went to competitions: arithmetic, reckoned anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.answers import Atlas
from dashboard.indicators.picture import fills
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.peers.pictures import moved_fills
from dashboard.peers.reading import read_standing
from dashboard.peers.state import PeersState
from dashboard.peers.what_if import what_if
from tests.dashboard.peers.standings import CODES

if TYPE_CHECKING:
    from data.asking.store import Store

SHARE = "ngo_competition_share"


@pytest.mark.parametrize("moved", [0.0, 0.5, 10.0])
@pytest.mark.parametrize("year", [2017, 2025])
def test_the_money_moves_from_one_to_the_other_and_the_whole_stays(
    atlas: Atlas, moved: float, year: int
) -> None:
    paid = {
        name: remembered_view(atlas, ViewRequest(name, "eur"))
        for name in ("budgetary", "ngo_competition", "total")
    }
    for own in range(0, 60, 2):
        found = read_standing(atlas, own, PeersState(year=year, moved=moved))
        it, told = found.indicators[SHARE], what_if(atlas, found)
        row = it.row
        budgetary, ngos, total = (float(view.values[row, own]) for view in paid.values())
        if not it.shown.counted[row, own]:
            assert told is None
            continue
        assert told is not None
        assert told.euros == pytest.approx(moved / 100 * budgetary)
        assert told.share == pytest.approx(100 * (ngos + told.euros) / total)
        assert it.value <= told.share <= 100
        others = np.delete(np.array(it.figures), own)
        assert told.among_all is not None
        assert told.among_all.rank == 1 + (others > told.share).sum()
        peers = np.array(it.figures)[list(it.peers)]
        assert told.among_peers is not None
        assert told.among_peers.rank == 1 + (peers > told.share).sum()
        assert it.among_all is not None
        assert told.among_all.rank <= it.among_all.rank, "nobody falls who gets more"
        bins = it.shown.bins_of(row)
        assert 0 <= told.fill < len(bins)
        low, high = bins[told.fill]
        written = round(told.share, 2)
        assert low <= written or told.fill == 0
        assert written <= high or told.fill == len(bins) - 1
        if not moved:
            assert (told.among_peers, told.among_all) == (it.among_peers, it.among_all)


@pytest.mark.parametrize("moved", [0.0, 10.0])
@pytest.mark.parametrize("code", ["53", "23"], ids=["a figure", "a declared zero"])
def test_on_the_map_only_the_own_colour_changes_and_only_where_something_moves(
    atlas: Atlas, code: str, moved: float
) -> None:
    found = read_standing(atlas, CODES.index(code), PeersState(year=2017, moved=moved))
    it, told = found.indicators[SHARE], what_if(atlas, found)
    assert told is not None
    before, after = dict(zip(CODES, fills(it.shown, it.row), strict=True)), moved_fills(it, told)
    assert {each for each in CODES if after[each] != before[each]} == ({code} if moved else set())


def test_the_places_of_others_are_among_their_figures_as_they_are(atlas: Atlas) -> None:
    found = read_standing(atlas, CODES.index("53"), PeersState(moved=10.0))
    before = [*found.indicators[SHARE].figures]
    what_if(atlas, found)
    assert np.array_equal(before, found.indicators[SHARE].figures, equal_nan=True)


@pytest.mark.parametrize(
    ("code", "year"),
    [("59", 2025), ("43", 2025), ("18", 2019), ("13", 2022)],
    ids=["no data", "no answer", "a break", "real among invented"],
)
def test_where_the_share_does_not_count_nothing_is_reckoned(
    atlas: Atlas, code: str, year: int
) -> None:
    assert what_if(atlas, read_standing(atlas, CODES.index(code), PeersState(year=year))) is None


def test_a_real_figure_moves_where_only_real_ones_are_looked_at_and_has_no_place(
    mixed_stores: tuple[Store, Store],
) -> None:
    among, state = Atlas(mixed_stores[0]), PeersState(year=2021, figures="real", moved=10.0)
    own = CODES.index("13")
    assert what_if(among, read_standing(among, own, PeersState(year=2021))) is None
    told = what_if(among, read_standing(among, own, state))
    assert told is not None
    assert told.among_peers is told.among_all is None
