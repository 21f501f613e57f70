"""A figure with its trace as data: what its numbers come to, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.answers import Atlas
from dashboard.language.i18n import language
from dashboard.pages.figure.asked import figure_asked
from dashboard.pages.figure.told import figure_told
from dashboard.resources.resource import WrongAsked
from data.asking.views import indicator_view
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

ASKED = [
    {"indicator": each.id, "unit": unit, "area": area, "year": year}
    for each in INDICATORS.values()
    for unit in each.units
    for area in (("all", "culture") if each.by_area else ("all",))
    for year in ("2016", "2020", "2024")
]


@pytest.fixture(scope="module")
def among(mixed_stores: tuple[Store, Store]) -> Atlas:
    return Atlas(mixed_stores[0])


def told(atlas: Atlas, code: str = "en", most: int = 5, **asked: str) -> dict[str, Any]:
    found = figure_told(figure_asked(atlas, language(code), asked), most=most)
    assert json.loads(json.dumps(found, allow_nan=False)) == found, "it is JSON as it is"
    return found


@settings(max_examples=20)
@given(
    asked=st.sampled_from(ASKED),
    place=st.sampled_from([each.code for each in municipalities()] + ["13"] * 30),
)
def test_the_numbers_of_the_formula_give_the_figure(
    among: Atlas, asked: dict[str, str], place: str
) -> None:
    view = {name: asked[name] for name in ("indicator", "unit", "area")}
    frame = indicator_view(among.store, **view).set_index(["year", "municipality"])
    if int(asked["year"]) not in frame.index.get_level_values("year"):
        with pytest.raises(WrongAsked):
            told(among, municipality=place, **asked)
        return
    own, found = frame.loc[(int(asked["year"]), place)], told(among, municipality=place, **asked)
    assert (found["state"], found["counts"]) == (own["state"], own["counts"])
    assert bool(found["demonstration"]) == found["demo"] == own["demo"]
    if found["value"] is None:
        assert own["value"] != own["value"]
        assert found["formula"]["parts"] == found["rows"]["data"] == []
        return
    assert found["value"] == own["value"]
    result = 1.0
    for part in found["formula"]["parts"]:
        result = result / part["number"] if part["sign"] == "÷" else result * part["number"]
    assert result == pytest.approx(found["value"])
    assert len(found["rows"]["data"]) == min(5, found["rows"]["total"])
    assert found["source"].startswith(found["demonstration"])
    assert ("demo" in {each["source"] for each in found["sources"]}) == found["demo"]


def test_the_statement_that_is_told_gives_just_the_number(atlas: Atlas, database: Path) -> None:
    for municipality in ("13", "53", ""):
        found = told(atlas, indicator="total", year="2019", municipality=municipality)
        with duckdb.connect(database, read_only=True) as file:
            assert file.execute(found["sql"]).fetchall()[0][0] == pytest.approx(found["value"])


def test_a_real_figure_leads_to_its_cells(atlas: Atlas) -> None:
    found = told(atlas, indicator="total", unit="eur", year="2019", municipality="13")
    row = found["rows"]["data"][0]
    assert row["file"] in {each["file"] for each in found["files"]}
    assert row["cells"]["executed"]
    assert found["numerator"] == found["value"]
    assert found["rows"]["total"] > len(found["rows"]["data"])
    assert "provisional" in found["marks"]
    assert found["page"] == "/en/figure?indicator=total&unit=eur&municipality=13&year=2019"


def test_the_country_tells_of_its_municipalities_and_the_usual_year_is_the_newest(
    atlas: Atlas,
) -> None:
    found = told(atlas, "lt", indicator="openness")
    assert (found["year"], found["municipality"], len(found["municipalities"])) == (2025, None, 60)
    counted = [each for each in found["municipalities"] if each["counts"]]
    tops, belows = (sum(each[name] for each in counted) for name in ("counted", "out_of"))
    assert found["value"] == pytest.approx(100 * tops / belows)


def test_what_cannot_be_asked_says_what_can(atlas: Atlas) -> None:
    for asked, name, near in (
        ({"indicator": "totl"}, "indicator", "total"),
        ({"indicator": "total", "yeer": "2020"}, "yeer", "year"),
        ({"indicator": "total", "year": "1999"}, "year", ""),
        ({"indicator": "total", "municipality": "99"}, "municipality", ""),
    ):
        with pytest.raises(WrongAsked) as wrong:
            told(atlas, **asked)
        assert wrong.value.name == name
        assert wrong.value.known
        assert not near or near in wrong.value.near
