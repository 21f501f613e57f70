"""Rules files decide what no single cell tells: kinds by names, areas by codes of another list."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from data.forms.definition.errors import FormError
from data.forms.history import check_table
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.forms.history import CheckedTable, Imported

HEADINGS = ("METAI", "ĮSTAIGA", "PAVADINIMAS", "FUNKCIJA", "PLANAS", "IŠLEISTA")
MAP = (
    ("form", "", "municipality", "13", ""),
    ("form", "METAI", "year", "", ""),
    ("allocations", "ĮSTAIGA", "code", "", ""),
    ("allocations", "PAVADINIMAS", "name", "", ""),
    ("allocations", "", "kind", "", "kinds.csv"),
    ("allocations", "", "area", "", "areas.csv"),
    ("allocations", "", "mode", "appropriation", ""),
    ("allocations", "", "programme", "", ""),
    ("allocations", "", "financing", "municipal", ""),
    ("allocations", "PLANAS", "planned", "", ""),
    ("allocations", "", "revised", "", ""),
    ("allocations", "IŠLEISTA", "executed", "", ""),
)
KINDS = (
    "any:PAVADINIMAS,value,why_lt,why_en\n"
    "*VŠĮ*,Viešoji įstaiga,pagal formą,by form\n"
    ",budgetary_institution,kita,other\n"
)
AREAS = "FUNKCIJA,value\n08,Sportas\n09|10*,education\n"
ROW = ("2019", ENTITIES[0], "Centras", "09", "10", "9,50")


def row(**changes: str) -> tuple[str, ...]:
    return tuple({**dict(zip(HEADINGS, ROW, strict=True)), **changes}.values())


@pytest.fixture
def check(
    bring: Callable[..., Imported], tmp_path: Path
) -> Callable[..., tuple[CheckedTable, list[dict[str, str]]]]:
    """Check rows by a map with rules; the rows that would be taken in."""

    def checked(
        *rows: tuple[str, ...],
        kinds: str = KINDS,
        areas: str = AREAS,
        more: tuple[tuple[str, ...], ...] = (),
        files: dict[str, str] | None = None,
        mapped: tuple[tuple[str, ...], ...] = MAP,
        headings: tuple[str, ...] = HEADINGS,
    ) -> tuple[CheckedTable, list[dict[str, str]]]:
        told = {"kinds.csv": kinds, "areas.csv": areas, **(files or {})}
        done = bring(*rows, headings=headings, mapped=(*mapped, *more), files=told)
        work = tmp_path / f"work{len(list(tmp_path.glob('work*')))}"
        work.mkdir()
        table = check_table(done.path, tmp_path / "map.csv", work)
        assert list(map(repr, table.problems)) == list(map(repr, done.problems))
        tidy = work / "tidy.csv"
        if not tidy.exists():
            return table, []
        with tidy.open(encoding="utf-8", newline="") as file:
            return table, list(csv.DictReader(file))

    return checked


def test_the_first_rule_that_holds_gives_the_value_by_label_or_code(check) -> None:
    table, rows = check(row(FUNKCIJA="08"), row(FUNKCIJA="1042"), row(FUNKCIJA="09", METAI="2020"))
    assert [problem.code for problem in table.problems] == ["idle_rule"]
    assert [each["area"] for each in rows] == ["education", "sport", "education"]
    assert {each["kind"] for each in rows} == {"budgetary_institution"}


def test_case_and_spaces_round_a_cell_do_not_matter_and_all_of_it_must_match(check) -> None:
    areas = "PAVADINIMAS,value\nmokykla*,education\n?ŠĮ,culture\n,sport\n"
    names = (" MOKYKLA Nr. 3 ", "Vidurinė mokykla", "všį", "all všį")
    _, rows = check(
        *(
            row(PAVADINIMAS=name, FUNKCIJA=str(n), METAI=str(2015 + n))
            for n, name in enumerate(names)
        ),
        areas=areas,
    )
    assert [each["area"] for each in rows] == ["education", "sport", "culture", "sport"]


def test_an_alternative_without_signs_is_the_empty_cell(check) -> None:
    _, rows = check(
        row(FUNKCIJA=""),
        row(FUNKCIJA="1", METAI="2020"),
        areas="FUNKCIJA,value\n|-,other\n?*,sport\n",
    )
    assert [each["area"] for each in rows] == ["other", "sport"]


def test_any_row_of_the_same_recipient_decides_for_all_its_rows(check) -> None:
    table, rows = check(
        row(), row(METAI="2020", PAVADINIMAS="Centras VŠĮ"), row(ĮSTAIGA=ENTITIES[1], FUNKCIJA="08")
    )
    assert [each["kind"] for each in rows] == [
        "public_institution", "budgetary_institution", "public_institution",
    ]  # fmt: skip
    kinds = [each for each in table.decided if each.column == "kind"]
    assert [(each.line, each.value, each.rows, each.recipients, each.total) for each in kinds] == [
        (2, "Viešoji įstaiga", 2, 1, Decimal("19.00")),
        (3, "budgetary_institution", 1, 1, Decimal("9.50")),
    ]
    assert (kinds[0].file, kinds[0].why_lt, kinds[0].why_en) == (
        "kinds.csv",
        "pagal formą",
        "by form",
    )


def test_what_the_source_does_not_tell_is_empty_and_not_missed(check) -> None:
    table, (only,) = check(row(), kinds="METAI,value\n,ngo\n", areas="METAI,value\n2019,\n")
    assert [*table.problems] == []
    assert (only["programme"], only["revised"], only["area"]) == ("", "", "")
    assert (only["planned"], only["executed"]) == ("10.00", "9.50")


def test_rules_beside_a_heading_are_the_exceptions_from_its_cells(check) -> None:
    mapped = tuple((*each[:4], "plan.csv") if each[2] == "planned" else each for each in MAP)
    plan = {"plan.csv": "METAI,value,why_lt\n2020,,tik vieno mėnesio\n2021,7,kita\n"}
    years = [row(METAI=year, PLANAS="") for year in ("2020", "2021")]
    _, rows = check(row(), *years, mapped=mapped, files=plan)
    assert [each["planned"] for each in rows] == ["10.00", "", "7.00"]
    table, _ = check(row(), row(METAI="2022", PLANAS=""), mapped=mapped, files=plan)
    assert ("E3", "required") in problems(table)


def test_a_row_without_a_rule_is_an_error_that_shows_what_stands_there(check) -> None:
    rows = [row(FUNKCIJA="07", METAI=str(2010 + n)) for n in range(3)]
    table, tidy = check(*rows, row(FUNKCIJA="38001010009"))
    wrong = [each for each in table.problems if each.code == "no_rule"]
    assert [each.cell for each in wrong] == ["D2", "D3", "D4", "D5"]
    assert wrong[0].found == "FUNKCIJA: 07"
    assert "areas.csv" in wrong[0].text("lt")
    assert "38001010009" not in repr(table.problems)
    assert tidy == []


def test_a_rule_that_decides_nothing_is_remarked_on_by_its_line(check) -> None:
    table, rows = check(
        row(), kinds="METAI,value\n2019,ngo\n,other\n", areas="METAI,value\n,sport\n"
    )
    assert [(each.place, each.severity) for each in table.problems] == [
        ("'kinds.csv'!A3", "warning")
    ]
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("areas", "complaint"),
    [
        ("", "areas.csv is empty"),
        ("FUNKCIJA,value\n", "areas.csv: there are no lines"),
        ("FUNKCIJA,verte\n09,sport\n", r"areas.csv, line 1: no column 'value'"),
        ("value\nsport\n", "areas.csv, line 1: no heading of the table"),
        ("FUNKCIJOS,value\n09,sport\n", r"the table has no heading 'FUNKCIJOS' \(meant 'FUNKCIJA'"),
        ("FUNKCIJA,FUNKCIJA,value\n09,,sport\n", "line 1: column 'FUNKCIJA' is there twice"),
        ("FUNKCIJA,value\n09,sport\n8,sport\n09,sport\n", "line 4: the same conditions as in line 2"),
        ("FUNKCIJA,value\n09,sport,why,not,this\n", "line 2: 5 cells under 2 headings"),
        ("FUNKCIJA,value\n09,sport\n08,Burtai\n", "line 3: the rule gives area 'Burtai'"),
    ],
)  # fmt: skip
def test_a_wrong_rules_file_is_refused_by_its_line(check, areas: str, complaint: str) -> None:
    with pytest.raises(FormError, match=complaint):
        check(row(), areas=areas)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (("allocations", "", "code", "", ""), "'code' tells whose the money is or how much"),
        (("allocations", "", "executed", "", ""), "'executed' tells whose the money is"),
        (("form", "", "year", "", ""), "'year' tells whose the money is"),
        (("allocations", "", "users", "1", "a.csv"), "give a value or rules, not both"),
        (("allocations", "", "users", "", "none.csv"), "none.csv: there is no such file"),
        (("allocations", "", "users", "", "../a.csv"), "must be the name of a file beside the map"),
        (("allocations", "", "area", "", "kinds.csv"), "'area' has a rules file already"),
        (("allocations", "IŠLEISTA", "executed", "", "empty.csv"), "empty.csv, line 2: 'executed'"),
        (("table", "", "left_over", "", "a.csv"), r"unknown column 'left_over' \(meant 'left_out'"),
        (("table", "", "left_out", "", ""), "left_out needs the name of a file"),
        (("table", "", "left_out", "", "empty.csv"), "empty.csv, line 2: the reason is missing"),
        (("table", "", "repeated_rows", "max", ""), "repeated_rows must be 'sum', got 'max'"),
    ],
)
def test_a_wrong_line_of_the_map_is_refused(check, line: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(FormError, match=complaint):
        check(row(), more=(line,), files={"empty.csv": "METAI,value\n2019,\n"})


def test_the_rules_are_kept_beside_the_table(check, var: Path) -> None:
    check(row())
    (kept,) = (var / "forms" / "history").iterdir()
    assert {path.name for path in kept.iterdir()} >= {"map.csv", "kinds.csv", "areas.csv"}


CODE, WRONG = "191713577", "291713578"
LIST = "code,why_lt,why_en,source\n{},a,b,https://example.org\n"


def test_a_listed_code_may_fail_its_check_digit_and_no_other(check) -> None:
    more = (("table", "", "known_codes", "", "known.csv"),)
    files = {"known.csv": LIST.format(CODE)}
    table, rows = check(row(ĮSTAIGA=CODE, FUNKCIJA="08"), more=more, files=files)
    assert [each["code"] for each in rows] == [CODE]
    table, rows = check(row(ĮSTAIGA=CODE), row(ĮSTAIGA=WRONG), more=more, files=files)
    assert ("B3", "entity_check_digit") in problems(table)
    assert ("B2", "entity_check_digit") in problems(check(row(ĮSTAIGA=CODE))[0])


@pytest.mark.parametrize(
    ("listed", "complaint"),
    [
        (LIST.format(ENTITIES[0]), "line 2: the check digit of .* is right"),
        (LIST.format(WRONG), f"line 2: {WRONG} does not occur in the table"),
        (LIST.format("1917135"), "line 2: expected a code of 9 digits, got '1917135'"),
        (LIST.format(CODE) + f"{CODE},a,b,c\n", "line 3: .* is listed twice"),
        ("code,why_lt,why_en,source\n191713577,a,b,\n", "line 2: source is empty"),
        ("code,why_lt\n191713577,a\n", "line 1: no column 'why_en'"),
    ],
)
def test_a_wrong_list_of_codes_is_refused_by_its_line(check, listed: str, complaint: str) -> None:
    more = (("table", "", "known_codes", "", "known.csv"),)
    with pytest.raises(FormError, match=complaint):
        check(row(), row(ĮSTAIGA=CODE), more=more, files={"known.csv": listed})
