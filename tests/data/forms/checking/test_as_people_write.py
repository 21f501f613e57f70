"""A form is read as people fill it in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from data.forms.values.spelling import fold
from data.forms.writing.template import file_name, write_template
from geo.finding import find_municipality
from tests.data.forms.checking.checks import DEMO, check, found
from tests.data.forms.drafts import Failed, allocation, at, good
from tests.data.forms.writers import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_good_form_gives_its_values(tmp_path: Path) -> None:
    report = check(good(), tmp_path)
    assert report.problems == ()
    assert (report.municipality, report.year, report.exit_code) == ("13", 2026, 0)
    assert report.rows is not None
    assert report.rows["form"][0]["declared_total"] == Decimal("200002950.85")
    first = report.rows["allocations"][0]
    assert (first["code"], first["kind"], first["area"]) == (
        "D13-0001", "budgetary_institution", "culture",
    )  # fmt: skip
    assert first["executed"] == Decimal("200000000.10")
    assert report.rows["competitions"][0]["announced"] == date(2026, 2, 1)
    assert report.rows["openness"][0]["ngo_council"] is True


def test_people_write_as_they_please(tmp_path: Path) -> None:
    plain, free = check(good(), tmp_path), good()
    for where, value in {
        at("form", "municipality"): " VILNIAUS MIESTO  SAVIVALDYBĖ",
        at("form", "year"): "2026 m.",
        at("form", "filled_on"): "2026.03.15",
        at("form", "declared_total"): "200\u00a0002\u00a0950,85 €",
        at("form", "declared_zero_competition"): "nE",
        at("allocations", "code"): "d13-0001 ",
        at("allocations", "kind"): "biudzetine istaiga",
        at("allocations", "area"): "Culture",
        at("allocations", "mode"): "appropriation",
        at("allocations", "planned"): "1.000,00",
        at("allocations", "executed"): "200'000'000.10 EUR",
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
    draft.put("Asignavimai!J11", 200_002_950.85)
    report = check(draft, tmp_path)
    assert found(report) == [("total_row", "Asignavimai!B11")]
    assert report.clean


@pytest.mark.parametrize("word", ["Iš viso", "Iš viso kultūrai:", "Tarpinė suma", "Iš jų NVO"])
def test_a_row_of_sums_is_passed_over_wherever_it_stands(word: str, tmp_path: Path) -> None:
    plain, draft = check(good(), tmp_path), good()
    grid = draft.grids["Asignavimai"]
    grid.cells = {(row + (row > 7), column): v for (row, column), v in grid.cells.items()}
    for where, value in {"B8": word, "H8": 5, "J8": Failed("#REF!"), "B15": word, "I15": 7}.items():
        draft.put(f"Asignavimai!{where}", value)
    report = check(draft, tmp_path)
    assert found(report) == [("total_row", "Asignavimai!B8"), ("total_row", "Asignavimai!B15")]
    assert report.rows == plain.rows


def test_a_recipient_without_a_code_is_no_row_of_sums(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!A7", None)
    draft.put("Asignavimai!B7", "Suma visiems")
    assert found(check(draft, tmp_path)) == [("required", "Asignavimai!A7")]


def test_a_day_with_its_time_is_that_day(tmp_path: Path) -> None:
    plain, free = check(good(), tmp_path), good()
    free.put(at("form", "filled_on"), datetime(2026, 3, 15, 13, 30))  # noqa: DTZ001 - as NOW() says
    free.put(at("competitions", "announced"), "2026-02-01 09:05:59")
    report = check(free, tmp_path)
    assert report.problems == ()
    assert report.rows == plain.rows


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


def test_the_empty_form_is_read_and_only_lacks_what_was_not_filled_in(tmp_path: Path) -> None:
    place = find_municipality("13")
    path = tmp_path / file_name(place, 2026)
    write_template(path, place, 2026)
    report = check_file(path)
    assert (report.municipality, report.year) == ("13", 2026)
    assert {problem.code for problem in report.problems} == {"required", "no_rows"}


def test_a_single_csv_file_is_one_sheet_known_by_its_name_or_headings(tmp_path: Path) -> None:
    grid = good().grids["Asignavimai"]
    for name in ("Asignavimai.csv", "13 2026 asignavimai.csv", "lentele.csv", "forma.csv"):
        report = check_file(write_csv(grid, tmp_path / name, delimiter=";"), context=DEMO)
        assert [problem.code for problem in report.problems] == ["missing_sheet"] * 4


@pytest.mark.parametrize(
    "called",
    ["forma-{}", "savivalda-forma-13-2026-{}", "forma.xlsx - {}", "Forma 2026 - {}", "forma_{}",
     "{}-Table 1", "{} (1)"],
)  # fmt: skip
@pytest.mark.parametrize("spelled", [str, fold], ids=["as it is", "without diacritics"])
def test_sheets_are_known_by_the_names_that_programs_give_them(
    called: str, spelled: Callable[[str], str], tmp_path: Path
) -> None:
    """LibreOffice, Google and Numbers put the sheet's name behind or before the workbook's."""
    draft = good()
    for title in ("Forma", "Asignavimai", "Konkursai", "Paslaugos", "Atvirumas"):
        grid = draft.grids[title]
        if title == "Paslaugos":  # whose headings tell nothing
            grid.cells = {place: value for place, value in grid.cells.items() if place[0] < 4}
            grid.row(4, ["a", "b", "c"])
        (tmp_path / "form").mkdir(exist_ok=True)
        write_csv(grid, tmp_path / "form" / f"{called.format(spelled(title))}.csv")
    name = called.format(spelled("Paslaugos"))
    sheet = f"'{name}'" if not name.replace("_", "").isalnum() else name
    assert found(check_file(tmp_path / "form", context=DEMO)) == [("no_header", sheet)]


def test_rows_below_each_other_need_not_be_in_the_order_of_the_form(tmp_path: Path) -> None:
    draft = good()
    grid = draft.grids["Forma"]
    grid.row(20, [grid.cells.pop((5, 1)), grid.cells.pop((5, 2))])
    assert check(draft, tmp_path).municipality == "13"


@pytest.mark.parametrize(
    ("said", "warned"),
    [
        ("Dar 1 500 Eur gavo seniūnija", True), ("Neįtraukta: Pavyzdinė asociacija, 2500.00", True),
        ("Papildomai skirta 3 tūkst.", True), ("Kita 12000", True), ("Likutis 100 €", True),
        ("Duomenys 2026-03-15, pagal 2026 m. biudžetą", False), ("Parengė 3 skyriai", False),
    ],
)  # fmt: skip
def test_an_amount_below_the_table_is_remarked_on(said: str, warned: bool, tmp_path: Path) -> None:
    """It may be a recipient that was not read."""
    draft = good()
    for where in ("Asignavimai!B13", "Asignavimai!O13"):
        draft.put(where, said)
    report = check(draft, tmp_path)
    places = ["Asignavimai!B13", "Asignavimai!O13"] if warned else []
    assert found(report) == [("note_with_amount", place) for place in places]
    assert report.clean


def test_the_same_recipient_may_stand_in_rows_that_differ(tmp_path: Path) -> None:
    draft = good()
    draft.grids["Asignavimai"].row(10, allocation(4, area="Sportas", executed=0, users=None))
    assert check(draft, tmp_path).problems == ()
