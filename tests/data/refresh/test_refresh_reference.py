"""The true answers, where the reference facts lie beside the repository."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.refresh import ngo_register
from data.refresh.cube import PLACE, TIME, table
from data.refresh.errors import RefreshError
from data.refresh.refresh import prepare
from data.refresh.sdmx import read_cube
from geo.places import counties, municipalities
from tests.data.refresh.answers import Answer, inflation

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
SAMPLE = "osp_sdmx_sample_S3R629_M3010217"
JSON = (REFERENCE / f"{SAMPLE}.json").read_bytes()
XML = (REFERENCE / f"{SAMPLE}_generic.xml").read_bytes()
CODES = {place.code for place in municipalities()}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_true_json_and_xml_are_the_same_cube():
    ours, theirs = read_cube(JSON), read_cube(XML)
    assert len(ours.values) == 666
    assert ours.values == theirs.values
    assert [d.id for d in ours.dimensions] == [d.id for d in theirs.dimensions]
    assert ours.dimensions[0].id == PLACE
    assert ours.dimensions[-1].id == TIME
    assert ours.prepared == theirs.prepared == date(2026, 5, 15)


@pytest.mark.parametrize("content", [JSON, XML], ids=["json", "xml"])
def test_its_places_are_the_country_counties_municipalities_and_what_is_left_out(content):
    found = table(read_cube(content), (PLACE, TIME))
    assert len(found) == 74 * 3
    places = {code for code, _ in found}
    assert places - CODES - {county.code for county in counties()} == {"00", "51", "LT01", "LT02"}
    assert {code for (code, _), value in found.items() if value is None} == {"51"}
    ages = {
        (row["sav_kodas"], row["year"]): Decimal(row["median_age"])
        for row in rows("median_age_2023_2025.csv")
        if row["sex"] == "total"
    }
    assert len(ages) == 180
    assert ages == {key: found[key] for key in ages}


@pytest.mark.parametrize("content", [JSON, XML], ids=["json", "xml"])
def test_median_ages_are_no_population(target, answer, content):
    with pytest.raises(RefreshError, match=r"residents at the beginning|cannot have"):
        prepare("population", answer(content), target=target)


def test_a_dataflow_is_no_data(target, answer):
    content = (REFERENCE / f"{SAMPLE}_dataflow.xml").read_bytes()
    with pytest.raises(RefreshError, match="the root is Structure, not GenericData"):
        prepare("population", answer(content), target=target)


def test_true_population_in_the_true_format_changes_only_what_is_new(target, answer):
    published = {
        (row["sav_kodas"], int(row["year"])): int(row["value"])
        for row in rows("population_by_municipality.csv")
        if row["variable"] == "population_total" and int(row["year"]) >= 2015
    }
    stand = [f"{code},{year},{count}" for (code, year), count in published.items()]
    path = target.sources / "population" / "population.csv"
    path.write_text("\n".join(["municipality,year,residents", *stand, ""]))
    values = {}
    for code in CODES:
        for year in range(2015, 2027):
            near = min((y for c, y in published if c == code), key=lambda known: abs(known - year))
            values[code, str(year)] = published[code, near]
    years = {str(year): "" for year in range(2015, 2027)}
    made = Answer({PLACE: dict.fromkeys(CODES, ""), TIME: years}, values, name="")
    change = prepare("population", answer(made.json()), target=target).draft.change
    assert change == (60 * 6, 0, 0)


def test_true_prices_in_the_true_format_are_ours(target, answer):
    true = {
        int(row["year"]): row["annual_inflation_pct"]
        for row in rows("cpi_inflation_lithuania.csv")
        if int(row["year"]) >= 2010
    }
    proposal = prepare("prices", answer(inflation(true).json()), target=target)
    assert proposal.draft.change == (0, 0, 0)


def test_the_columns_that_we_ask_the_register_for_are_in_its_models():
    models = {(row["model"], row["property"]): row for row in rows("data_gov_lt_spinta_models.csv")}
    for asked in ngo_register.NEEDED.split(","):
        reference, name = asked.split(".")
        target = models["IregistruotaNVO", reference]["ref_or_precision"].rpartition("/")[2]
        assert (target, name) in models
    forms = Counter(len(row["form_code"]) for row in rows("jar_legal_forms.csv"))
    assert set(forms) == {3}


def test_the_true_boundaries_give_our_files(target, answer):
    content = (REFERENCE / "lt_municipalities.topojson").read_bytes()
    proposal = prepare("boundaries", answer(content, "answer.json"), target=target)
    assert proposal.draft.change == (0, 0, 0)
    assert [path.name for path in proposal.changes] == ["source.toml"]
