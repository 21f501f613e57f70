"""The same form is read the same from every kind of file, whatever its name or encoding."""

from __future__ import annotations

import shutil
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.reading import RawSheet, Unreadable, read_book
from data.forms.reading.book import address, column_letters, column_number
from data.forms.reading.markup import read_markup
from data.forms.reading.quick import quick_look
from data.forms.reading.tally import Tally
from data.forms.reading.worksheet import _SheetReader, look_over
from tests.data.forms.drafts import Failed, good
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csvs, write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

DEMO = Context(demo=True)
WORKBOOKS = {"xlsx": write_xlsx, "ods": write_ods, "xls": write_xls}


@pytest.fixture
def rows(tmp_path: Path) -> object:
    return check_file(write_xlsx(good(), tmp_path / "true.xlsx"), context=DEMO).rows


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_every_kind_of_workbook_says_the_same(kind: str, rows: object, tmp_path: Path) -> None:
    report = check_file(WORKBOOKS[kind](good(), tmp_path / f"form.{kind}"), context=DEMO)
    assert report.problems == ()
    assert report.rows == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_folder_of_csv_files_says_the_same(
    encoding: str, delimiter: str, rows: object, tmp_path: Path
) -> None:
    folder = write_csvs(good(), tmp_path / "form", encoding=encoding, delimiter=delimiter)
    report = check_file(folder, context=DEMO)
    assert report.problems == ()
    assert report.rows == rows


def test_macros_are_ignored(rows: object, tmp_path: Path) -> None:
    path = write_xlsx(good(), tmp_path / "form.xlsm")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"a macro")
    assert read_book(path).kind == "xlsm"
    assert check_file(path, context=DEMO).rows == rows


@pytest.mark.parametrize("kind", WORKBOOKS)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods", ""])
def test_the_content_tells_the_kind_and_not_the_name(
    kind: str, suffix: str, rows: object, tmp_path: Path
) -> None:
    path = WORKBOOKS[kind](good(), tmp_path / f"form.{kind}")
    renamed = shutil.copy(path, tmp_path / f"renamed{suffix}")
    assert check_file(renamed, context=DEMO).rows == rows


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_what_hides_data_is_seen(kind: str, tmp_path: Path) -> None:
    draft = good()
    grid = draft.grids["Asignavimai"]
    grid.hidden = {6, 8}
    draft.put("Asignavimai!J7", Failed("#REF!"))
    for place in ((9, 2), (10, 2)):
        grid.cells.pop(place)
    grid.merged = [(8, 2, 10, 2)]
    sheet = read_book(WORKBOOKS[kind](draft, tmp_path / f"form.{kind}")).sheets[1]
    assert sheet.hidden_rows >= {6, 8}
    assert sheet.hidden_rows.isdisjoint({5, 7, 9, 10})
    assert dict(sheet.errors) == {(7, 10): "#REF!"}
    assert [tuple(area) for area in sheet.merged] == [(8, 2, 10, 2)]


@pytest.mark.parametrize("kind", WORKBOOKS)
@pytest.mark.parametrize(
    ("stored", "meant"), [(0.555, "55.50"), (0.5556, "55.56"), (1, "100.00"), (0.004, "0.40")]
)
def test_a_cell_that_shows_per_cent_means_per_cent(
    kind: str, stored: float, meant: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put("Atvirumas!B7", stored)
    draft.grids["Atvirumas"].percents.add((7, 2))
    report = check_file(WORKBOOKS[kind](draft, tmp_path / f"form.{kind}"), context=DEMO)
    assert report.problems == ()
    assert report.rows is not None
    assert report.rows["openness"][0]["ngo_share"] == Decimal(meant)


def test_the_quick_look_sees_what_the_careful_one_sees(tmp_path: Path) -> None:
    draft = good()
    draft.grids["Asignavimai"].hidden = {6, 8}
    draft.grids["Asignavimai"].merged = [(20, 1, 21, 3)]
    with zipfile.ZipFile(write_xlsx(draft, tmp_path / "form.xlsx")) as archive:
        content = archive.read("xl/worksheets/sheet2.xml")
    quick, tally = quick_look(content, ()), Tally()
    reader = _SheetReader(tally, ())
    read_markup(content, reader.start, reader.end, reader.text)
    assert quick is not None
    assert (quick.hidden, quick.merged) == (reader.look.hidden, reader.look.merged)
    assert quick.values >= tally.values


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="5"><c r="A5"><f>1+1</f></c></row>',
        b'<row r="5"><c r="A5" t="e"><v>#N/A</v></c></row>',
        b'<row r="5"><!-- --><c r="A5"><v>1</v></c></row>',
        b"<row r='5'><c r='A5'><v>1</v></c></row>",
        b'<row\nr="5"><c r="A5"><v>1</v></c></row>',
        b'<row r="5"><c><v>1</v></c></row>',
    ],
)
def test_what_is_not_plain_is_left_to_the_careful_look(cells: bytes) -> None:
    content = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    assert quick_look(content, ()) is None
    look_over(content, Tally(), ())


def test_a_formula_without_its_result_is_an_error_of_the_cell() -> None:
    rows = b'<row r="3"><c r="B3"><f>A1</f><v/></c></row>'
    content = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    assert look_over(content, Tally(), ()).errors == {(3, 2): "=A1"}


def test_addresses() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
    assert all(column_number(column_letters(number)) == number for number in range(1, 2000))
    assert address(14, 8) == "H14"
    assert RawSheet("x", [["a"]]).raw(5, 5) is None


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no_file"):
        read_book(tmp_path / "none.xlsx")
