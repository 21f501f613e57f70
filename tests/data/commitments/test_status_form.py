"""The form of statuses: taken in whole, or refused with its cell and nothing changed."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import openpyxl
import pytest
from filling import GOOD, TODAY

from data.commitments.files import read_files
from data.commitments.form import write_statuses_form
from data.commitments.statuses import add_statuses, check_statuses
from data.forms.checking.texts import to_text
from data.forms.definition.model import FIRST_DATA_ROW, HEADER_ROW
from data.forms.writing.template import template_bytes
from geo.finding import find_municipality

if TYPE_CHECKING:
    from pathlib import Path

    from filling import Fill

NOT_STARTED = {"Būklė": "Nepradėta"}
LATER = {"Vertinimo data": "2020-01-31"}
UNDATED = {"Vertinimo data": "", "Data nenurodyta": "Taip"}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return [row.cells for row in read_files(folder)[name]]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_clean_form_adds_its_rows_and_its_source_and_changes_nothing_else(
    folder: Path, fill: Fill
) -> None:
    before = contents(folder)
    report = add_statuses(
        fill({}, LATER | {"Būklė": "Atlikta", "Atlikimo data": "2020-01-15"}), folder, TODAY
    )
    assert report.problems == ()
    after = contents(folder)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"commitment_status.csv", "plan_document.csv"}
    assert all(after[name].startswith(before[name]) for name in changed)
    first, second = rows(folder, "commitment_status")[-2:]
    assert (first["commitment"], first["status"], first["observed_on"]) == (
        "4-3", "halfway", "2019-06-30",
    )  # fmt: skip
    assert (first["deadline_original"], first["deadline_revised"]) == ("2020-06-15", "2020-12-31")
    assert (second["status"], second["finished_on"]) == ("done", "2020-01-15")
    (document,) = [row for row in rows(folder, "plan_document") if row["title"] == GOOD["Šaltinis"]]
    assert first["document"] == second["document"] == document["document"]
    assert document["retrieved"] == TODAY.isoformat()


def test_a_known_source_is_not_written_twice(folder: Path, fill: Fill) -> None:
    known = {"Šaltinio adresas": "https://www.opengovpartnership.org/members/lithuania/"}
    before = len(rows(folder, "plan_document"))
    assert add_statuses(fill(known), folder, TODAY).clean
    assert rows(folder, "commitment_status")[-1]["document"] == "ogp-lithuania"
    assert len(rows(folder, "plan_document")) == before


def test_a_form_is_not_taken_in_twice(folder: Path, fill: Fill) -> None:
    form = fill({})
    assert add_statuses(form, folder, TODAY).clean
    once = contents(folder)
    again = add_statuses(form, folder, TODAY)
    assert [(p.code, p.cell) for p in again.problems] == [("status_recorded", "D2")]
    assert contents(folder) == once


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"Įsipareigojimas": "4-9"}, ("unknown_code", "A2")),
        ({"Vertintojas": "Spauda"}, ("unknown_code", "B2")),
        ({"Skalė": "IRM: užmojis", "Būklė": "Mažas"}, ("scale_of_other", "C2")),
        ({"Būklė": "Ribotai"}, ("status_of_other_scale", "E2")),
        ({"Būklė": "Beveik"}, ("unknown_code", "E2")),
        ({"Įrodymas": ""}, ("required", "F2")),
        (NOT_STARTED, ("obstacle_needed", "G2")),
        (NOT_STARTED | {"Kliūtis": "Tingime"}, ("unknown_code", "G2")),
        ({"Vertinimo data": "2019-02-29"}, ("not_a_date", "D2")),
        ({"Vertinimo data": "2026-11-22"}, ("day_to_come", "D2")),
        ({"Vertinimo data": ""}, ("no_day", "D2")),
        ({"Vertinimo data": "", "Data nenurodyta": "Ne"}, ("no_day", "D2")),
        ({"Data nenurodyta": "Taip"}, ("dated_already", "O2")),
        ({"Žinoma, kad po": "2019-01-01"}, ("dated_already", "P2")),
        (UNDATED | {"Žinoma, kad po": "2026-11-22"}, ("day_to_come", "P2")),
        (UNDATED | {"Būklė": "Atlikta", "Atlikimo data": "2026-11-22"}, ("day_to_come", "K2")),
        ({"Pradinis terminas": "2020-06-16"}, ("other_deadline", "I2")),
        ({"Patikslintas terminas": "2018-06-29"}, ("deadline_before_start", "J2")),
        ({"Patikslintas terminas": "2020-06-14"}, ("revised_earlier", "J2")),
        (
            {"Pradinis terminas": "", "Patikslintas terminas": "2020-06-14"},
            ("revised_earlier", "J2"),
        ),
        (
            {"Būklė": "Atlikta", "Atlikimo data": "2018-06-29"},
            ("finished_before_start", "K2"),
        ),
        ({"Patikslintas terminas": "kitąmet"}, ("not_a_date", "J2")),
        ({"Būklė": "Atlikta"}, ("required_when", "K2")),
        ({"Būklė": "Atlikta", "Atlikimo data": "2019-07-01"}, ("finished_later", "K2")),
        ({"Atlikimo data": "2019-06-01"}, ("finished_undone", "K2")),
        ({"Šaltinio adresas": "finmin"}, ("not_a_link", "N2")),
    ],
)
def test_a_wrong_cell_is_named_in_both_languages_and_nothing_changes(
    folder: Path, fill: Fill, change: dict[str, str], wrong: tuple[str, str]
) -> None:
    before = contents(folder)
    report = add_statuses(fill(change), folder, TODAY)
    assert [(problem.code, problem.cell) for problem in report.problems] == [wrong]
    assert f"Klaida  bukles!{wrong[1]}" in to_text(report, "lt")
    assert f"Error  bukles!{wrong[1]}" in to_text(report, "en")
    assert contents(folder) == before


def test_one_wrong_row_keeps_the_right_ones_out(folder: Path, fill: Fill) -> None:
    before = contents(folder)
    report = add_statuses(fill({}, LATER | {"Būklė": "?"}), folder, TODAY)
    assert [problem.cell for problem in report.problems] == ["E3"]
    assert contents(folder) == before


def test_where_nothing_moved_an_obstacle_is_asked_for(folder: Path, fill: Fill) -> None:
    same = [{}, LATER]
    (problem,) = check_statuses(fill(*same), folder, TODAY).problems
    assert (problem.code, problem.cell) == ("obstacle_needed", "G3")
    # The order of rows is nobody's history: the later day is the one where nothing moved.
    (problem,) = check_statuses(fill(*reversed(same)), folder, TODAY).problems
    assert problem.cell == "G2"
    assert check_statuses(fill({}, LATER | {"Kliūtis": "Trūksta lėšų"}), folder, TODAY).clean
    recorded = {"Įsipareigojimas": "3-I-1", "Pradinis terminas": "", "Vertinimo data": "2018-01-01"}
    (problem,) = check_statuses(fill(recorded), folder, TODAY).problems
    assert problem.code == "obstacle_needed"
    assert check_statuses(fill(recorded | {"Būklė": "Pradėta"}), folder, TODAY).clean


def test_a_status_whose_date_no_source_gives_says_so_and_stands_in_order(
    folder: Path, fill: Fill
) -> None:
    after = UNDATED | {"Žinoma, kad po": "2019-06-30", "Kliūtis": "Trūksta lėšų"}
    assert add_statuses(fill({}, after), folder, TODAY).problems == ()
    first, second = rows(folder, "commitment_status")[-2:]
    assert (first["observed_on"], first["known_after"]) == ("2019-06-30", "")
    assert (second["observed_on"], second["known_after"]) == ("", "2019-06-30")
    (problem,) = check_statuses(fill(after), folder, TODAY).problems
    assert (problem.code, problem.cell) == ("status_recorded", "D2")
    new = UNDATED | {"Įsipareigojimas": "4-2", "Pradinis terminas": "", "Patikslintas terminas": ""}
    assert add_statuses(fill(new), folder, TODAY).problems == ()
    (problem,) = check_statuses(fill(new), folder, TODAY).problems
    assert problem.code == "status_recorded"


def test_where_nothing_moved_since_an_undated_status_an_obstacle_is_asked_for(
    folder: Path, fill: Fill
) -> None:
    after = UNDATED | {"Žinoma, kad po": "2019-06-30"}
    (problem,) = check_statuses(fill(after, {}), folder, TODAY).problems
    assert (problem.code, problem.cell) == ("obstacle_needed", "G2")


def test_others_words_for_done_may_come_without_a_day_but_not_unnoticed(
    folder: Path, fill: Fill
) -> None:
    irm = {
        "Vertintojas": "irm", "Skalė": "irm_completion", "Būklė": "Užbaigta",
    }  # fmt: skip
    report = add_statuses(fill(irm), folder, TODAY)
    (problem,) = report.problems
    assert (problem.code, problem.cell, problem.severity) == ("finish_untold", "K2", "warning")
    assert "nenurodyta, kada atlikta" in problem.text("lt").casefold()
    assert rows(folder, "commitment_status")[-1]["status"] == "complete"


def test_two_statuses_of_one_day_are_refused(folder: Path, fill: Fill) -> None:
    report = check_statuses(fill({}, {"Būklė": "Pradėta"}), folder, TODAY)
    assert [(problem.code, problem.cell) for problem in report.problems] == [("status_twice", "D3")]


def test_that_there_is_no_evidence_is_said_in_one_word(folder: Path, fill: Fill) -> None:
    assert add_statuses(fill({"Įrodymas": "Nėra."}), folder, TODAY).clean
    assert rows(folder, "commitment_status")[-1]["evidence"] == "nėra"


def test_the_empty_form_is_filled_in_by_choosing_and_read_back(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bukles.xlsx"
    write_statuses_form(path, folder, 2026)
    once = path.read_bytes()
    write_statuses_form(path, folder, 2026)
    assert path.read_bytes() == once
    assert add_statuses(path, folder, TODAY).problems[0].code == "no_statuses"
    book = openpyxl.load_workbook(path)
    sheet = book["Būklės"]
    headings = {cell.value.rstrip(" *"): cell.column for cell in sheet[HEADER_ROW]}
    lists = {column: cells for column, *cells in book["Sąrašai"].iter_cols(values_only=True)}
    choices = [text for text in lists["commitment"] if text]
    assert len(choices) == 29
    chosen = next(text for text in choices if text.startswith("4-3 "))
    for heading, value in (GOOD | {"Įsipareigojimas": chosen}).items():
        sheet.cell(FIRST_DATA_ROW, headings[heading]).value = value or None
    book.save(path)
    report = add_statuses(path, folder, TODAY)
    assert report.problems == ()
    assert rows(folder, "commitment_status")[-1]["commitment"] == "4-3"


def test_another_form_is_refused(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    path = tmp_path / "forma.xlsx"
    path.write_bytes(template_bytes(find_municipality("13"), 2026))
    assert [p.code for p in add_statuses(path, folder, TODAY).problems] == ["not_the_form"]
    (tmp_path / "notes.txt").write_text("x")
    assert add_statuses(tmp_path / "missing.xlsx", folder, TODAY).exit_code == 2
    assert contents(folder) == before


@pytest.mark.parametrize("heading", GOOD)
def test_a_form_without_a_column_is_read_as_far_as_it_goes(
    folder: Path, tmp_path: Path, heading: str
) -> None:
    path = tmp_path / "bukles.csv"
    kept = GOOD | {"Būklė": "Nepradėta"}
    del kept[heading]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(kept), delimiter=";")
        writer.writeheader()
        writer.writerows([kept, kept])
    codes = {problem.code for problem in check_statuses(path, folder, TODAY).problems}
    optional = {
        "Kliūtis", "Pastaba", "Pradinis terminas", "Patikslintas terminas", "Vertinimo data",
        "Data nenurodyta", "Žinoma, kad po",
    }  # fmt: skip
    assert ("missing_column" in codes) == (heading not in optional)


def test_words_are_those_of_the_form_in_either_language(folder: Path, fill: Fill) -> None:
    english = {
        "Vertintojas": "Responsible institution (Government)", "Skalė": "level of implementation",
        "Būklė": "HALFWAY", "Vertinimo data": "2019 m. birželio 30 d.",
    }  # fmt: skip
    assert check_statuses(fill(english), folder, TODAY).problems == ()


def test_what_is_added_is_what_the_files_accept(folder: Path, fill: Fill) -> None:
    add_statuses(fill({"Pastaba": 'Kablelis, "kabutės"'}), folder, TODAY)
    with (folder / "commitment_status.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file))[-1]["note_lt"] == 'Kablelis, "kabutės"'
    assert read_files(folder)
