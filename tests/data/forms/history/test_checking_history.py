"""Historical tables go through the form's checks, to the cell."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.context import Context
from data.forms.checking.texts import in_json, to_text
from data.forms.history import import_table
from tests.data.forms.history.tables import COLUMNS, HEADINGS, problems, row

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("column", "said", "code"),
    [
        ("municipality", "Atlantida", "unknown_municipality"),
        ("municipality", "Vilniaus", "ambiguous_municipality"),
        ("year", "seniai", "not_a_year"),
        ("year", "", "required"),
        ("code", "123456789", "entity_check_digit"),
        ("code", "12345", "entity_length"),
        ("code", "D13-0001", "entity_demo"),
        ("code", "", "required"),
        ("kind", "NVOO", "unknown_code"),
        ("area", "Sporta", "unknown_code"),
        ("planned", "šimtas", "not_a_number"),
        ("planned", "1.234", "ambiguous_number"),
        ("revised", "-5", "negative"),
        ("revised", "99 999 999 999", "above_maximum"),
        ("executed", "1,005", "ambiguous_number"),
        ("executed", "0,005", "finer_than_cents"),
        ("executed", "", "required"),
        ("name", "x" * 501, "text_too_long"),
        ("programme", "-", "required"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(
    bring, var: Path, column: str, said: str, code: str
) -> None:
    done = bring(
        row(), row(area="Kultūra", **{column: said}) if column != "area" else row(area=said)
    )
    at = "ABCDEFGHIJKL"[COLUMNS.index(column)]
    assert (f"{at}3", code) in problems(done)
    assert done.errors >= 1
    assert done.accepted == ()
    assert not (var / "forms" / "log.csv").exists()


def test_a_personal_code_is_refused_and_not_shown(bring, var: Path) -> None:
    for column in ("code", "name", "executed"):
        done = bring(row(**{column: "38001010009"}))
        assert [code for _, code in problems(done)] == ["personal_code"]
        assert "38001010009" not in repr(done.problems)
    assert bring(row(name="UAB 38001010009")).errors == 1
    assert not list((var / "forms").rglob("*.csv"))


def test_nothing_that_stands_beside_a_personal_code_is_shown(bring) -> None:
    for column in ("municipality", "code", "name", "kind", "programme", "executed"):
        done = bring(row(**{column: "Jonas Jonaitis a. k. 38001010009"}))
        assert [code for _, code in problems(done)] == ["personal_code"]
        assert "Jonaitis" not in to_text(done.report)


def test_a_personal_code_is_found_where_nobody_reads(bring, tmp_path: Path, var: Path) -> None:
    """The file is kept as it came, so it may hold none: above, beside or below the table."""
    bring(row(area="Nėra"))
    code = "3 800101-0009"
    above, beside, below = (
        f"Sudarė {code}\n{USUAL}",
        "\n".join(
            f"{each};{note}" for each, note in zip(USUAL.split("\n"), ("", code, ""), strict=True)
        ),
        f"{USUAL}\nSudarė {code}",
    )
    for text in (above, beside, below):
        path = tmp_path / "kita.csv"
        path.write_text(text, encoding="utf-8")
        done = import_table(path, tmp_path / "map.csv", var)
        assert [problem.code for problem in done.problems] == ["personal_code"]
        assert done.problems[0].cell in {"A1", "M2", "A4"}
    assert not (var / "forms" / "history").exists()


def test_rows_are_compared(bring) -> None:
    done = bring(
        row(),
        row(),
        row(kind="Kita", area="Kultūra"),
        row(area="Švietimas", executed="101", name="Kitaip"),
    )
    assert problems(done) == [
        ("C3", "duplicate_row"), ("E4", "two_kinds"), ("L5", "executed_over_revised"),
    ]  # fmt: skip
    assert done.problems[0].details["first"] == "C2"
    assert done.errors == 2


def test_a_total_that_jumps_is_remarked_on(bring) -> None:
    big = dict.fromkeys(("planned", "revised", "executed"), "60000")
    known = Context(totals={("13", 2017): Decimal(400_000)})
    done = bring(row(**big | {"executed": "50 000"}), row(year="2018"), row(**big, year="2020"))
    assert problems(done) == [("L2", "jump_total")]
    done = bring(row(**big, year="2018"), context=known)
    assert problems(done) == [("L2", "jump_total")]
    assert done.accepted == (("13", 2018),)


def test_problems_that_repeat_are_named_at_each_cell(bring) -> None:
    done = bring(*(row(area="Nėra", programme=str(n)) for n in range(40)))
    assert problems(done) == [(f"F{n}", "unknown_code") for n in range(2, 42)]


def test_a_fault_that_is_everywhere_is_kept_to_the_last_cell_and_hides_no_other(bring) -> None:
    rows = [row(area="Nėra", programme=str(n)) for n in range(30_000)]
    done = bring(*rows, row(mode="Burtai"))
    assert len(done.problems) == 30_001
    assert done.problems[-1].cell == "G30002"
    text = to_text(done.report)
    assert "Pirmas langelis F2, paskutinis F30001, iš viso 30 000." in text.replace("\xa0", " ")
    assert "G30002" in text
    assert len(text.splitlines()) < 15
    told = json.loads("".join(in_json(done.report)))
    assert [each["cell"] for each in told["problems"][:2]] == ["F2", "F3"]
    assert (len(told["problems"]), told["errors"]) == (30_001, 30_001)


def test_of_a_fault_with_many_different_texts_the_first_ten_are_told(bring) -> None:
    rows = [row(executed=f"apie {n}", programme=str(n)) for n in range(1, 3001)]
    done = bring(*rows, row(mode="Burtai"))
    text = to_text(done.report, "en")
    assert "Other cells say other things. First of them L12, last L3001, 2,990 in all." in text
    assert len(done.problems) == 3001
    assert "G3002" in text


USUAL = "\n".join(";".join(each) for each in (HEADINGS, row(), row(area="Kultūra")))


def test_what_stands_below_the_table_is_told_apart(bring, var: Path) -> None:
    rows = [("* Neaudituota",), ("Iš viso", *[""] * 10, "99,50"), ("1) Be ES lėšų",)]
    done = bring(row(), *([*each, *[""] * (12 - len(each))] for each in rows))
    assert problems(done) == [("A3", "note_row"), ("A4", "total_row"), ("A5", "note_row")]
    assert done.accepted == (("13", 2019),)
    assert all(problem.expected("lt") == "" for problem in done.problems)


def test_a_table_that_was_cut_off_is_refused(bring, var: Path) -> None:
    done = bring(row(), row(area="Kultūra")[:4])
    assert problems(done) == [("A3", "cut_row")]
    assert done.accepted == ()


def test_a_table_without_rows_says_so(bring) -> None:
    done = bring()
    assert [problem.code for problem in done.problems] == ["empty_table"]
    assert done.report.exit_code == 1


def test_a_footnote_at_an_amount_is_named(bring) -> None:
    (problem,) = bring(row(executed="99,50*")).problems
    assert (problem.field("lt"), "išnašos" in problem.hint("lt")) == ("Įvykdyta, €", True)


def test_headings_that_are_not_there_are_named(bring) -> None:
    (problem,) = bring(row(), headings=["x"] * len(HEADINGS)).problems
    assert problem.code == "no_header"
    assert "Savivaldybė, Metai, Kodas" in problem.expected("lt")


def test_a_row_that_is_too_long_is_named(bring) -> None:
    done = bring(row(), (*row(area="Kultūra"), "", "dar kai kas"))
    assert ("M3", "long_row") in problems(done)
