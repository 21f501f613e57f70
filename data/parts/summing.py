"""Transfers of money are added up to allocations: of one part by a worker, or of all of them here.

A part's Parquet files have a row for each transfer: ``code``, ``name`` and ``kind`` of who received
it, ``area``, ``mode``, ``programme``, ``financing`` as the standard form has them, and ``amount``,
euros as DECIMAL with at most two decimals, so that sums are exact in any order. Other columns, such
as the day, are let be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from data.errors import SourceError, suggestion
from data.parts.place import connect, rows_of
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.parts.place import RowsPart

WANTED = ("code", "name", "kind", "area", "mode", "programme", "financing", "amount")
_SHOWN = 5

_COLUMNS = """
    SELECT file_name, name, if(starts_with(logical_type, 'Decimal'), scale, NULL) AS scale
    FROM parquet_schema($files)
"""


@dataclass(frozen=True)
class Summing:
    """A task: parts to add up, and where the rows go.

    Attributes:
        source: id of the source that has them.
        parts: whose files are read.
        target: address of the Parquet file to write.
        codes: the codes that there are, by the names of the parameters of sql/transfers.
        config: settings of the database that does it.
    """

    source: str
    parts: tuple[RowsPart, ...]
    target: str
    codes: Mapping[str, Sequence[str]]
    config: Mapping[str, str | int]


class Summed(NamedTuple):
    """What became of a task.

    Attributes:
        target: address of the rows, as of the form's sheet of allocations.
        transfers: how many there were.
        faults: what is wrong with them, the first few, each in a line.
    """

    target: str
    transfers: int
    faults: tuple[str, ...]


def sum_transfers(task: Summing) -> Summed:
    """Add the transfers of parts up.

    Raises:
        SourceError: a file is no Parquet file, or lacks a column; names it.
    """
    files = [file for part in task.parts for file in part.files]
    with connect([*files, task.target], **task.config) as connection:
        try:
            _require_columns(connection, files)
            rows_of(connection, files).create_view("transfer")
            queries = statements(SQL / "transfers")
            connection.execute(queries["010_summed"].text)
            faults = _faults(connection, queries["020_faults"].text, task)
            ((count,),) = connection.execute("SELECT sum(transfers) FROM summed").fetchall()
            if not faults:
                sheet = connection.sql(queries["030_sheet"].body, params={"source": task.source})
                sheet.to_parquet(task.target)
        except duckdb.Error as error:
            raise SourceError(f"{files[0]} or another beside it: {error}") from error
    return Summed(task.target, int(count or 0), tuple(faults))


_MARK = """
    SELECT count(*), sum((digest >> 64)::UBIGINT), sum((digest & 18446744073709551615)::UBIGINT)
    FROM (SELECT md5_number(rows::VARCHAR) AS digest FROM read_parquet($files) AS rows)
"""


def content_mark(files: Sequence[str]) -> tuple[int, ...]:
    """Return what tells the rows of summed files from others, in whichever files they lie."""
    with connect(files) as connection:
        (mark,) = connection.execute(_MARK, {"files": [*files]}).fetchall()
        return mark


def _require_columns(connection: duckdb.DuckDBPyConnection, files: Sequence[str]) -> None:
    found: dict[str, dict[str, int | None]] = {file: {} for file in files}
    for file, name, scale in connection.execute(_COLUMNS, {"files": files}).fetchall():
        found[file][name] = scale
    for file, columns in found.items():
        missing = [name for name in WANTED if name not in columns]
        if missing:
            raise SourceError(f"{file}: missing columns: {', '.join(missing)}")
        scale = columns["amount"]
        if scale is None or scale > 2:
            raise SourceError(f"{file}: amount must be DECIMAL with at most two decimals")


def _faults(connection: duckdb.DuckDBPyConnection, query: str, task: Summing) -> list[str]:
    """What is wrong with the transfers, in words."""
    found = connection.execute(query, {**task.codes}).fetchall()
    return [_told(task, *each) for each in found[:_SHOWN]]


def _told(  # noqa: PLR0913, PLR0917 - a row of the query
    task: Summing, municipality: str, year: int, name: str, seen: str, known: str, count: int
) -> str:
    part = next(
        each for each in task.parts if (each.municipality, each.year) == (municipality, year)
    )
    where = part.files[0].rpartition("/")[0]
    if not known:
        return f"{where}: {name} is missing in {count} transfers"
    if known == "one":
        return f"{where}: expected one kind of each recipient, got {seen}"
    said = suggestion(seen, task.codes[known]) if seen else ""
    return f"{where}: unknown {name} {seen!r} in {count} transfers{said}"
