"""A table is read however it was saved, and its rows keep their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from data.forms.history import import_table
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import HEADINGS, figures, problems, row

if TYPE_CHECKING:
    from pathlib import Path

USUAL = "\n".join(";".join(each) for each in (HEADINGS, row(), row(area="Kultūra")))


WRITTEN = {
    "utf-8": USUAL.encode(),
    "mark": b"\xef\xbb\xbf" + USUAL.encode(),
    "windows": USUAL.encode("cp1257"),
    "utf-16": USUAL.encode("utf-16"),
    "tabs": USUAL.replace(";", "\t").encode(),
    "carriage": USUAL.replace("\n", "\r\n").encode(),
    "title above": ("Istoriniai duomenys\n" + USUAL).encode(),
    "blank lines": USUAL.replace("\n", "\n\n").encode(),
    "bare quotes": USUAL.replace("Pirmoji", '"Pirmoji" VšĮ').encode(),
    "notes below": (USUAL + "\n;;;;;;;;;;;\n\nIš viso;;;;;;;;;200;200;199\nBe fondo\n").encode(),
    "empty columns": "\n".join(f"{each};;" for each in USUAL.split("\n")).encode(),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_table_is_read_however_it_was_saved(bring, tmp_path: Path, var: Path, name: str) -> None:
    bring(row(area="Nėra"))  # writes the map
    path = tmp_path / "kita.csv"
    path.write_bytes(WRITTEN[name])
    done = import_table(path, tmp_path / "map.csv", var)
    assert [each for each in done.problems if each.severity == "error"] == []
    assert done.rows == 2
    assert done.accepted == (("13", 2019),)


@pytest.mark.parametrize("name", ["title above", "blank lines", "windows"])
def test_rows_keep_their_numbers(bring, tmp_path: Path, var: Path, name: str) -> None:
    bring(row(area="Nėra"))
    path = tmp_path / "kita.csv"
    encoding = "cp1257" if name == "windows" else "utf-8"
    path.write_bytes(WRITTEN[name].replace("Kultūra".encode(encoding), b"Kult"))
    expected = {"title above": "F4", "blank lines": "F5", "windows": "F3"}
    assert problems(import_table(path, tmp_path / "map.csv", var)) == [
        (expected[name], "unknown_code")
    ]


def test_a_workbook_is_read_too(bring, tmp_path: Path, var: Path) -> None:
    bring(row(area="Nėra"))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Istoriniai duomenys"])
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append([*row()[:1], 2019, int(ENTITIES[0]), *row()[3:9], 100, 100.5, 1234.25])
    sheet.append([*row(area="Kult")])
    book.save(tmp_path / "kita.xlsx")
    done = import_table(tmp_path / "kita.xlsx", tmp_path / "map.csv", var)
    assert ("F5", "unknown_code") in problems(done)
    sheet.delete_rows(5)
    book.save(tmp_path / "kita.xlsx")
    assert import_table(tmp_path / "kita.xlsx", tmp_path / "map.csv", var).rows == 1
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 1234.25


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"x", "no_header"),
        ("a.csv", b"", "empty_file"),
        ("a.csv", b"a;b\n1;2\n", "no_header"),
        ("a.csv", b"\x00\x01\x02" * 99, "not_a_workbook"),
        ("a.xlsx", b"PK no workbook", "not_a_workbook"),
        ("a.xlsx", b"PK\x03\x04 no workbook", "damaged"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    bring, tmp_path: Path, var: Path, name: str, content: bytes, code: str
) -> None:
    bring(row(area="Nėra"))
    (tmp_path / name).write_bytes(content)
    done = import_table(tmp_path / name, tmp_path / "map.csv", var)
    assert [problem.code for problem in done.problems] == [code]
    assert import_table(tmp_path / "none.csv", tmp_path / "map.csv", var).errors == 1
