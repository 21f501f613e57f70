"""Forms are found in files and folders; what is no form is named, not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.checking.copies import copy_path, is_untouched_copy
from data.forms.checking.gathering import Gathered, gather
from data.forms.checking.marking import mark
from tests.data.forms.drafts import good
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_every_workbook_of_a_folder_and_its_folders_is_a_form(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx", "A.XLS", "later/c.ods", "later/more/d.xlsm", "e.csv", "lapas.docx")
    found = gather([tmp_path])
    names = [path.relative_to(tmp_path).as_posix() for path in found.forms]
    assert names == ["A.XLS", "b.xlsx", "e.csv", "later/c.ods", "later/more/d.xlsm"]
    assert [path.name for path in found.left_out] == ["lapas.docx"]


def test_a_folder_of_csv_files_is_one_form(tmp_path: Path) -> None:
    put(tmp_path, "13/Forma.csv", "13/Asignavimai.csv", "13/skaityk.txt", "14/Forma.tsv")
    found = gather([tmp_path])
    assert found.forms == (tmp_path / "13", tmp_path / "14")
    assert [path.name for path in found.left_out] == ["skaityk.txt"]


def test_what_programs_leave_is_no_form(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", ".~lock.a.xlsx#", "~$a.xlsx")
    assert gather([tmp_path]) == Gathered((tmp_path / "a.xlsx",), ())


def test_a_marked_copy_is_a_form_once_somebody_has_worked_on_it(tmp_path: Path) -> None:
    """Who mends the copy instead of the form sends the copy back."""
    draft = good()
    draft.put("Asignavimai!H5", "daug")
    source = write_xlsx(draft, tmp_path / "a.xlsx")
    copies = [copy_path(source, "lt", tmp_path), copy_path(source, "en", tmp_path)]
    for copy in copies:
        mark(check_file(source), source, copy)
    mended, untouched = copies
    assert all(map(is_untouched_copy, copies))
    book = load_workbook(mended)
    book["Asignavimai"]["H5"].value = 1000
    book.save(mended)
    found = gather([tmp_path])
    assert found.forms == (mended, source)
    assert found.left_out == found.copies == (untouched,)
    assert check_file(mended, context=Context(demo=True)).clean


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut"])
def test_what_is_only_called_like_a_copy_is_a_form(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a-pastabos.xlsx"
    path.write_bytes(content)
    assert gather([tmp_path]).forms == (path,)


def test_a_file_that_is_named_is_a_form_whatever_it_is_called_and_once(tmp_path: Path) -> None:
    put(tmp_path, "forma.pdf", "b.xlsx")
    named = [tmp_path / "forma.pdf", tmp_path / "none.xlsx", tmp_path / "b.xlsx", tmp_path]
    assert gather(named).forms == tuple(named[:3])


def test_a_folder_that_leads_to_itself_is_looked_into_once(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert gather([tmp_path]).forms == (tmp_path / "a.xlsx",)


@pytest.mark.parametrize(("lang", "mark"), [("lt", "pastabos"), ("en", "remarks")])
def test_a_marked_copy_never_takes_the_place_of_a_file(
    lang: str, mark: str, tmp_path: Path
) -> None:
    source = tmp_path / "forma.xls"
    seen = []
    for _ in range(3):
        target = copy_path(source, lang)  # type: ignore[arg-type]
        target.write_bytes(b"")
        seen.append(target.name)
    assert seen == [f"forma-{mark}{more}.xlsx" for more in ("", "-2", "-3")]
    assert copy_path(source, "lt", tmp_path / "out") == tmp_path / "out" / "forma-pastabos.xlsx"
