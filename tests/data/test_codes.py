import csv
import re
from pathlib import Path

import pytest

CODES = Path(__file__).parents[2] / "data" / "codes"

LISTS = {
    "recipient_kind": "budgetary_institution public_institution ngo other",
    "award_mode": "appropriation competition procurement other",
    "policy_area": "sport culture social health education ngo environment rights",
    "financing": "municipal state eu other",
    "transfer_stage": "municipal planned partly_transferred transferred",
    "provider_kind": "budgetary_institution public_institution ngo community other",
    "submission_state": "not_asked no_answer received accepted declared_zero",
    "value_state": "ok not_asked no_answer declared_zero not_comparable no_data",
    "assessor": "government irm ngo_centre",
    "obstacle": "funding people law dependency other",
}


def rows(name):
    with (CODES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_its_codes_in_their_order(name):
    assert [row["code"] for row in rows(name)] == LISTS[name].split()


@pytest.mark.parametrize("name", sorted(path.stem for path in CODES.glob("*.csv")))
def test_codes_are_ids_and_labels_are_distinct_in_both_languages(name):
    found = rows(name)
    assert set(found[0]) == {"code", "label_lt", "label_en"}
    assert all(re.fullmatch(r"[a-z_]+|\d{3}", row["code"]) for row in found)
    for column in found[0]:
        values = [row[column] for row in found]
        assert all(value == value.strip() != "" for value in values)
        assert len(set(values)) == len(values)
