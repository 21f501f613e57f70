"""A form is read as people fill it in; what is odd is remarked on, what is wrong blocks."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from data.forms.checking.batch import check_many
from data.forms.checking.check import check_file
from data.forms.checking.context import Context, KnownEntity
from data.forms.checking.mapping import read_map
from data.forms.checking.problems import euros
from data.forms.checking.report import exit_code
from data.forms.definition.errors import FormError
from data.forms.writing.template import file_name, write_template
from geo.finding import find_municipality
from tests.data.forms.drafts import Draft, Failed, allocation, at, good
from tests.data.forms.writers import write_csv, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.forms.checking.report import Report

DEMO = Context(demo=True)


def check(draft: Draft, folder: Path, context: Context = DEMO, **options: Any) -> Report:
    return check_file(write_xlsx(draft, folder / "form.xlsx"), context=context, **options)


def found(report: Report) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in report.problems]


def test_a_good_form_gives_its_values(tmp_path: Path) -> None:
    report = check(good(), tmp_path)
    assert report.problems == ()
    assert (report.municipality, report.year, report.exit_code) == ("13", 2026, 0)
    assert report.rows is not None
    assert report.rows["form"][0]["declared_total"] == Decimal("202950.85")
    first = report.rows["allocations"][0]
    assert (first["code"], first["kind"], first["area"]) == (
        "D13-0001", "budgetary_institution", "culture",
    )  # fmt: skip
    assert first["executed"] == Decimal("200000.10")
    assert report.rows["competitions"][0]["announced"] == date(2026, 2, 1)
    assert report.rows["openness"][0]["ngo_council"] is True


def test_people_write_as_they_please(tmp_path: Path) -> None:
    plain, free = check(good(), tmp_path), good()
    for where, value in {
        at("form", "municipality"): " VILNIAUS MIESTO  SAVIVALDYBĖ",
        at("form", "year"): "2026 m.",
        at("form", "filled_on"): "2027.02.15",
        at("form", "declared_total"): "202\u00a0950,85 €",
        at("form", "declared_zero_competition"): "nE",
        at("allocations", "code"): "d13-0001 ",
        at("allocations", "kind"): "biudzetine istaiga",
        at("allocations", "area"): "Culture",
        at("allocations", "mode"): "appropriation",
        at("allocations", "planned"): "1.000,00",
        at("allocations", "executed"): "200'000.10 EUR",
        at("allocations", "users"): "40,0",
        at("competitions", "announced"): 46054,
        at("openness", "ngo_council"): "x",
        at("openness", "ngo_share"): "55,5 %",
    }.items():
        free.put(where, value)
    report = check(free, tmp_path)
    assert report.problems == ()
    assert report.rows == plain.rows


def test_blank_lines_and_notes_under_the_table_are_passed_over(tmp_path: Path) -> None:
    plain, spread = check(good(), tmp_path), good()
    grid = spread.grids["Asignavimai"]
    grid.cells = {(row + 2 * (row > 6), column): v for (row, column), v in grid.cells.items()}
    grid.put("A14", "* Pastaba: duomenys be ES lėšų")
    grid.put("B16", "Parengė finansų skyrius")
    report = check(spread, tmp_path)
    assert report.problems == ()
    assert report.rows == plain.rows


def test_a_row_of_sums_is_passed_over_with_a_remark(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!B11", "Iš viso:")
    draft.put("Asignavimai!J11", 202_950.85)
    report = check(draft, tmp_path)
    assert found(report) == [("total_row", "Asignavimai!B11")]
    assert report.clean


def test_a_recipient_whose_name_begins_like_a_sum_is_kept(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!B10", "Viso pasaulio asociacija")
    report = check(draft, tmp_path)
    assert report.problems == ()
    assert report.rows is not None
    assert len(report.rows["allocations"]) == 6


def test_columns_may_stand_in_any_order_and_language(tmp_path: Path) -> None:
    plain, moved = check(good(), tmp_path), good()
    grid = moved.grids["Asignavimai"]
    grid.cells = {(row + 3, 20 - column): v for (row, column), v in grid.cells.items()}
    moved.put("Asignavimai!J7", None)
    for column, heading in {20 - 1: "legal entity code", 20 - 10: "EXECUTED (EUR)"}.items():
        grid.cells[7, column] = heading
    report = check(moved, tmp_path)
    assert found(report) == []
    assert report.rows == plain.rows


def test_a_map_of_columns_reads_a_files_own_headings(tmp_path: Path) -> None:
    plain, own = check(good(), tmp_path), good()
    own.put("Asignavimai!A4", "Įm. kodas")
    own.put("Asignavimai!J4", "Kasinės išlaidos")
    own.put("Asignavimai!M4", "Vidinis Nr.")
    own.put("Asignavimai!M5", 17)
    own.put("Forma!A8", "Kas pildė")
    assert [code for code, _ in found(check(own, tmp_path))] == [
        "missing_field", *["missing_column"] * 2, *["unknown_column"] * 3,
    ]  # fmt: skip
    path = tmp_path / "map.csv"
    path.write_text(
        "sheet;heading;column\nAsignavimai;Įm. kodas;code\nallocations;KASINĖS išlaidos;executed\n"
        "Asignavimai;Vidinis nr;\nForma;Kas pildė;office\n",
        encoding="utf-8",
    )
    report = check(own, tmp_path, column_map=read_map(path))
    assert report.problems == ()
    assert report.rows == plain.rows


@pytest.mark.parametrize(
    ("line", "said"),
    [("Asignavima;x;code", "Asignavimai"), ("Asignavimai;x;coed", "code"), ("", "sheet, heading")],
)
def test_a_wrong_map_says_what_was_meant(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text(f"sheet;heading;column\n{line}\n" if line else "a;b\n", encoding="utf-8")
    with pytest.raises(FormError, match=said):
        read_map(path)


def test_hints_name_what_was_perhaps_meant(tmp_path: Path) -> None:
    draft = good()
    known = {"124110246": KnownEntity("Registrų centras")}
    for where, value in {
        "Asignavimai!A10": 124110264, "Asignavimai!C9": "Viešoji istaga",
        "Asignavimai!D9": "Konkursas", "Asignavimai!I4": "Patikslintas planaas, €",
        "Asignavimai!H9": "1.234", "Forma!B5": "Vilnaus m. sav.",
    }.items():  # fmt: skip
        draft.put(where, value)
    report = check(draft, tmp_path, Context(demo=True, entities=known))
    hints = {problem.place: problem.hint("lt") for problem in report.problems}
    assert "124110246" in hints["Asignavimai!A10"]
    assert "Viešoji įstaiga" in hints["Asignavimai!C9"]
    assert "Skyrimo būdas" in hints["Asignavimai!D9"]
    assert "I4 „Patikslintas planaas, €“" in hints["Asignavimai"]
    assert "1 234" in hints["Asignavimai!H9"]
    assert "Vilniaus m. sav." in hints["Forma!B5"]


def test_demonstration_codes_are_only_for_the_demonstration(tmp_path: Path) -> None:
    report = check(good(), tmp_path, Context())
    assert {code for code, _ in found(report)} == {"entity_demo"}
    assert report.rows is None


@pytest.mark.parametrize("told", ["context", "name"])
def test_a_form_of_another_municipality_or_year_is_refused(told: str, tmp_path: Path) -> None:
    name = "form.xlsx" if told == "context" else "savivalda-forma-19-2025.xlsx"
    expected = Context(demo=True, municipality="19", year=2025) if told == "context" else DEMO
    report = check_file(write_xlsx(good(), tmp_path / name), context=expected)
    assert found(report) == [("wrong_municipality", "Forma!B5"), ("wrong_year", "Forma!B6")]


def warning(where: str, value: object, code: str) -> tuple[Callable[[Draft], None], str, str]:
    return (lambda draft: draft.put(where, value)), code, where


WARNINGS = [
    warning("Asignavimai!I6", 1000, "executed_over_revised"),
    warning("Asignavimai!B6", "UAB Pavyzdys", "kind_contradicts_name"),
    warning("Konkursai!D5", 400, "awarded_over_budget"),
    warning("Konkursai!G5", 400, "awarded_over_requested"),
    warning("Konkursai!C5", date(2023, 5, 1), "date_unlikely"),
    warning("Forma!A1", None, "no_stamp"),
    warning("Atvirumas!B7", 0.5, "share_fraction"),
    warning("Paslaugos!D5", "1234567", "entity_old"),
]
ELSEWHERE = {"Asignavimai!I6": "Asignavimai!J6", "Asignavimai!B6": "Asignavimai!C6",
             "Konkursai!D5": "Konkursai!H5", "Konkursai!G5": "Konkursai!H5"}  # fmt: skip


@pytest.mark.parametrize(("spoil", "code", "where"), WARNINGS, ids=[each[1] for each in WARNINGS])
def test_what_is_odd_is_remarked_on_and_does_not_block(
    spoil: Callable[[Draft], None], code: str, where: str, tmp_path: Path
) -> None:
    draft = good()
    spoil(draft)
    report = check(draft, tmp_path)
    assert found(report) == [(code, ELSEWHERE.get(where, where))]
    assert report.rows is not None
    assert (report.clean, report.exit_code) == (True, 0)


def test_a_kind_that_the_legal_form_does_not_allow_blocks(tmp_path: Path) -> None:
    known = {
        "D13-0001": KnownEntity("A", legal_form="950"),
        "D13-0004": KnownEntity("B", kind="other"),
        "D13-0006": KnownEntity("C", legal_form="310"),
    }
    report = check(good(), tmp_path, Context(demo=True, entities=known))
    assert found(report) == [
        ("kind_changed", "Asignavimai!C8"), ("kind_contradicts_form", "Asignavimai!C10"),
    ]  # fmt: skip
    assert not report.clean


def test_jumps_on_the_year_before_are_remarked_on(tmp_path: Path) -> None:
    before = {("13", 2025, "D13-0001"): Decimal(30_000), ("13", 2025, "D13-0002"): Decimal(10)}
    context = Context(demo=True, totals={("13", 2025): Decimal(40_000)}, received=before)
    report = check(good(), tmp_path, context)
    assert found(report) == [("jump_total", "Forma!B11"), ("jump_entity", "Asignavimai!J5")]
    assert "6,7" in report.problems[1].text("lt")
    assert "30,000.00" in report.problems[1].expected("en")
    assert report.problems[0].shown("lt") == euros(Decimal("202950.85")).lt
    assert report.clean


def test_a_zero_that_holds_is_declared_and_one_that_is_not_is_asked_for(tmp_path: Path) -> None:
    draft = good()
    for row in (7, 8):
        draft.grids["Asignavimai"].row(row, [None] * 12)
    for row in (5, 6):
        draft.grids["Konkursai"].row(row, [None] * 9)
    draft.put(at("form", "declared_total"), 202_200.6)
    draft.put(at("form", "declared_total_ngo_competition"), 0)
    assert found(check(draft, tmp_path)) == [("zero_not_declared", "Forma!B10")]
    draft.put(at("form", "declared_zero_competition"), "Taip")
    assert found(check(draft, tmp_path)) == []


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    draft = good()
    spoiled = {"Asignavimai!H5": "daug", "Asignavimai!D7": "Sparta", "Forma!B7": "vakar",
               "Konkursai!E5": -1, "Paslaugos!F5": None, "Atvirumas!B9": "nėra"}  # fmt: skip
    for where, value in spoiled.items():
        draft.put(where, value)
    report = check(draft, tmp_path)
    order = ["Forma!B7", "Asignavimai!H5", "Asignavimai!D7", "Konkursai!E5", "Paslaugos!F5",
             "Atvirumas!B9"]  # fmt: skip
    assert [problem.place for problem in report.problems] == order


def test_a_form_with_no_end_of_problems_is_cut_short(tmp_path: Path) -> None:
    draft = good()
    for row in range(5, 2000):
        draft.grids["Asignavimai"].row(row, ["x", None, "x", "x", "x", None, "x", "x", "x", "x"])
    report = check(draft, tmp_path)
    assert len(report.problems) == 10_001
    assert "too_many_problems" in {problem.code for problem in report.problems}


def test_the_empty_form_is_read_and_only_lacks_what_was_not_filled_in(tmp_path: Path) -> None:
    place = find_municipality("13")
    path = tmp_path / file_name(place, 2026)
    write_template(path, place, 2026)
    report = check_file(path)
    assert (report.municipality, report.year) == ("13", 2026)
    assert {problem.code for problem in report.problems} == {"required", "no_rows"}


def test_a_single_csv_file_is_one_sheet_known_by_its_name_or_headings(tmp_path: Path) -> None:
    grid = good().grids["Asignavimai"]
    for name in ("Asignavimai.csv", "13 2026 asignavimai.csv", "lentele.csv"):
        report = check_file(write_csv(grid, tmp_path / name, delimiter=";"), context=DEMO)
        assert [problem.code for problem in report.problems] == ["missing_sheet"] * 4


def test_a_formula_that_nobody_computed_is_shown(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!H5", Failed(""))
    (problem,) = check(draft, tmp_path).problems
    assert (problem.code, problem.shown("lt")) == ("formula_error", "=1/0")


def test_a_personal_code_is_never_echoed(tmp_path: Path) -> None:
    draft = good()
    places = ("Asignavimai!A5", "Asignavimai!L6", "Asignavimai!M4", "Forma!B8", "Konkursai!A5")
    for number, where in enumerate(places):
        draft.put(where, "38901010003" if number % 2 else "a. k. 389 0101 0003")
    report = check(draft, tmp_path)
    assert {p.place for p in report.problems if p.code == "personal_code"} == set(places)
    said = "".join(
        text
        for problem in report.problems
        for lang in ("lt", "en")
        for text in (
            problem.shown(lang),
            problem.text(lang),
            problem.expected(lang),
            problem.hint(lang),
        )
    )
    assert "0101" not in said
    assert report.rows is None


def dying(path: Path, **_options: object) -> Report:
    """A check that ends its process at some files."""
    if "dies" in path.name:
        os._exit(9)
    return check_file(path, context=DEMO)


def failing(path: Path, **_options: object) -> Report:
    if "fails" in path.name:
        raise ZeroDivisionError
    return check_file(path, context=DEMO)


def test_many_files_are_reported_in_their_order(tmp_path: Path) -> None:
    paths = [write_xlsx(good(), tmp_path / f"{n}.xlsx") for n in range(20)]
    paths[7].write_bytes(b"broken")
    reports = list(check_many(paths, context=DEMO, processes=2))
    assert [report.path for report in reports] == paths
    assert [report.exit_code for report in reports] == [2 if n == 7 else 0 for n in range(20)]
    assert exit_code(reports) == 2
    assert list(check_many([], context=DEMO)) == []


def test_a_file_that_ends_its_process_costs_no_other_report(tmp_path: Path) -> None:
    names = ["a", "b", "dies", "c", "d", "e", "f", "g", "h", "dies too", "i"]
    paths = [write_xlsx(good(), tmp_path / f"{name}.xlsx") for name in names]
    reports = list(check_many(paths, processes=2, check=dying))
    assert [report.path for report in reports] == paths
    codes = [[problem.code for problem in report.problems] for report in reports]
    assert codes == [["reader_died"] if "dies" in name else [] for name in names]


def test_a_fault_of_ours_at_one_file_costs_no_other_report(tmp_path: Path) -> None:
    paths = [write_xlsx(good(), tmp_path / f"{name}.xlsx") for name in ("a", "fails", "b")]
    reports = list(check_many(paths, processes=1, check=failing))
    assert [report.exit_code for report in reports] == [0, 2, 0]


def test_rows_below_each_other_need_not_be_in_the_order_of_the_form(tmp_path: Path) -> None:
    draft = good()
    grid = draft.grids["Forma"]
    grid.row(20, [grid.cells.pop((5, 1)), grid.cells.pop((5, 2))])
    assert check(draft, tmp_path).municipality == "13"


def test_the_same_recipient_may_stand_in_rows_that_differ(tmp_path: Path) -> None:
    draft = good()
    draft.grids["Asignavimai"].row(10, allocation(4, area="Sportas", executed=0))
    assert check(draft, tmp_path).problems == ()
