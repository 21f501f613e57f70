"""What the published figures that the atlas carries must look like."""

import csv
import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from data.catalog import PRICE_YEAR
from data.residents import published_residents
from geo.places import municipalities

SOURCES = Path(__file__).parents[2] / "data" / "sources"
PUBLISHED = {
    "population": [2015, 2016, 2017, 2018, 2020, 2026],
    "population_2019": [2019],
    "population_2021": [2021],
}


def rows(path):
    with (SOURCES / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def residents():
    found = {
        (r["municipality"], int(r["year"])): int(r["residents"])
        for source in PUBLISHED
        for r in rows(f"{source}/population.csv")
    }
    assert found == published_residents()
    return found


@pytest.mark.parametrize("source", PUBLISHED)
def test_population_is_there_for_every_municipality_in_every_published_year(source):
    found = [(r["municipality"], int(r["year"])) for r in rows(f"{source}/population.csv")]
    assert sorted(found) == sorted((m.code, y) for m in municipalities() for y in PUBLISHED[source])


def test_population_sums_to_the_country():
    totals = Counter()
    for (_, year), count in residents().items():
        totals[year] += count
    assert totals[2015] == 2_921_262
    assert totals[2019] == 2_794_184
    assert totals[2020] == 2_794_329
    assert totals[2021] == 2_795_680
    assert all(2_750_000 < total < 2_950_000 for total in totals.values())


def test_no_municipality_jumps_between_consecutive_years():
    count = residents()
    for place in municipalities():
        for before, after in pairwise(range(2015, 2022)):
            assert abs(math.log(count[place.code, after] / count[place.code, before])) < 0.08


AGES = {
    "population_age": ([2021], [*((age, age + 9) for age in range(0, 80, 10)), (80, None)]),
    "population_older": ([2015, 2016, 2017, 2018], [(0, 14), (15, 64), (65, None)]),
}


@pytest.mark.parametrize("source", AGES)
def test_age_groups_add_up_to_the_residents_of_their_year_exactly(source):
    years, ages = AGES[source]
    groups = {}
    for row in rows(f"{source}/population_age.csv"):
        groups.setdefault((row["municipality"], int(row["year"])), []).append(row)
    assert groups.keys() == {(place.code, year) for place in municipalities() for year in years}
    for key, found in groups.items():
        assert [
            (int(row["age_from"]), int(row["age_to"]) if row["age_to"] else None) for row in found
        ] == ages
        assert sum(int(row["residents"]) for row in found) == residents()[key]


def test_the_census_moved_the_number_of_2021_by_up_to_nine_per_cent():
    counted, count = rows("census/census.csv"), residents()
    assert len(counted) == 18
    moved = {
        row["municipality"]: 100 * (int(row["residents"]) / count[row["municipality"], 2021] - 1)
        for row in counted
    }
    assert {row["year"] for row in counted} == {"2021"}
    least, most = min(moved, key=moved.get), max(moved, key=moved.get)
    assert (least, round(moved[least])) == ("55", -9)
    assert (most, round(moved[most])) == ("11", 7)


def test_inflation_is_there_for_every_year_to_that_of_constant_prices():
    listed = [*rows("prices/prices.csv"), *rows("prices_2025/prices.csv")]
    found = {int(r["year"]): float(r["inflation_pct"]) for r in listed}
    assert list(found) == list(range(2015, PRICE_YEAR + 1))
    assert found[2025] == 3.8
    assert max(found, key=found.get) == 2022
    # From 2015 to 2024 prices rose by about a half.
    assert math.prod(1 + found[year] / 100 for year in range(2016, 2025)) == pytest.approx(
        1.525, abs=0.01
    )
