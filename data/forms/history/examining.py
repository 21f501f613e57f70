"""Reads a historical table and asks it everything that forms are asked; takes nothing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.errors import ArchiveError, plainly
from data.forms.archive.keeping import content_checksum, sheet_columns
from data.forms.archive.origins import places_of, write_places
from data.forms.checking.check import NOTHING_KNOWN
from data.forms.checking.filled import SheetPlaces
from data.forms.checking.headings import title
from data.forms.checking.problems import make
from data.forms.history.applying import rule_name
from data.forms.history.cells import check_values, read_cells
from data.forms.history.concluding import counted, with_columns
from data.forms.history.giving import give_values, without_rule
from data.forms.history.known_codes import refuse_unused
from data.forms.history.layout import TableLayout, headings_wanted, lay_out
from data.forms.history.leaving import find_personal, write_left_out
from data.forms.history.loading import load_texts
from data.forms.history.map_file import KEY, LEFT_OUT, TableMap, TableMapLine, read_map
from data.forms.history.outcome import CheckedTable
from data.forms.history.refusing import refuse_other
from data.forms.history.repeating import Fault, Faults
from data.forms.history.rules import find_problems
from data.forms.history.spreading import spread
from data.forms.history.summing import add_up, disagreements
from data.forms.history.table import HistoryTable, NoHeadings, open_table
from data.forms.history.telling import missing_heading, no_header, stands
from data.forms.reading import Unreadable
from data.forms.reading.book import column_letters
from data.forms.values.identifiers import masked
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from data.forms.checking.context import Context
    from data.forms.checking.problems import Problem

TIDY = "tidy.csv"
_SMALL = 1_000_000
"""Bytes of a file whose rows are kept in memory; those of others may need more than there is."""
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "500MB",
}


def check_table(
    path: Path, map_csv: Path, work: Path, *, context: Context = NOTHING_KNOWN
) -> CheckedTable:
    """Read and check a table; write its rows to tidy.csv if nothing blocks.

    That file has the columns that the archive keeps, ordered by municipality, year and key;
    `data.forms.history.parting.cut` makes municipality-years of it. Beside it is places.csv.

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
    except NoHeadings as error:
        found = no_header(error.rows, table_map, path.stem)
    except Unreadable as error:
        found = make(error.reason, **error.values)
    except duckdb.Error as error:
        raise ArchiveError(f"{path.name} cannot be imported: {plainly(error)}") from error
    return CheckedTable(0, Faults([Fault.single(found)]))


def _check(path: Path, table_map: TableMap, context: Context, work: Path) -> CheckedTable:
    """Read and check a file by a map."""
    refuse_other(path)
    table = open_table(path, work, headings_wanted(table_map))
    layout, absent = lay_out(table_map, table.header)
    check_values(layout)
    if missing := _missing(layout, absent, table, path.stem):
        return CheckedTable(0, Faults(map(Fault.single, missing)))
    small = table.path.stat().st_size < _SMALL
    where = ":memory:" if small else work / "table.duckdb"
    with duckdb.connect(where, config=_CONFIG) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET temp_directory = $folder", {"folder": str(work)})
        for macro in statements(SQL / "history").values():
            connection.execute(macro.text)
        found = [*map(Fault.single, load_texts(connection, table, layout, path.stem, work))]
        refuse_unused(table_map.known_codes, _codes(connection, layout, table_map.known_codes))
        found += _read(connection, layout, path.stem)
        tidy = connection.table("tidy")
        found += map(Fault.single, find_problems(tidy, layout, context, path.stem))
        read = len(connection.table("listed"))
        if not read and not found:
            found = [Fault.single(make("empty_table", path.stem))]
        faults = with_columns(found, layout, path.stem)
        if faults.errors:
            return CheckedTable(len(tidy), faults, read=read)
        file = content_checksum(path)
        _write(tidy, layout, file, work / TIDY)
        write_places(work, places_of(file, {layout.sheet.id: _stand(layout, table)}))
        if LEFT_OUT in layout.rules:
            write_left_out(connection, table, layout, work)
        return counted(connection, layout, found, path.stem)


def _read(connection: duckdb.DuckDBPyConnection, layout: TableLayout, name: str) -> list[Fault]:
    """Make the tables ``values``, a line a row, ``tidy``, added up, and ``left values``."""
    give_values(connection, layout)
    found = [*without_rule(connection, layout, name)]
    values, odd = read_cells(connection, layout, name)
    values.create("values")
    found += spread(connection, connection.table("said"), layout, odd)
    values = connection.table("values")
    if layout.sums:
        found += map(Fault.single, disagreements(values, layout, name))
        add_up(values, layout).create("tidy")
    else:
        values.create_view("tidy")
    if LEFT_OUT in layout.rules:
        found += _read_left(connection, layout, name)
    return found


def _read_left(
    connection: duckdb.DuckDBPyConnection, layout: TableLayout, name: str
) -> list[Fault]:
    """Read what is counted of rows that are left out: the year and the main amount, if told."""
    left = connection.table("left")
    values, odd = read_cells(connection, layout, name, "left", {"year", layout.main or ""})
    whose = [layout.recipient] if layout.recipient in left.columns else []
    numbers = left.select("row", *map(duckdb.ColumnExpression, [rule_name(LEFT_OUT), *whose]))
    values.join(numbers, "row").create("left values")
    wrong = [each for each in odd if each.text is not None and each.problem.severity == "error"]
    personal = map(Fault.single, find_personal(connection, layout, name))
    return [*spread(connection, left, layout, wrong), *personal]


def _codes(
    connection: duckdb.DuckDBPyConnection, layout: TableLayout, known: Collection[str]
) -> set[str]:
    """Return those of some codes that stand in the table."""
    rows = connection.table("listed")
    if not known or layout.recipient not in rows.columns:
        return set()
    code = duckdb.SQLExpression(f"regexp_replace({layout.recipient}, '[ .-]', '', 'g')")
    there = rows.filter(code.isin(*map(duckdb.ConstantExpression, known)))
    return {found for (found,) in there.select(code).distinct().fetchall()}


def _missing(
    layout: TableLayout, absent: list[TableMapLine], table: HistoryTable, name: str
) -> list[Problem]:
    """Return a problem for each column that the file must have and has not."""
    if absent:
        return [missing_heading(line, table, name) for line in absent]
    told = {*layout.places, *layout.values, *layout.rules}
    return [
        make("missing_column", name, "", stands([table.header]), column=title(column))
        for column in layout.columns().values()
        if (column.required or column.id in KEY) and column.id not in told
    ]


def _write(tidy: duckdb.DuckDBPyRelation, layout: TableLayout, file: str, path: Path) -> None:
    """Write the rows as the archive keeps them, by municipality, year, key and as they stood."""
    given = {
        "from_file": duckdb.ConstantExpression(file),
        "from_rows": duckdb.ColumnExpression("row"),
    }
    nothing = duckdb.ConstantExpression(None)
    columns = sheet_columns(layout.sheet.id)
    chosen = [
        duckdb.ColumnExpression(name)
        if name in tidy.columns
        else given.get(name, nothing).alias(name)
        for name in columns
    ]
    order = [duckdb.ColumnExpression(name) for name in (*layout.key, "row")]
    tidy.sort(*order).select(*chosen).write_csv(str(path), header=True)


def _stand(layout: TableLayout, table: HistoryTable) -> SheetPlaces:
    """Return where the columns stand that the file has."""
    letters = {name: column_letters(place) for name, place in layout.places.items()}
    return SheetPlaces(masked(table.sheet), letters)
