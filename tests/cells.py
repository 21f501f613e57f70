"""What stands in a cell of a file, read by libraries that the project does not read forms with.

Older Excel's and OpenDocument files have no second reader here; calamine reads those.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from python_calamine import CalamineWorkbook

from data.forms.definition.codes import choices
from data.forms.values.texts import fold
from geo.finding import find_municipality

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.definition.model import Column

_EXCEL = {".xlsx", ".xlsm"}
_OTHERS = {".xls", ".ods"}


def cell_of(path: Path, sheet_name: str, cell: str) -> Any:
    """Return what stands in a cell; None or "" where nothing does.

    Args:
        path: a workbook, a CSV file, or a folder of CSV files that are called as their sheets.
        sheet_name: what the file calls the sheet; a CSV file's own name does not matter.
        cell: its address, ``E12``.
    """
    letters, row = coordinate_from_string(cell)
    rows = _rows(path, sheet_name)
    column = column_index_from_string(letters)
    cells = rows[row - 1] if row <= len(rows) else ()
    return cells[column - 1] if column <= len(cells) else None


def sent_file(
    data_dir: Path, file: str, kind: str, *, municipality: str = "", year: int = 0
) -> Path:
    """Return a file of table input_file as it came, as the archive keeps it."""
    if kind == "form":
        (kept,) = (data_dir / f"forms/accepted/{municipality}/{year}/{file}").glob("original*")
    else:
        (kept,) = (data_dir / "forms" / "history" / file).glob("table-*")
    return kept


def meant(column: Column, raw: Any) -> Any:
    """Return the value that the database keeps of what stands in a cell; None for nothing."""
    text = "" if raw is None else str(raw).strip()
    if not text:
        return None
    if column.type in {"code", "yesno"}:
        words = {
            fold(word): code.code
            for code in choices(column)
            for word in (code.label_lt, code.label_en)
        }
        said = words.get(fold(text), text)
        return said == "yes" if column.type == "yesno" else said
    if column.type == "municipality":
        return find_municipality(text).code
    if column.type in {"amount", "share"}:
        return round(Decimal(text.replace(",", ".").replace(" ", "").rstrip("%€")), 2)
    if column.type in {"whole", "year"}:
        return int(float(text.replace(",", ".")))
    if column.type == "date":
        return (
            raw.date()
            if isinstance(raw, datetime)
            else raw
            if isinstance(raw, date)
            else date.fromisoformat(text)
        )
    return text.removesuffix(".0") if column.type == "entity" else text


@cache
def _rows(path: Path, sheet_name: str) -> list[Any]:
    kind = path.suffix.lower()
    if path.is_dir():
        return _csv_rows(path / f"{sheet_name}.csv")
    if kind in _EXCEL:
        book = openpyxl.load_workbook(path, data_only=True)
        return [*book[sheet_name].iter_rows(values_only=True)]
    if kind in _OTHERS:
        with CalamineWorkbook.from_path(path) as book:
            return book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
    return _csv_rows(path)


def _csv_rows(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    try:
        text = content.decode(
            "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        )
    except UnicodeDecodeError:
        text = content.decode("cp1257")
    sign = Counter(each for each in text[:5000] if each in ",;\t")
    return [*csv.reader(io.StringIO(text, newline=""), delimiter=max(";\t,", key=sign.__getitem__))]
