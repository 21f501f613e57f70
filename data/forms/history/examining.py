"""Reads a historical table and asks it everything that forms are asked; takes nothing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.errors import ArchiveError
from data.forms.archive.keeping import sheet_columns
from data.forms.checking.check import NOTHING_KNOWN
from data.forms.checking.fields import name_columns
from data.forms.checking.headings import title, titles, wanted
from data.forms.checking.problems import make
from data.forms.history.cells import check_values, read_cells
from data.forms.history.layout import KEY, TableLayout, TableMap, lay_out, read_map
from data.forms.history.loading import load_texts
from data.forms.history.outcome import CheckedTable
from data.forms.history.rules import find_problems
from data.forms.history.table import open_table
from data.forms.reading import Unreadable
from data.forms.values.texts import fold
from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.context import Context
    from data.forms.checking.problems import Problem

TIDY = "tidy.csv"
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "500MB",
}


def check_table(
    path: Path, map_csv: Path, work: Path, *, context: Context = NOTHING_KNOWN
) -> CheckedTable:
    """Read and check a table; write its rows to tidy.csv if nothing blocks.

    That file has municipality, year and the sheet's columns, ordered by municipality, year and
    key; `data.forms.history.parting.cut` makes municipality-years of it.

    Args:
        path: CSV or workbook, a row for each row of one of the form's sheets.
        map_csv: which heading is which column; see data.forms.history.layout.
        work: an empty folder.
        context: what is known of other years.

    Returns:
        What it holds, and every problem with its cell; a file that cannot be read is one, too.

    Raises:
        FormError: the map is wrong.
        ArchiveError: the database cannot read the file.
    """
    table_map = read_map(map_csv)
    try:
        return _check(path, table_map, context, work)
    except Unreadable as error:
        return CheckedTable(0, [make(error.reason, **error.values)])
    except duckdb.Error as error:
        raise ArchiveError(f"{path.name} cannot be imported: {error}") from error


def _check(path: Path, table_map: TableMap, context: Context, work: Path) -> CheckedTable:
    """Read and check a file by a map."""
    keys = {
        **wanted(table_map.sheet),
        **{fold(line.heading): line.column for line in table_map.lines},
    }
    try:
        table = open_table(path, work, keys)
    except Unreadable as error:
        if error.reason != "no_header":
            raise
        headings = ", ".join(line.heading for line in table_map.lines if line.heading)
        wanted_ones = headings or titles(table_map.sheet.columns)
        return CheckedTable(0, [make("no_header", path.stem, columns=wanted_ones)])
    layout, absent = lay_out(table_map, table.header)
    check_values(layout)
    problems = _missing(layout, absent, path.stem)
    if problems:
        return CheckedTable(0, problems)
    with duckdb.connect(work / "table.duckdb", config=_CONFIG) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET temp_directory = $folder", {"folder": str(work)})
        for macro in statements(SQL / "history").values():
            connection.execute(macro.text)
        problems = load_texts(connection, table, layout, path.stem, work)
        values, odd = read_cells(connection, layout, path.stem)
        values.create("tidy")
        problems += find_problems(connection, layout, odd, context, path.stem)
        named = {at: title(layout.columns()[name]) for name, at in layout.places.items()}
        problems = name_columns(problems, path.stem, named)
        tidy = connection.table("tidy")
        if not len(tidy) and not problems:
            problems = [make("empty_table", path.stem)]
        if any(problem.severity == "error" for problem in problems):
            return CheckedTable(len(tidy), problems)
        _write(tidy, layout, work / TIDY)
        paid = tidy.filter("executed > 0") if "executed" in tidy.columns else tidy.limit(0)
        keys_paid = frozenset(paid.select("municipality", "year").distinct().fetchall())
        return CheckedTable(len(tidy), problems, keys_paid)


def _missing(layout: TableLayout, absent: list[str], name: str) -> list[Problem]:
    """Return a problem for each column that the file must have and has not."""
    found = [make("missing_column", name, column=heading) for heading in absent]
    for column in layout.columns().values():
        needed = column.required or column.id in KEY
        if needed and column.id not in {*layout.places, *layout.values} and not absent:
            found.append(make("missing_column", name, column=title(column)))
    return found


def _write(tidy: duckdb.DuckDBPyRelation, layout: TableLayout, path: Path) -> None:
    """Write the rows as the archive keeps them, ordered by municipality, year and key."""
    nothing = duckdb.ConstantExpression(None)
    columns = sheet_columns(layout.sheet.id)
    chosen = [
        duckdb.ColumnExpression(name) if name in tidy.columns else nothing.alias(name)
        for name in columns
    ]
    order = [duckdb.ColumnExpression(name) for name in layout.key]
    tidy.select(*chosen).sort(*order).write_csv(str(path), header=True)
