"""Makes the files of the whole data set from a finished database, before it is published."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import duckdb

from data.dataset.archives import csv_archive, parquet_archive
from data.dataset.describe import package, readme
from data.dataset.offered import DataFile, write_list
from data.dataset.tables import rows, tables
from data.dataset.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path


def make(database: Path, folder: Path) -> str:
    """Write the data set in its four forms, and the list of them with sizes and checksums.

    Args:
        database: a finished database file, closed; the fourth form is this file itself.
        folder: to make, on the same file system.

    Returns:
        The data version, which the names of the files carry.

    Raises:
        duckdb.Error: the database cannot be read.
        OSError: a file cannot be written.
    """
    folder.mkdir()
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(database)})
        connection.execute("USE atlas")
        ((version, built_at),) = connection.execute(
            "SELECT data_version, built_at FROM build"
        ).fetchall()
        given, sources = tables(connection), rows(connection, "sources")
        text = readme(version, given, sources, built_at)
        described = package(version, given, sources, built_at)
        paths = {
            kind: folder / f"savivalda-{version}{ending}"
            for kind, ending in ENDINGS.items()
        }
        csv_archive(
            paths["csv"], given, {"README.md": text, "datapackage.json": described}, built_at
        )
        parquet_archive(paths["parquet"], given, {"README.md": text}, built_at)
        write_workbook(paths["xlsx"], given, text, built_at)
    _link(database, paths["duckdb"])
    write_list(folder, [_described(kind, path) for kind, path in paths.items()])
    return str(version)


ENDINGS = {"csv": "-csv.zip", "parquet": "-parquet.zip", "xlsx": ".xlsx", "duckdb": ".duckdb"}
"""How the name of each form ends."""


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
