"""The demonstration set is always the same, whole, and never to be taken for real."""

import csv
import hashlib
import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from data.demo import generate as demo
from data.demo.generate import COLUMNS, generate, write_demo
from geo.places import municipalities

CODES = Path(__file__).parents[3] / "data" / "codes"


@pytest.fixture
def anew():
    """What was invented before is forgotten (tests/conftest.py keeps it)."""
    demo._municipality.cache_clear()


def test_two_runs_write_the_same_bytes(written, anew, tmp_path):
    def digests(folder):
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}

    started = time.process_time()
    write_demo(tmp_path)
    assert time.process_time() - started < 10
    assert digests(tmp_path) == digests(written)
    assert set(digests(written)) == {f"{name}.csv" for name in COLUMNS}


def test_a_municipalitys_figures_do_not_depend_on_the_others(rows, anew):
    vilnius = generate([place for place in municipalities() if place.code == "13"])
    for name, found in vilnius.items():
        own = (row for row in rows[name] if getattr(row, "municipality", None) == "13")
        among_all = [list(vars(row).values()) for row in own]
        assert [list(row) for row in found] == among_all


def test_files_have_the_columns_of_the_tables_and_amounts_in_cents(written):
    for name, columns in COLUMNS.items():
        with (written / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == columns.split()
            row = next(reader)
        for column in ("executed", "awarded", "yearly_value"):
            assert re.fullmatch(r"\d+\.\d\d", row.get(column, "0.00"))
        assert row.get("demo", "true") == "true"


def test_names_and_codes_are_unmistakably_invented(rows):
    for entity in rows["entity"]:
        assert re.fullmatch(rf"D{entity.municipality}-\d{{4}}", entity.code)
        number = f"0{entity.municipality}"
        assert re.fullmatch(rf"Pavyzdin(ė|is) [a-zė-ž ]+ {number}-\d\d+", entity.name)
    names = [entity.name for entity in rows["entity"]]
    assert len(set(names)) == len(names)
    assert {c.competition[0] for c in rows["competition"]} == {"D"}
    assert all(s.demo for s in rows["submission"])
    links = {o.link for o in rows["openness"]} | {o.results_link for o in rows["openness"]}
    links |= {c.link for c in rows["competition"]}
    assert len(links) > 1000
    assert all(link.startswith("https://example.org/") for link in links - {None})


@pytest.mark.parametrize(
    ("table", "column", "code_list"),
    [
        ("entity", "legal_form", "legal_form"),
        ("entity", "recipient_kind", "recipient_kind"),
        ("allocation", "area", "policy_area"),
        ("allocation", "mode", "award_mode"),
        ("allocation", "financing", "financing"),
        ("competition", "area", "policy_area"),
        ("service", "service", "service"),
        ("service", "area", "policy_area"),
        ("service", "provider_kind", "provider_kind"),
        ("service", "transfer_stage", "transfer_stage"),
        ("submission", "state", "submission_state"),
    ],
)
def test_codes_are_known(rows, table, column, code_list):
    with (CODES / f"{code_list}.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    assert {getattr(row, column) for row in rows[table]} <= known


@pytest.mark.parametrize(
    ("table", "grain"),
    [
        ("entity", "code"),
        ("allocation", "municipality year entity area mode programme financing"),
        ("competition", "municipality year competition"),
        ("service", "municipality year service"),
        ("openness", "municipality year"),
        ("submission", "municipality year"),
        ("series_break", "municipality year scope"),
    ],
)
def test_no_grain_is_there_twice(rows, table, grain):
    keys = [tuple(getattr(row, column) for column in grain.split()) for row in rows[table]]
    assert len(set(keys)) == len(keys)


def test_money_goes_to_entities_of_the_same_municipality(rows):
    home = {entity.code: entity.municipality for entity in rows["entity"]}
    assert all(home[line.entity] == line.municipality for line in rows["allocation"])


def test_there_are_tens_of_thousands_of_lines_and_every_one_is_money(rows):
    assert 50_000 <= len(rows["allocation"]) <= 75_000
    for line in rows["allocation"]:
        assert 0 < line.planned <= line.revised
        assert 0 < line.executed <= line.revised
        assert line.executed == line.executed.quantize(Decimal("0.01"))


def test_plans_are_nearly_but_not_wholly_spent(rows):
    executed, revised, planned = (
        sum(getattr(line, column) for line in rows["allocation"])
        for column in ("executed", "revised", "planned")
    )
    assert 0.95 < executed / revised < 0.995
    assert 0.9 < planned / revised < 0.99
