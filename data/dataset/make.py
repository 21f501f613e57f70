"""Makes the files of the whole data set from a finished database, before it is published."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import duckdb

from data.dataset.archives import csv_archive, parquet_archive
from data.dataset.describe import readme
from data.dataset.offered import DataFile, folder_name, write_list
from data.dataset.package import package
from data.dataset.tables import rows, tables
from data.dataset.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path


MOST_ROWS = 500_000
"""A set with a longer table has no workbook: nobody could open it, and it would take minutes."""

ENDINGS = {"csv": "-csv.zip", "parquet": "-parquet.zip", "xlsx": ".xlsx", "duckdb": ".duckdb"}
"""How the name of each form ends."""


def make(database: Path, where: Path) -> Path:
    """Write the data set in its four forms, and the list of them with sizes and checksums.

    Args:
        database: a finished database file, closed; the fourth form is this file itself.
        where: a folder on the same file system.

    Returns:
        The folder made there, named after the build.

    Raises:
        duckdb.Error: the database cannot be read.
        OSError: a file cannot be written.
    """
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute(
            "ATTACH $path AS atlas (READ_ONLY, TYPE duckdb)", {"path": str(database)}
        )
        connection.execute("USE atlas")
        version, built_at = connection.sql("SELECT data_version, built_at FROM build").fetchall()[0]
        folder = where / folder_name(version, built_at)
        folder.mkdir()
        paths = {kind: folder / f"savivalda-{version}{end}" for kind, end in ENDINGS.items()}
        given, sources = tables(connection), rows(connection, "sources")
        about = {"README.md": readme(version, given, sources, built_at)}
        codes = {each["list"]: each["codes"] for each in rows(connection, "code_lists")}
        described = package(version, given, codes, sources, built_at)
        csv_archive(paths["csv"], given, about | {"datapackage.json": described}, built_at)
        parquet_archive(paths["parquet"], given, about, built_at)
        if max(table.rows for table in given) <= MOST_ROWS:
            write_workbook(paths["xlsx"], given, about["README.md"], built_at)
    _link(database, paths["duckdb"])
    made = [_described(kind, path) for kind, path in paths.items() if path.exists()]
    write_list(folder, made)
    return folder


def _link(database: Path, name: Path) -> None:
    """Give the database a second name: a published file never changes."""
    try:
        name.hardlink_to(database)
    except OSError:  # a file system without hard links
        shutil.copyfile(database, name)


def _described(kind: str, path: Path) -> DataFile:
    with path.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    return DataFile(path.name, kind, path.stat().st_size, checksum)
