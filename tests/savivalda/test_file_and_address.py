"""A file and an address give the same: rows, types, words and marks of every table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import savivalda
from dashboard.resources import params
from dashboard.resources.registry import RESOURCES
from savivalda import address
from savivalda.address import AddressReader
from tests.savivalda.asking import chosen_of

if TYPE_CHECKING:
    from pathlib import Path

    from savivalda.fetching import FetchAddress

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")

MOST = 150
"""Rows of tables that have more."""


@pytest.fixture(scope="module")
def running(served: FetchAddress) -> savivalda.OpenAtlas:
    return savivalda.OpenAtlas(AddressReader("http://host/atlas", "en", fetch=served))


def same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    pd.testing.assert_frame_equal(one, other, check_exact=True)
    assert one.attrs == other.attrs
    return True


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_is_the_same(
    name: str, opened: savivalda.OpenAtlas, running: savivalda.OpenAtlas
) -> None:
    chosen = chosen_of(name)
    assert same(opened.table(name, **chosen, limit=MOST), running.table(name, **chosen, limit=MOST))


@pytest.mark.parametrize("name", ["municipalities", "statuses", "prices", "figures"])
def test_tables_of_many_pages_are_the_same(
    name: str,
    opened: savivalda.OpenAtlas,
    running: savivalda.OpenAtlas,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = chosen_of(name)
    whole = opened.table(name, **chosen)
    monkeypatch.setattr(address, "PAGE", len(whole) // 3)
    paged = running.table(name, **chosen)

    pd.testing.assert_frame_equal(whole, paged, check_exact=True)
    for source in re.findall(r"[\w ]+ \(\d{4}-\d\d-\d\d\)", whole.attrs["source"]):
        assert source in paged.attrs["source"]


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("figures", {"indicator": "total", "municipality": ["Neringa", "LT-57"], "sort": "-value"}),
        ("figures", {"indicator": "openness", "figures": "real", "fields": ["value", "year"]}),
        ("recipients", {"paid_from": 1e6, "sort": ["first_year", "-paid"], "demo": True}),
        ("statuses", {"observed_on_from": "2017-01-01", "fields": ["observed_on", "status"]}),
        ("municipalities", {"name": "Nowhere"}),
    ],
)
def test_every_choice_is_the_same(
    name: str,
    filters: dict[str, Any],
    opened: savivalda.OpenAtlas,
    running: savivalda.OpenAtlas,
) -> None:
    assert same(opened.table(name, **filters), running.table(name, **filters))


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("figurs", {}),
        ("figures", {}),
        ("figures", {"indicator": "totl"}),
        ("figures", {"indicator": "total", "year_from": "x"}),
        ("municipalities", {"county": "77"}),
        ("municipalities", {"sort": "residens"}),
        ("municipalities", {"nmae": "x"}),
    ],
)
def test_every_refusal_names_the_same(
    name: str,
    filters: dict[str, Any],
    opened: savivalda.OpenAtlas,
    running: savivalda.OpenAtlas,
) -> None:
    told = []
    for atlas in (opened, running):
        with pytest.raises(savivalda.CannotAsk) as caught:
            atlas.table(name, **filters)
        told.append((caught.value.name, caught.value.value, caught.value.known, caught.value.near))
    assert told[0] == told[1]


def test_a_page_is_as_large_as_the_interface_gives() -> None:
    assert address.PAGE == params.MOST


def test_both_list_the_same_tables_in_the_same_order(
    opened: savivalda.OpenAtlas, running: savivalda.OpenAtlas
) -> None:
    assert opened.tables() == running.tables()


def test_languages_are_the_same(database: Path, served: FetchAddress) -> None:
    away = savivalda.OpenAtlas(AddressReader("http://host/atlas", "lt", fetch=served))
    with savivalda.open(database, "lt") as here:
        assert same(here.indicators(), away.indicators())
        assert same(here.figures("total", year=2025), away.figures("total", year=2025))


@pytest.mark.parametrize(
    ("of", "rows"),
    [
        ({"municipality": "Neringa", "year": 2025}, 3),
        ({"municipality": "LT-57", "unit": "eur", "area": "culture", "figures": "real"}, 100),
        ({}, 100),
    ],
)
def test_a_figure_with_its_trace_is_the_same(
    of: dict[str, Any], rows: int, opened: savivalda.OpenAtlas, running: savivalda.OpenAtlas
) -> None:
    here = opened.figure("ngo_competition", **of, rows=rows)
    away = running.figure("ngo_competition", **of, rows=rows)
    assert away.pop("page").endswith(here.pop("page"))
    assert here == away
    assert here["sentence"]
    if of.get("municipality") == "Neringa":
        assert here["value"] > 0
        assert len(here["rows"]["data"]) == rows < here["rows"]["total"]


def test_figures_that_are_not_there_are_refused_alike(
    opened: savivalda.OpenAtlas, running: savivalda.OpenAtlas
) -> None:
    for atlas in (opened, running):
        with pytest.raises(savivalda.CannotAsk, match=r"unit is 'litas'.*per_resident"):
            atlas.figure("total", unit="litas")
        with pytest.raises(savivalda.CannotAsk, match=r"rows is '0': expected .* 1 to 1000"):
            atlas.figure("total", rows=0)
