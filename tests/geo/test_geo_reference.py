"""Our places against the reference facts; collected only where those lie beside the repository."""

import csv
from pathlib import Path

import pytest

from geo import generalise
from geo.finding import find_municipality
from geo.places import counties, municipalities
from geo.tables import FOLDER

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_municipalities_are_the_references():
    ours = [
        (
            place.sort_lt,
            place.code,
            place.code,
            place.name_lt,
            place.name_full_lt,
            place.county,
            place.nuts3,
            place.nuts2,
            place.iso,
            round(place.area_km2 * 100),
        )
        for place in municipalities()
    ]
    assert ours == [
        (
            int(row["sort_lt"]),
            row["sav_kodas"],
            row["lau1"],
            row["name_short_lt"],
            row["name_full_lt"],
            row["county_code"].zfill(2),
            row["nuts3"],
            row["nuts2"],
            row["iso_3166_2"],
            int(row["area_ha"]),
        )
        for row in rows("municipalities.csv")
    ]


def test_counties_are_the_references():
    fields = ("name_short_lt", "name_full_lt", "nuts3", "nuts2", "iso_3166_2")
    assert [
        (c.code, c.name_lt, c.name_full_lt, c.nuts3, c.nuts2, c.iso, round(c.area_km2 * 100))
        for c in counties()
    ] == [
        (row["county_code"].zfill(2), *(row[field] for field in fields), int(row["area_ha"]))
        for row in rows("counties.csv")
    ]


def test_the_statistics_offices_english_names_are_found():
    for row in rows("municipalities.csv"):
        assert find_municipality(row["name_short_en_osp"]).code == row["sav_kodas"]


@pytest.mark.parametrize("name", ["boundaries.geojson", "points.csv", "neighbours.csv"])
def test_our_boundary_files_are_what_the_registers_lines_give(name):
    made = generalise.make(generalise.read_source(REFERENCE / "lt_municipalities.topojson"))
    assert made[name] == (FOLDER / name).read_text(encoding="utf-8")
