"""Writes drafts as files of every kind that can be read."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

from tests.data.forms.drafts import Draft, Failed, Grid

if TYPE_CHECKING:
    from pathlib import Path


def write_xlsx(draft: Draft, path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        percent = workbook.add_format({"num_format": "0.0%"})
        for title, grid in draft.grids.items():
            sheet = workbook.add_worksheet(title)
            for (row, column), value in grid.cells.items():
                where = (row - 1, column - 1)
                if isinstance(value, Failed):
                    sheet.write_formula(*where, "=1/0", None, value.shows)
                elif isinstance(value, date):
                    sheet.write_datetime(*where, value, day)
                elif isinstance(value, str):
                    sheet.write_string(*where, value)
                elif value is not None:
                    sheet.write(*where, value, percent if (row, column) in grid.percents else None)
            for row in grid.hidden:
                sheet.set_row(row - 1, None, None, {"hidden": True})
            for top, left, bottom, right in grid.merged:
                value = grid.cells.get((top, left))
                sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, value)
    return path


def write_csvs(
    draft: Draft, folder: Path, *, encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    folder.mkdir()
    for title, grid in draft.grids.items():
        write_csv(grid, folder / f"{title}.csv", encoding=encoding, delimiter=delimiter)
    return folder


def write_csv(grid: Grid, path: Path, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Numbers as Lithuanian programs write them: a comma before the cents."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=delimiter)
    for row in grid.rows():
        rows.writerow([_text(value) for value in row])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>"
)
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3"'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def write_ods(draft: Draft, path: Path) -> Path:
    sheets = "".join(_ods_sheet(title, grid) for title, grid in draft.grids.items())
    return zip_ods(ODS_HEAD + sheets + ODS_TAIL, path)


def zip_ods(content: str, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return path


def _ods_sheet(title: str, grid: Grid) -> str:
    """A sheet as LibreOffice writes it, down to the million empty rows at its end."""
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    rows = []
    for number in range(1, grid.height + 1):
        hidden = ' table:visibility="collapse"' if number in grid.hidden else ""
        cells = "".join(
            "<table:covered-table-cell/>"
            if (number, column) in covered
            else _ods_cell(grid, (number, column))
            for column in range(1, grid.width + 1)
        )
        rows.append(f"<table:table-row{hidden}>{cells}</table:table-row>")
    rest = 1_048_576 - grid.height
    empty = f'<table:table-row table:number-rows-repeated="{rest}"><table:table-cell/>'
    head = f"<table:table table:name={quoteattr(title)}>"
    return f"{head}{''.join(rows)}{empty}</table:table-row></table:table>"


def _ods_cell(grid: Grid, place: tuple[int, int]) -> str:
    value = grid.cells.get(place)
    span = "".join(
        f' table:number-rows-spanned="{bottom - top + 1}"'
        f' table:number-columns-spanned="{right - left + 1}"'
        for top, left, bottom, right in grid.merged
        if (top, left) == place
    )
    if value is None:
        return f"<table:table-cell{span}/>"
    kind, shown = _ods_value(value, percent=place in grid.percents)
    return f"<table:table-cell {kind}{span}><text:p>{escape(shown)}</text:p></table:table-cell>"


def _ods_value(value: Any, *, percent: bool) -> tuple[str, str]:
    if isinstance(value, Failed):
        kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return kind, value.shows
    if isinstance(value, date):
        return f'office:value-type="date" office:date-value="{value.isoformat()}"', str(value)
    if isinstance(value, (int, float)):
        name = "percentage" if percent else "float"
        return f'office:value-type="{name}" office:value="{value!r}"', str(value)
    return 'office:value-type="string"', str(value)
