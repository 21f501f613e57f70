"""Rows parted by municipality and year, as Parquet files in a folder or an object store.

::

    <address>/municipality=53/year=2024/<any name>.parquet

An address is a path, or a URL that fsspec knows (``s3://…``, ``gs://…``, ``memory://…``).
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from data.errors import BuildError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_PARTS, MOST_BYTES = 66, 64_000_000
"""Of a bundle; that many bytes of Parquet are some seconds of work."""

_READ = """
    FROM read_parquet(
        $files,
        hive_partitioning = TRUE,
        hive_types = {'municipality': 'VARCHAR', 'year': 'INTEGER'}
    )
"""
_KEY = re.compile(r"/municipality=([^/]+)/year=([^/]+)/[^/]+\.parquet")


class RowsPart(NamedTuple):
    """The rows of a municipality and year.

    Attributes:
        municipality: code.
        year: of the rows.
        files: addresses, in order.
        marks: what each file says of its content, to tell whether it was changed.
        size: bytes of all files.
    """

    municipality: str
    year: int
    files: tuple[str, ...]
    marks: tuple[str, ...]
    size: int


def joined(address: str, *names: str) -> str:
    """Return the address of something in a folder."""
    return "/".join([address.rstrip("/"), *names])


def part_name(municipality: str, year: int) -> str:
    """Return the folder of a part, as seen from the address of all."""
    return f"municipality={municipality}/year={year}"


def find_parts(address: str) -> list[RowsPart]:
    """Return all parts at an address, by municipality and year.

    Raises:
        SourceError: there is nothing, a file lies where no part does, or the address is of a kind
            that cannot be reached; says what was expected.
    """
    system, root = _system(address)
    try:
        known = system.find(root, detail=True) if system.exists(root) else {}
    except OSError as error:
        raise SourceError(f"{address}: cannot be listed: {error}") from error
    found: dict[tuple[str, int], list[tuple[str, str, int]]] = {}
    for path, told in sorted(known.items()):
        key = _KEY.fullmatch(path.removeprefix(root.rstrip("/")))
        if not key or not re.fullmatch(r"\d{4}", key[2]):
            expected = "municipality=<code>/year=<yyyy>/<name>.parquet"
            raise SourceError(f"{system.unstrip_protocol(path)}: expected {expected}")
        address_of = path if _is_path(address) else system.unstrip_protocol(path)
        found.setdefault((key[1], int(key[2])), []).append((address_of, _mark(told), told["size"]))
    if not found:
        raise SourceError(f"{address}: no Parquet files of municipalities and years")
    return [
        RowsPart(
            *key,
            tuple(file for file, *_ in files),
            tuple(mark for _, mark, _ in files),
            sum(size for *_, size in files),
        )
        for key, files in sorted(found.items())
    ]


def bundles(parts: Iterable[RowsPart]) -> Iterator[tuple[RowsPart, ...]]:
    """Put neighbouring parts together, as many as one worker does at a time.

    A part is never divided: one that is large is a bundle alone.
    """
    together: list[RowsPart] = []
    for part in parts:
        size = sum(each.size for each in together)
        if together and (len(together) == MOST_PARTS or size + part.size > MOST_BYTES):
            yield tuple(together)
            together = []
        together.append(part)
    if together:
        yield tuple(together)


def connect(addresses: Iterable[str], **config: str | int) -> duckdb.DuckDBPyConnection:
    """Return an empty database in memory that can read and write at all of these addresses."""
    connection = duckdb.connect(":memory:", config={**config})
    connection.execute("SET enable_progress_bar = false")
    reach(connection, addresses)
    return connection


def reach(connection: duckdb.DuckDBPyConnection, addresses: Iterable[str]) -> None:
    """Let a database read and write at these addresses.

    Raises:
        SourceError: one is of a kind that cannot be reached.
    """
    for address in addresses:
        if not _is_path(address):
            system, _ = _system(address)
            if not connection.filesystem_is_registered(system.protocol):
                connection.register_filesystem(system)


def rows_of(connection: duckdb.DuckDBPyConnection, files: Iterable[str]) -> duckdb.DuckDBPyRelation:
    """Return the rows of parts' files, municipality and year among their columns."""
    return connection.sql(_READ, params={"files": [*files]})


def make_folder(address: str) -> None:
    """Make a folder where such things are made, with those above it.

    Raises:
        BuildError: it cannot be made.
    """
    if _is_path(address):
        Path(address).mkdir(parents=True, exist_ok=True)
        return
    system, root = _system(address)
    try:
        system.makedirs(root, exist_ok=True)
    except OSError as error:
        raise BuildError(f"{address}: cannot be written to: {error}") from error


def clear(address: str) -> None:
    """Remove what lies at an address, if anything does."""
    if _is_path(address):
        shutil.rmtree(address, ignore_errors=True)
        return
    system, root = _system(address)
    if system.exists(root):
        system.rm(root, recursive=True)


def _is_path(address: str) -> bool:
    return "://" not in address


def _system(address: str):  # type: ignore[no-untyped-def]
    """The file system of an address, and the address as it knows it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - most builds need none
    except ImportError as error:
        raise BuildError(f"{address}: reading parts needs the extra savivalda[cluster]") from error
    try:
        return url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise SourceError(f"{address}: {error}") from error


def _mark(told: dict[str, object]) -> str:
    """What a file system says of a file's content: it differs when that does."""
    named = ("ETag", "etag", "mtime", "LastModified", "updated", "created", "size")
    return " ".join(str(told[name]) for name in named if name in told)
