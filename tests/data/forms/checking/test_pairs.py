"""What must agree with what: every line of the form's table of contradictions is looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from data.forms.checking.context import Context, KnownEntity
from data.forms.checking.problems import WARNINGS, kinds
from data.forms.definition.pairs import CellCondition, across, pairs
from tests.data.forms.checking.checks import DEMO, check, found
from tests.data.forms.drafts import at, good

if TYPE_CHECKING:
    from pathlib import Path

Cells = dict[tuple[str, str], Any]
"""Values by sheet and column, put into the sheet's first row."""

ROW = {"allocations": 7}
"""The row of allocations that a competition won; other tables begin in row 5."""

CONTRADICTIONS: dict[str, Cells] = {
    "ngo_total_over_total": {("form", "declared_total"): 100},
    "executed_over_revised": {("allocations", "revised"): 10},
    "users_without_money": {("allocations", "executed"): 0, ("competitions", "awarded"): 0},
    "funded_over_applications": {("competitions", "funded"): 6},
    "awarded_over_requested": {("competitions", "requested"): 400},
    "awarded_over_budget": {("competitions", "budget"): 400},
    "awarded_without_funded": {("competitions", "funded"): 0},
    "funded_without_money": {("competitions", "awarded"): 0},
    "requested_without_applications": {
        ("competitions", "applications"): 0, ("competitions", "funded"): 0,
        ("competitions", "awarded"): 0,
    },
    "applications_without_request": {("competitions", "requested"): 0},
    "transfer_year_untimely": {("services", "transfer_stage"): "Iš dalies perduota"},
    "transfer_year_later": {("services", "transfer_year"): 2027},
    "transferred_to_institution": {("services", "provider_kind"): "Biudžetinė įstaiga"},
    "municipal_by_others": {
        ("services", "transfer_stage"): "Teikia savivaldybės įstaigos",
        ("services", "transfer_year"): None,
    },
    "planned_and_provided": {
        ("services", "transfer_stage"): "Numatyta perduoti", ("services", "transfer_year"): None,
    },
    "meetings_without_council": {
        ("openness", "ngo_council"): "Ne", ("openness", "ngo_share"): None,
    },
    "share_without_council": {("openness", "ngo_council"): "Ne", ("openness", "meetings"): None},
    "council_without_meetings": {("openness", "meetings"): 0},
    "council_without_ngos": {("openness", "ngo_share"): 0},
    "budget_link_unasked": {("openness", "open_budget"): "Ne"},
    "results_link_unasked": {("openness", "results_link"): "https://pavyzdys.lt/rezultatai"},
    "year_to_come": {("form", "year"): 2027},
    "day_to_come": {("form", "filled_on"): date(2026, 12, 25)},
    "date_unlikely": {("form", "filled_on"): date(2025, 12, 31)},
    "wrong_municipality": {("form", "municipality"): "Kauno m. sav."},
    "wrong_year": {("form", "year"): 2025},
    "total_differs": {("form", "declared_total"): 1_000_000},
    "ngo_total_differs": {("form", "declared_total_ngo_competition"): 700},
    "zero_beside_amounts": {("form", "declared_zero_competition"): "Taip"},
    "zero_not_declared": {("allocations", "kind"): "Kita", ("allocations2", "kind"): "Kita"},
    "size_unlikely": {},
    "jump_total": {},
    "jump_entity": {},
    "two_kinds": {("allocations2", "code"): "D13-0003", ("allocations2", "kind"): "Kita"},
    "two_names": {("allocations2", "code"): "D13-0003"},
    "kind_contradicts_form": {("allocations", "code"): "D13-0008"},
    "kind_contradicts_name": {("allocations", "name"): "UAB Pavyzdys"},
    "kind_changed": {("allocations", "code"): "D13-0009"},
    "unknown_competition": {("allocations", "programme"): "K09"},
    "competition_kind": {("allocations", "kind"): "Viešoji įstaiga"},
    "competition_area": {("allocations", "area"): "Sportas"},
    "competition_sum": {("competitions", "awarded"): 450},
    "winners_over_funded": {("allocations2", "programme"): "K01"},
    "provider_of_other_kind": {("services", "provider_code"): "D13-0001"},
}  # fmt: skip

