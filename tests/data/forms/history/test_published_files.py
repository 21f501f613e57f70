"""Files as publishers save them: titles above, doubled columns, all writings; and no tables."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from data.forms.history import Imported, Wishes, import_table
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import HEADINGS, figures, problems, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AMOUNT = HEADINGS.index("Suma")
WRITINGS = {
    "13": "1234,5",
    "15": "1 234,50",
    "19": "1\u00a0234,50 €",
    "21": "1.234,50",
    "29": "1234.50",
}
"""By municipality, ways to write 1,234.5."""
ENCODINGS = {2018: "utf-8", 2019: "utf-8-sig", 2020: "cp1257", 2021: "utf-16"}
"""By the year that a table tells of."""


@pytest.fixture
def save(bring: Callable[..., Imported], tmp_path: Path, var: Path) -> Callable[..., Imported]:
    """Import a file of any name and content by the usual map."""

    def saved(content: bytes, name: str = "lentelė.csv") -> Imported:
        bring(row(area="Nėra"))  # writes the map
        path = tmp_path / name
        path.write_bytes(content)
        return import_table(path, tmp_path / "map.csv", var)

    return saved


def lines(*rows: tuple[str, ...], sign: str = ";") -> str:
    return "".join(f"{sign.join(each)}\r\n" for each in rows)


def test_amounts_are_read_in_every_writing_and_encoding(save, var: Path) -> None:
    above = (("Biudžeto vykdymas – „Vilnius“",), (), ("tūkst. eilučių: 1",), ())
    told = {"planned": "2000", "revised": "2000"}
    for year, encoding in ENCODINGS.items():
        rows = [
            row(municipality=place, year=str(year), executed=written, **told)
            for place, written in WRITINGS.items()
        ]
        done = save(lines(*above, HEADINGS, *rows).encode(encoding))
        assert [each for each in done.problems if each.severity == "error"] == []
    paid = figures(var, "total", "eur").value.dropna()
    assert paid.to_dict() == {(place, year): 1234.5 for place in WRITINGS for year in ENCODINGS}


def test_a_workbook_may_have_titles_and_blank_rows_and_columns_around_the_table(
    save, var: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for number, cells in enumerate([HEADINGS, row(executed=""), row(area="Kultūra")]):
        for place, cell in enumerate(cells, start=3):
            sheet.cell(8 + number, place, cell)
    sheet["A2"], sheet["C4"] = "Biudžeto vykdymas", "2019 m."
    sheet.cell(9, 3 + AMOUNT, 99.5)
    sheet.cell(9, 5, int(ENTITIES[0]))
    content = io.BytesIO()
    book.save(content)
    done = save(content.getvalue(), "biudžetas.xlsx")
    assert (problems(done), done.rows) == ([], 2)
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 199


def test_of_columns_with_the_same_heading_the_map_must_say_which(save, bring) -> None:
    twice = [*HEADINGS, "Suma"]
    same = bring((*row(), "99,50"), headings=twice)
    assert [(each.code, each.severity) for each in same.problems] == [("doubled_alike", "warning")]
    assert "L, M" in same.problems[0].text("lt")
    assert same.accepted == (("13", 2019),)
    other = bring((*row(), "99,50"), (*row(area="Kultūra"), "1"), headings=twice)
    assert problems(other) == [("M3", "doubled_column")]
    assert "L, M" in other.problems[0].text("en")
    assert "L3, M3" in other.problems[0].text("en")
    assert other.accepted == ()


def test_the_map_can_name_the_second_of_two_columns(bring, var: Path) -> None:
    mapped = [
        ("form" if column in {"municipality", "year"} else "allocations", heading, column, "")
        for heading, column in (
            ("Savivaldybė", "municipality"), ("Metai", "year"), ("Kodas", "code"),
            ("Įmonė", "name"), ("Tipas", "kind"), ("Sritis", "area"), ("Būdas", "mode"),
            ("Programa", "programme"), ("Šaltinis", "financing"), ("Planas", "planned"),
            ("Patikslinta", "revised"), ("Suma#2", "executed"),
        )
    ]  # fmt: skip
    done = bring((*row(), "7"), headings=[*HEADINGS, "Suma"], mapped=mapped)
    assert problems(done) == []
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 7
    missing = bring(row(), mapped=mapped)
    assert [each.details["column"] for each in missing.problems] == ["Suma#2"]


def test_a_wrong_heading_is_named_with_what_stands_there_and_is_spelled_alike(save) -> None:
    headings = tuple("Sumos" if each == "Suma" else each for each in HEADINGS)
    (problem,) = save(lines(headings, row()).encode()).problems
    assert (problem.code, problem.field("lt")) == ("missing_heading", "Suma")
    assert "L1 „Sumos“" in problem.hint("lt")
    assert problem.shown("lt").startswith("Savivaldybė | Metai | Kodas")


def test_without_any_of_the_headings_it_says_what_was_sought_and_what_stands_there(save) -> None:
    rows = (("",), ("Gavėjo kodas", "Suma, tūkst.", "38001010009"), ("302699057", "12", "a@b.lt"))
    (problem,) = save(lines(*rows).encode()).problems
    assert problem.code == "no_header"
    assert "Savivaldybė, Metai, Kodas" in problem.expected("lt")
    assert problem.shown("lt").startswith("Gavėjo kodas | Suma, tūkst. | ")
    assert "302699057 | 12" in problem.shown("lt")
    assert "38001010009" not in repr(problem)
    assert "a@b.lt" not in repr(problem)


def test_near_spellings_are_suggested_where_no_row_of_headings_was_found(save) -> None:
    table = lines(("Savivaldybes pav.", "Metia", "Kiek"), ("x", "2019", "1"))
    (problem,) = save(table.encode()).problems
    assert "„Metia“ – „Metai“" in problem.hint("lt")
    assert "“Metia” – “Metai”" in problem.hint("en")


def packed(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "<x/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.zip", packed("lentelė.csv"), "not_a_workbook", "ZIP"),
        ("a.xlsx", packed("lentelė.csv"), "not_a_workbook", "ZIP"),
        ("a.csv", packed("word/document.xml"), "not_a_workbook", "DOCX"),
        ("a.csv", packed("xl/workbook.xml"), "misnamed", "XLSX"),
        ("a.csv", b"%PDF-1.7 ...", "not_a_workbook", "PDF"),
        ("a.xlsx", b"a;b\n1;2\n", "not_a_workbook", "TXT"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(
    save, name: str, content: bytes, code: str, said: str
) -> None:
    done = save(content, name)
    (problem,) = done.problems
    assert (problem.code, done.report.exit_code) == (code, 2)
    assert said in problem.text("lt")


def test_a_folder_is_refused_and_what_it_holds_is_named(bring, tmp_path: Path, var: Path) -> None:
    bring(row(area="Nėra"))
    (tmp_path / "2019 m").mkdir()
    (tmp_path / "2019 m" / "sausis.csv").write_text("a")
    done = import_table(tmp_path / "2019 m", tmp_path / "map.csv", var)
    (problem,) = done.problems
    assert (problem.code, done.report.exit_code) == ("folder_given", 2)
    assert "sausis.csv" in problem.hint("lt")


def test_a_dry_run_takes_and_writes_nothing(bring, var: Path) -> None:
    done = bring(row(), row(year="2018"), wishes=Wishes(dry_run=True))
    assert (done.accepted, done.exit_code) == ((("13", 2018), ("13", 2019)), 0)
    assert not var.exists()
    bring(row())
    done = bring(row(), row(year="2018"), wishes=Wishes(dry_run=True))
    assert (done.accepted, done.unchanged) == ((("13", 2018),), (("13", 2019),))
    assert bring(row(area="Nėra"), wishes=Wishes(dry_run=True)).exit_code == 1
