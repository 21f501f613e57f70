"""What the published figures that the atlas carries must look like."""

import csv
import math
from itertools import pairwise
from pathlib import Path

import pytest

from geo.places import municipalities

SOURCES = Path(__file__).parents[2] / "data" / "sources"
PUBLISHED = [2015, 2016, 2017, 2018, 2020, 2026]


def rows(path):
    with (SOURCES / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_population_is_there_for_every_municipality_in_every_published_year():
    found = {(r["municipality"], int(r["year"])) for r in rows("population/population.csv")}
    assert found == {(m.code, year) for m in municipalities() for year in PUBLISHED}
    assert len(rows("population/population.csv")) == 360


def test_population_sums_to_the_country():
    totals = dict.fromkeys(PUBLISHED, 0)
    for row in rows("population/population.csv"):
        totals[int(row["year"])] += int(row["residents"])
    assert totals[2015] == 2_921_262
    assert totals[2020] == 2_794_329
    assert all(2_750_000 < total < 2_950_000 for total in totals.values())


def test_no_municipality_jumps_between_consecutive_years():
    by_place = {}
    for row in rows("population/population.csv"):
        by_place.setdefault(row["municipality"], {})[int(row["year"])] = int(row["residents"])
    for years in by_place.values():
        for before, after in pairwise([2015, 2016, 2017, 2018]):
            assert abs(math.log(years[after] / years[before])) < 0.08


def test_inflation_is_there_for_every_year_to_2024():
    found = {int(r["year"]): float(r["inflation_pct"]) for r in rows("prices/prices.csv")}
    assert list(found) == list(range(2015, 2025))
    assert max(found, key=found.get) == 2022
    # From 2015 to 2024 prices rose by about a half.
    assert math.prod(1 + found[year] / 100 for year in range(2016, 2025)) == pytest.approx(
        1.525, abs=0.01
    )
