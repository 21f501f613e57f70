"""Imports a historical table: read, checked as forms are, and accepted whole or not at all."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from data.errors import ArchiveError
from data.forms.archive.accepted import Archive
from data.forms.archive.keeping import sheet_columns
from data.forms.archive.log import HISTORY, MunicipalityYear
from data.forms.checking.check import NOTHING_KNOWN
from data.forms.checking.fields import name_columns
from data.forms.checking.headings import title, titles, wanted
from data.forms.checking.problems import UNREADABLE, Problem, make
from data.forms.checking.report import Report
from data.forms.history.cells import check_values, read_cells
from data.forms.history.layout import KEY, TableLayout, TableMap, lay_out, read_map
from data.forms.history.loading import load_texts
from data.forms.history.parting import Sent, cut, take_in
from data.forms.history.rules import find_problems
from data.forms.history.table import open_table
from data.forms.reading import Unreadable
from data.forms.values.texts import fold
from data.statements import SQL, statements

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.context import Context

SHOWN = {"allocations": ("executed", "executed > 0"), "awards": ("mode", "mode = 'competition'")}
"""Of a sheet, a column and which rows give a municipality-year figures to show by it."""

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "500MB",
}


class _CheckedTable(NamedTuple):
    """A read file: its rows, what was found, and the municipality-years with figures to show."""

    rows: int
    problems: list[Problem]
    paid: frozenset[MunicipalityYear] = frozenset()


@dataclass(frozen=True)
class Imported:
    """What became of a historical table.

    Attributes:
        path: the file.
        sheet: id of the form's sheet that it fills.
        rows: how many it has.
        problems: everything found, by rows; with an error nothing was accepted.
        accepted: municipality-years that count from now on.
        unchanged: those that counted just so already.
        kept: those left alone, because the municipality sent a form of its own.
        seconds: how long it took.
    """

    path: Path
    sheet: str
    rows: int
    problems: tuple[Problem, ...]
    accepted: tuple[MunicipalityYear, ...] = ()
    unchanged: tuple[MunicipalityYear, ...] = ()
    kept: tuple[MunicipalityYear, ...] = ()
    seconds: float = 0.0

    @property
    def report(self) -> Report:
        """The check's result in the manner of a form's."""
        unreadable = any(problem.code in UNREADABLE for problem in self.problems)
        return Report(self.path, None, None, self.problems, None, unreadable, HISTORY)

    @property
    def errors(self) -> int:
        """How many problems block."""
        return self.report.errors


def import_table(
    path: Path,
    map_csv: Path,
    data_dir: Path,
    *,
    context: Context = NOTHING_KNOWN,
    over_forms: bool = False,
    now: datetime | None = None,
) -> Imported:
    """Check a historical table and take it in.

    A municipality-year that has a form of its own is left alone. One that was imported before is
    superseded on the sheet that the table fills; what it has on other sheets stays.

    Args:
        path: CSV or workbook, a row for each row of one of the form's sheets, with municipality
            and year.
        map_csv: which heading is which column; see data.forms.history.layout.
        data_dir: the data folder.
        context: what is known of other years.
        over_forms: whether to supersede forms too.
        now: when it came, UTC; the clock's time if not given.

    Returns:
        Every problem with its cell; what was accepted, if nothing blocks.

    Raises:
        FormError: the map is wrong.
        ArchiveError: the archive cannot be written to or read; nothing was taken in.
    """
    start, table_map = time.perf_counter(), read_map(map_csv)
    archive, at = Archive(data_dir), (now or datetime.now(UTC)).astimezone(UTC)
    with archive.writing() as work:
        try:
            checked = _check(path, table_map, context, work)
        except Unreadable as error:
            checked = _CheckedTable(0, [make(error.reason, **error.values)])
        except duckdb.Error as error:
            raise ArchiveError(f"{path.name} cannot be imported: {error}") from error
        done = Imported(path, table_map.sheet.id, checked.rows, tuple(checked.problems))
        if not done.errors:
            parts = cut(work / "tidy.csv", table_map.sheet.id, archive, checked.paid)
            taken = take_in(archive, parts, Sent(path, map_csv, at), over_forms=over_forms)
            done = replace(done, **taken._asdict())
    return replace(done, seconds=round(time.perf_counter() - start, 3))


def _check(path: Path, table_map: TableMap, context: Context, work: Path) -> _CheckedTable:
    """Read and check a file; write its rows to tidy.csv if nothing blocks."""
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
        return _CheckedTable(0, [make("no_header", path.stem, columns=wanted_ones)])
    layout, absent = lay_out(table_map, table.header)
    check_values(layout)
    problems = _missing(layout, absent, path.stem)
    if problems:
        return _CheckedTable(0, problems)
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
            return _CheckedTable(len(tidy), problems)
        _write(tidy, layout, work / "tidy.csv")
        column, shown = SHOWN.get(layout.sheet.id, ("", ""))
        paid = tidy.filter(shown) if column in tidy.columns else tidy.limit(0)
        keys_paid = frozenset(paid.select("municipality", "year").distinct().fetchall())
        return _CheckedTable(len(tidy), problems, keys_paid)


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
