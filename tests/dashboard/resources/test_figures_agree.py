"""Figures, rankings, the country and peers are those of the pages, whatever view is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.answers import Atlas
from dashboard.language.i18n import language
from dashboard.peers.reading import read_standing
from dashboard.peers.state import PeersState
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from data.asking.views import indicator_view, national_view
from data.catalog import FIGURES, INDICATORS
from geo.places import municipalities
from geo.slugs import slug

if TYPE_CHECKING:
    from data.asking.store import Store

VIEWS = [
    {"indicator": each.id, "unit": unit, "area": area, "figures": figures}
    for each in INDICATORS.values()
    for unit in each.units
    for area in (("all", "culture", "health") if each.by_area else ("all",))
    for figures in FIGURES
]
SAID = ("state", "counts", "estimated", "demo", "provisional", "corrected", "small")


def frame_of(atlas: Atlas, name: str, **params: str) -> pd.DataFrame:
    choices, narrow = read_params(RESOURCES[name], {"limit": "10000", **params})
    return ask(atlas, language("lt"), RESOURCES[name], choices, narrow).frame


@pytest.fixture(scope="module")
def atlases(store: Store, mixed_stores: tuple[Store, Store]) -> tuple[Atlas, ...]:
    """Of invented figures with a few real ones, of both among one another, of real ones alone."""
    return tuple(map(Atlas, (store, *mixed_stores)))


which = st.integers(0, 2)


@settings(max_examples=25)
@given(view=st.sampled_from(VIEWS), number=which)
def test_figures_are_those_of_the_view(
    atlases: tuple[Atlas, ...], view: dict[str, str], number: int
) -> None:
    atlas = atlases[number]
    frame, there = frame_of(atlas, "figures", **view), indicator_view(atlas.store, **view)
    for name in ("municipality", "year", *SAID):
        assert frame[name].tolist() == there[name].tolist(), name
    np.testing.assert_array_equal(frame["value"].to_numpy(), there["value"].to_numpy())
    known = frame[frame["value"].notna()]
    assert ((known["source"] == "demo") == known["demo"]).all()
    assert known["source"].notna().all()


@settings(max_examples=25)
@given(view=st.sampled_from(VIEWS), number=which, year=st.integers(2015, 2024))
def test_rankings_are_of_what_counts_alone_and_equal_figures_share_a_place(
    atlases: tuple[Atlas, ...], view: dict[str, str], number: int, year: int
) -> None:
    atlas = atlases[number]
    frame = frame_of(atlas, "rankings", **view, year=str(year))
    there = indicator_view(atlas.store, **view)
    counted = there[there["counts"]].set_index(["year", "municipality"])["value"]
    now = counted[counted.index.get_level_values("year") == year].droplevel("year")
    ranks = now.rank(method="min", ascending=False).astype(int)
    assert dict(zip(frame["municipality"], frame["rank"], strict=True)) == ranks.to_dict()
    assert set(frame["of"]) <= {len(now)}
    assert frame["rank"].is_monotonic_increasing
    assert frame["demo"].nunique() <= 1, "real and invented are never in one"
    for row in frame.itertuples():
        former = counted.get((year - 1, row.municipality))
        expected = np.nan if former is None else row.value - former
        np.testing.assert_allclose(row.change, expected, rtol=1e-9, atol=1e-9)


@settings(max_examples=25)
@given(view=st.sampled_from(VIEWS), number=which)
def test_the_country_is_that_of_those_who_count(
    atlases: tuple[Atlas, ...], view: dict[str, str], number: int
) -> None:
    atlas = atlases[number]
    frame = frame_of(atlas, "national", **view)
    for same, end in ((False, ""), (True, "_same")):
        there = national_view(atlas.store, same=same, **view)
        np.testing.assert_array_equal(frame[f"value{end}"], there["value"])
        assert frame[f"municipalities{end}"].tolist() == there["municipalities"].tolist()
    figures = frame_of(atlas, "figures", **view)
    invented = figures[figures["counts"]].groupby("year")["demo"].any()
    assert frame.set_index("year")["demo"].to_dict() == {
        year: bool(invented.get(year, False)) for year in frame["year"]
    }


def test_the_newest_year_with_figures_is_the_usual_one(atlases: tuple[Atlas, ...]) -> None:
    assert set(frame_of(atlases[0], "rankings", indicator="total")["year"]) == {2025}
    real = frame_of(atlases[0], "rankings", indicator="total", figures="real")
    assert set(real["year"]) == {2022}
    assert not real["demo"].any()


@pytest.mark.parametrize("own", [0, 17, 41])
@pytest.mark.parametrize("peers", ["nearest", "county", "neighbours"])
def test_peers_are_those_of_the_page(atlas: Atlas, own: int, peers: str) -> None:
    places = municipalities()
    found = read_standing(atlas, own, PeersState(peers=peers))
    frame = frame_of(atlas, "peers", municipality=places[own].code, peers=peers)
    assert frame["peer"].tolist() == [places[at].code for at in found.circle.peers]
    assert frame["distance"].is_monotonic_increasing
    standings = frame_of(atlas, "standings", municipality=places[own].code, peers=peers)
    for row in standings.itertuples():
        it = found.indicators[row.indicator]
        place = it.among_peers
        assert (None if pd.isna(row.rank) else int(row.rank)) == (place and place.rank)
        np.testing.assert_array_equal(row.median, it.middle.median if it.middle else np.nan)


def test_weights_decide_who_is_like_whom(atlas: Atlas) -> None:
    usual = {f"weight_{name}": "0" for name in ("residents", "density", "older", "budget", "group")}
    near = frame_of(atlas, "peers", municipality="53", **usual, weight_county="3", nearest="7")
    assert (near["distance"] == 0).all()
    assert set(near["county"]) == {"02"}


def test_slugs_are_those_of_the_pages_addresses(atlas: Atlas) -> None:
    for code in ("lt", "en"):
        resource = RESOURCES["municipalities"]
        frame = ask(atlas, language(code), resource, {}, read_params(resource, {})[1]).frame
        assert frame["slug"].tolist() == [slug(place, code) for place in municipalities()]
