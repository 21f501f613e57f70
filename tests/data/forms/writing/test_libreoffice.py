"""The form after LibreOffice has opened and saved it, where there is one."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from data.forms.definition.codes import choices
from tests.data.forms.writing.opened import FORM, cells, dimension, offered, rule_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=["xlsx", "ods"])
def reopened(request, path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form as LibreOffice saves it after opening it."""
    work = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", request.param, "--outdir", str(work), str(path)]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True, timeout=180)
    return work / path.with_suffix(f".{request.param}").name


def test_libreoffice_opens_the_form_and_keeps_it_whole(path, reopened):
    before, after = (CalamineWorkbook.from_path(each) for each in (path, reopened))
    assert after.sheet_names == before.sheet_names
    for name in before.sheet_names:
        assert words_of(after, name) == words_of(before, name)


def test_libreoffice_understands_drop_downs_and_locks(reopened):
    if reopened.suffix != ".xlsx":
        return
    book = load_workbook(reopened)
    for each in FORM.sheets:
        page = book[each.title]
        assert page.protection.sheet
        for column, label, value in cells(each):
            assert page[label].protection.locked
            if each.layout == "record":
                assert not page[value].protection.locked
            else:
                assert not dimension(page, value[0]).protection.locked
            if choices(column):
                rule = rule_of(page, value)
                assert offered(book, rule) == [code.label_lt for code in choices(column)]


def words_of(book, name):
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[value for value in row if value != ""] for row in rows if any(row)]
