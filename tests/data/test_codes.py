import csv
import re
from pathlib import Path

import pytest

from data.forms.definition.codes import code_list

CODES = Path(__file__).parents[2] / "data" / "codes"

LISTS = {
    "recipient_kind": "budgetary_institution public_institution ngo other other_founder undecided",
    "award_mode": "appropriation competition procurement other unmarked",
    "policy_area": "sport culture social health education ngo environment rights "
    "culture_sport other",
    "financing": "municipal state eu other undecided",
    "transfer_stage": "municipal planned partly_transferred transferred",
    "provider_kind": "budgetary_institution public_institution ngo community other",
    "submission_state": "not_asked no_answer received accepted declared_zero published",
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
    assert set(found[0]) - {"offered"} == {"code", "label_lt", "label_en"}
    assert {row.pop("offered", "yes") for row in found} <= {"yes", "no"}
    assert all(re.fullmatch(r"[a-z_]+|\d{3}", row["code"]) for row in found)
    for column in found[0]:
        values = [row[column] for row in found]
        assert all(value == value.strip() != "" for value in values)
        assert len(set(values)) == len(values)


def test_what_only_published_tables_have_is_not_offered_in_forms():
    """A table may tell less than the form asks; a clerk must not choose "not told"."""
    hidden = {
        name: {row["code"] for row in rows(name) if row.get("offered") == "no"} for name in LISTS
    }
    assert {name: codes for name, codes in hidden.items() if codes} == {
        "recipient_kind": {"other_founder", "undecided"},
        "award_mode": {"unmarked"},
        "policy_area": {"culture_sport", "other"},
        "financing": {"undecided"},
    }
    for name, codes in hidden.items():
        assert not codes & {code.code for code in code_list(name)}
        assert codes <= {code.code for code in code_list(name, every=True)}
