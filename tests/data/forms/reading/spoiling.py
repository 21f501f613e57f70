"""A good workbook, and the parts of it that can be replaced."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from tests.data.forms.drafts import good
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = "</sheetData></worksheet>"


def with_part(path: Path, name: str, content: bytes | str) -> Path:
    """A good workbook in which one part is replaced or added."""
    made = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return made.rename(path)


def good_xlsx(folder: Path) -> Path:
    return write_xlsx(good(), folder / "form.xlsx")


def with_sheet(folder: Path, rows: str) -> Path:
    return with_part(good_xlsx(folder), "xl/worksheets/sheet2.xml", SHEET + rows + SHEET_END)


def content_named(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make
