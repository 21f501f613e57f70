"""The tables as zipped CSV and zipped Parquet, each archive with the description inside."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from duckdb import ColumnExpression, ConstantExpression, FunctionExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from duckdb import DuckDBPyRelation, Expression

    from data.dataset.tables import DatasetTable

# A spreadsheet would take a text that begins so for a formula.
_FORMULA = ConstantExpression(r"^([=+@\t\r-])")
_PLAIN = ConstantExpression(r"'\1")


def csv_archive(
    target: Path, tables: Iterable[DatasetTable], about: Mapping[str, str], when: datetime
) -> None:
    """Write one CSV a table: UTF-8, comma, a header, decimal points, empty where there is nothing.

    A text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    _archive(target, tables, about, when, lambda rows, path: _plain(rows).write_csv(str(path)))


def parquet_archive(
    target: Path, tables: Iterable[DatasetTable], about: Mapping[str, str], when: datetime
) -> None:
    """Write one Parquet file a table, with the tables' own types."""
    _archive(
        target,
        tables,
        about,
        when,
        lambda rows, path: rows.write_parquet(str(path), compression="zstd"),
    )


def _archive(
    target: Path,
    tables: Iterable[DatasetTable],
    about: Mapping[str, str],
    when: datetime,
    write: Callable[[DuckDBPyRelation, Path], None],
) -> None:
    """Write the tables one after the other; the same tables always give the same bytes."""
    kind = target.stem.rpartition("-")[2]
    method = ZIP_STORED if kind == "parquet" else ZIP_DEFLATED  # Parquet is compressed already
    with ZipFile(target, "w", method) as archive:
        for name, text in about.items():
            archive.writestr(_entry(name, when, method), text)
        for table in tables:
            file = target.with_name(f"{table.name}.{kind}")
            write(table.relation, file)
            entry = _entry(file.name, when, method)
            entry.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(entry, "w") as into:
                while block := source.read(1 << 20):
                    into.write(block)
            file.unlink()


def _entry(name: str, when: datetime, method: int) -> ZipInfo:
    entry = ZipInfo(name, when.timetuple()[:6])
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry


def _plain(rows: DuckDBPyRelation) -> DuckDBPyRelation:
    def cell(name: str, kind: object) -> Expression:
        column = ColumnExpression(name)
        if str(kind) != "VARCHAR":
            return column
        return FunctionExpression("regexp_replace", column, _FORMULA, _PLAIN).alias(name)

    return rows.select(*map(cell, rows.columns, rows.types))
