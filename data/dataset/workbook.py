"""The tables as one workbook, a sheet a table.

XlsxWriter makes the workbook with its headings; the database writes the rows between them as XML,
in a tenth of the time that writing them cell by cell takes, and no amount goes through a float.
Texts are written as texts, so that no cell can be a formula.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, FunctionExpression
from xlsxwriter import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from duckdb import Expression

    from data.dataset.tables import DatasetTable

_AT_ONCE = 50_000
_END = b"</sheetData>"
_SIZE = re.compile(rb"<dimension [^>]*/>")  # of the headings alone; it may be left out
_NUMBER = re.compile("DECIMAL|.*INT|DOUBLE")
_ESCAPES = (
    ("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", ""),
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
)
_DAY_ZERO = "1899-12-30"


def write_workbook(
    target: Path, tables: Sequence[DatasetTable], about: str, when: datetime
) -> None:
    """Write the workbook.

    Args:
        target: file to write.
        tables: in the order of the sheets.
        about: text of the first sheet.
        when: stamp of the document and its parts, so that the same tables give the same bytes.
    """
    skeleton, date_style = _skeleton(tables, about, when)
    sheets = {f"xl/worksheets/sheet{number}.xml": table for number, table in enumerate(tables, 2)}
    with ZipFile(skeleton) as given, ZipFile(target, "w") as made:
        for entry in given.infolist():
            content = given.read(entry)
            entry.date_time = when.timetuple()[:6]
            with made.open(entry, "w", force_zip64=True) as into:
                if entry.filename in sheets:
                    head, end = _SIZE.sub(b"", content).split(_END)
                    into.write(head)
                    for rows in _rows(sheets[entry.filename], date_style):
                        into.write(rows)
                    content = _END + end
                into.write(content)


def _skeleton(tables: Sequence[DatasetTable], about: str, when: datetime) -> tuple[BytesIO, int]:
    """Return the workbook with headings alone, and the number of its style for dates."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": "Savivalda", "created": when})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    first = book.add_worksheet("README")
    first.set_column(0, 0, 120)
    for number, line in enumerate(about.splitlines()):
        first.write_string(number, 0, line)
    first.write_datetime(number + 1, 0, when, day)  # a style has a number once it is used
    for table in tables:
        sheet = book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(table.columns) - 1, 16)
        for number, column in enumerate(table.columns):
            sheet.write_string(0, number, column["name"], bold)
    book.close()
    file.seek(0)
    return file, int(day.xf_index)


def _rows(table: DatasetTable, date_style: int) -> Iterator[bytes]:
    """Yield the rows as elements of a sheet, some at once."""
    rows = table.relation
    cells = [
        _cell(ColumnExpression(name), str(kind), date_style)
        for name, kind in zip(rows.columns, rows.types, strict=True)
    ]
    for first in range(0, table.rows, _AT_ONCE):
        found = rows.limit(_AT_ONCE, first).select(_text("<row>", *cells, "</row>")).fetchall()
        yield "".join(text for (text,) in found).encode()


def _cell(column: Expression, kind: str, date_style: int) -> Expression:
    if _NUMBER.match(kind):
        full = _text("<c><v>", column.cast("VARCHAR"), "</v></c>")
    elif kind == "BOOLEAN":
        full = _text('<c t="b"><v>', column.cast("TINYINT").cast("VARCHAR"), "</v></c>")
    elif kind == "DATE":
        zero = ConstantExpression(_DAY_ZERO).cast("DATE")
        days = FunctionExpression("date_diff", ConstantExpression("day"), zero, column)
        full = _text(f'<c s="{date_style}"><v>', days.cast("VARCHAR"), "</v></c>")
    else:
        escaped = column.cast("VARCHAR")
        for pattern, by in _ESCAPES:
            escaped = FunctionExpression(
                "regexp_replace", escaped, *map(ConstantExpression, (pattern, by, "g"))
            )
        opening = '<c t="inlineStr"><is><t xml:space="preserve">'
        full = _text(opening, escaped, "</t></is></c>")
    return CoalesceOperator(full, ConstantExpression("<c/>"))


def _text(*parts: Expression | str) -> Expression:
    """Return the parts one after the other; NULL if one of them is."""
    first, *rest = (ConstantExpression(part) if isinstance(part, str) else part for part in parts)
    for part in rest:
        first = FunctionExpression("||", first, part)
    return first
