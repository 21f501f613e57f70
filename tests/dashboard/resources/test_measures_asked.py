"""Measures are those of the bench, with what counts of them; a list of municipalities is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def frame_of(atlas: Atlas, table: str = "measures", **params: str) -> pd.DataFrame:
    choices, narrow = read_params(RESOURCES[table], {"limit": "10000", **params})
    return ask(atlas, language("lt"), RESOURCES[table], choices, narrow).frame


@pytest.mark.parametrize(
    ("params", "query"),
    [
        ({}, ""),
        ({"measure": "growth", "since": "2018"}, "measure=growth&since=2018"),
        ({"measure": "z", "places": "county:02"}, "measure=z&places=county:02"),
        ({"measure": "rank", "peer": "53"}, "measure=rank&places=peers&peer=53"),
        ({"measure": "index", "among": "13,19"}, "measure=index&places=list&with=13,19"),
        ({"estimated": "without", "figures": "real"}, "estimated=without&figures=real"),
    ],
)  # fmt: skip
def test_they_are_those_of_the_bench(atlas: Atlas, params: dict[str, str], query: str) -> None:
    frame = frame_of(atlas, indicator="total", **params)
    there = read_bench(atlas, language("lt"), f"indicator=total&{query}").subject
    shape = (len(there.years), int(there.members.sum()))
    np.testing.assert_array_equal(
        frame["value"].to_numpy().reshape(shape), there.values[:, there.members]
    )
    assert frame["taken"].tolist() == there.taken[:, there.members].ravel().tolist()
    assert (frame["reason"].isna() == frame["taken"]).all()


def test_levels_are_the_figures_and_what_counts_of_them(atlas: Atlas) -> None:
    measures, figures = (
        frame_of(atlas, name, indicator="openness") for name in ("measures", "figures")
    )
    for one, other in (
        ("value", "value"),
        ("taken", "counts"),
        ("demo", "demo"),
        ("small", "small"),
    ):
        pd.testing.assert_series_equal(measures[one], figures[other], check_names=False)


def test_what_rests_on_two_years_names_the_sources_of_both(atlas: Atlas) -> None:
    real = {"indicator": "total", "municipality": "13", "measure": "change", "figures": "real"}
    frame = frame_of(atlas, **real, since="2015").set_index("year")
    level = frame_of(atlas, indicator="total", municipality="13", figures="real").set_index("year")
    both = set(frame.loc[2022, "sources"].split())
    assert both >= set(level.loc[2015, "sources"].split()) | set(level.loc[2022, "sources"].split())


def test_municipalities_of_a_list_are_spelled_in_any_known_way(atlas: Atlas) -> None:
    frame = frame_of(atlas, indicator="residents", among="Kauno m.,LT-57,neringa,19", year="2024")
    assert sorted(frame["municipality"]) == ["13", "19", "23"]
    assert frame["unit"].isna().all()


@pytest.mark.parametrize(
    ("params", "name", "said"),
    [
        ({"among": "Kaunas"}, "among", "parted by commas"),
        ({"among": "13,Atlantis"}, "among", "parted by commas"),
        ({"among": ",".join(["13"] * 61)}, "among", "at most 60"),
        ({"places": "list"}, "places", "among to be said"),
        ({"places": "peers"}, "places", "peer to be said"),
        ({"places": "all", "peer": "13"}, "places", "peers, as peer is said"),
        ({"peer": "13", "among": "13"}, "places", "peers, as peer is said"),
        ({"measure": "share"}, "measure", "listed"),
    ],
)
def test_a_set_that_does_not_agree_is_told(
    atlas: Atlas, params: dict[str, str], name: str, said: str
) -> None:
    with pytest.raises(WrongAsked, match=said) as caught:
        frame_of(atlas, indicator="openness", **params)
    assert caught.value.name == name
