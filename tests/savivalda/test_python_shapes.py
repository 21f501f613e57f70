"""Shapes are joined on request, with their publisher's credit; without geopandas it says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import savivalda

if TYPE_CHECKING:
    import pandas as pd

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")


def test_figures_come_with_shapes_of_all_60(opened: savivalda.OpenAtlas) -> None:
    plain = opened.figures("ngo_competition_share", year=2025)
    mapped = opened.figures("ngo_competition_share", year=2025, geometry=True)

    assert mapped.drop(columns="geometry").equals(plain)
    assert mapped["municipality"].nunique() == 60
    assert mapped.crs == "EPSG:4326"
    assert mapped.is_valid.all()
    assert mapped.to_crs(3346).area.sum() / 1e6 == pytest.approx(65_284, rel=0.01)
    assert mapped.attrs["demonstration"] == plain.attrs["demonstration"]
    assert "Registrų centras, CC BY 4.0 (2026-11-21)" in mapped.attrs["boundaries"]


def test_counties_and_other_columns_of_codes_are_joined_too(opened: savivalda.OpenAtlas) -> None:
    places = opened.municipalities()
    assert opened.map(places, on="county").geometry.nunique() == 10
    assert opened.map(places.rename(columns={"municipality": "seat"}), on="seat").is_valid.all()


def test_what_has_no_shape_is_named(opened: savivalda.OpenAtlas) -> None:
    places: pd.DataFrame = opened.municipalities(fields=["municipality", "name"])
    with pytest.raises(savivalda.CannotAsk, match=r"on is 'code'.*there are: municipality, name"):
        opened.map(places, on="code")
    with pytest.raises(savivalda.CannotAsk, match=r"name is 'Akmenė District'.*codes of"):
        opened.map(places.head(1), on="name")


def test_without_geopandas_the_extra_that_brings_it_is_named(
    opened: savivalda.OpenAtlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "geo.shapes", raising=False)
    monkeypatch.setitem(sys.modules, "geopandas", None)
    with pytest.raises(savivalda.NotInstalled, match="boundaries"):
        opened.map(opened.municipalities())