KNOWN = {
    "D13-0008": KnownEntity("A", legal_form="310"),
    "D13-0009": KnownEntity("B", kind="public_institution"),
}
TOLD = {
    "wrong_municipality": Context(demo=True, municipality="13"),
    "wrong_year": Context(demo=True, year=2026),
    "size_unlikely": Context(demo=True, residents={("13", 2024): 600, ("13", 2027): 600_000}),
    "jump_total": Context(demo=True, totals={("13", 2025): Decimal(10_000)}),
    "jump_entity": Context(demo=True, received={("13", 2025, "D13-0001"): Decimal(10_000)}),
}
CODES = [pair.code for pair in pairs() if pair.sheet != "awards"] + [
    code for rule in across() for code in rule.codes
]


def told(code: str) -> Context:
    return replace(TOLD.get(code, DEMO), entities=KNOWN, today=date(2026, 11, 21))


def test_the_table_names_each_kind_once_with_its_weight_and_words() -> None:
    assert len(CODES) == len({*CODES})
    weights = {pair.code: pair.weight for pair in pairs()} | {
        code: rule.weight for rule in across() for code in rule.codes
    }
    for code, weight in weights.items():
        assert (code in WARNINGS) == (weight == "warning"), code
        assert all(kinds(lang)[code]["text"] for lang in ("lt", "en"))


@pytest.mark.parametrize("code", CODES)
def test_a_contradiction_is_named_at_a_cell_in_both_languages(code: str, tmp_path: Path) -> None:
    draft = good()
    for (sheet, column), value in CONTRADICTIONS[code].items():
        table = sheet.rstrip("2")
        draft.put(at(table, column, ROW.get(table, 5) + (sheet != table)), value)
    problems = [each for each in check(draft, tmp_path, told(code)).problems if each.code == code]
    assert problems
    for problem in problems:
        assert problem.cell
        assert problem.text("lt") != problem.text("en")
        for lang in ("lt", "en"):
            assert "{" not in problem.text(lang) + problem.expected(lang) + problem.hint(lang)


def test_a_form_that_agrees_with_itself_has_none_of_them(tmp_path: Path) -> None:
    assert found(check(good(), tmp_path, told(""))) == []


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        (CellCondition("a", over="b"), 2, False),
        (CellCondition("a", over="b"), 3, True),
        (CellCondition("a", over="b"), None, False),
        (CellCondition("a", over="c"), 3, False),
        (CellCondition("a", over=0), Decimal("0.01"), True),
        (CellCondition("a", one_of=(0,)), Decimal("0.00"), True),
        (CellCondition("a", one_of=(0,)), False, False),
        (CellCondition("a", one_of=("no",)), False, True),
        (CellCondition("a", filled=True), 0, True),
        (CellCondition("a", filled=True), None, False),
    ],
)
def test_a_condition_on_a_cell_holds_only_where_all_it_needs_is_known(
    condition: CellCondition, value: object, holds: bool
) -> None:
    assert condition.holds({"a": value, "b": 2, "c": None}) is holds


@pytest.mark.parametrize(("total", "likely"), [(49.99, False), (50, True), (20_001, False)])
def test_the_size_is_told_by_euros_a_resident(total: float, likely: bool, tmp_path: Path) -> None:
    """Residents of the year or, where they are not known yet, of the last year before it."""
    residents = {("13", 2020): 1, ("13", 2025): round(200_002_950.85 / total), ("19", 2026): 1}
    report = check(good(), tmp_path, Context(demo=True, residents=residents))
    assert [code for code, _ in found(report)] == ([] if likely else ["size_unlikely"])
    assert report.clean
