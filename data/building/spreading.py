"""Where the parts of a build are done: by this process alone, or by workers of a scheduler."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from data.parts.place import RowsPart, bundles, clear, find_parts, joined, make_folder, reach
from data.parts.reckoning import COUNTED, Reckoning, reckon, reckon_parts
from data.parts.spread import Here, Workers, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

    PartedTables = dict[str, dict[tuple[str, int], RowsPart]]

KEY = ("municipality", "year")


@dataclass(frozen=True)
class Workbench:
    """Who works on parts, and where these lie meanwhile.

    Attributes:
        hands: who does it.
        between: address of a folder of this build's own, which all of them can read and write.
    """

    hands: Here | Workers
    between: str

    def place(self, *names: str) -> str:
        """Return the address of a folder there, made if need be."""
        address = joined(self.between, *names)
        make_folder(address)
        return address


@contextmanager
def workbench(on: str | None, between: str | None, folder: Path) -> Iterator[Workbench]:
    """Lend what a build works on parts with; what lay between is gone afterwards.

    Args:
        on: address of a scheduler, "local", or None for this process alone.
        between: address of a folder, or None for one in the build's own.
        folder: the build's own.

    Raises:
        BuildError: the scheduler or the folder cannot be reached.
    """
    own = joined(between or str(folder.resolve()), f"parts-{uuid4().hex[:12]}")
    try:
        make_folder(own)
        if on is None:
            yield Workbench(Here(), own)
            return
        with spread(on, folder) as hands:
            yield Workbench(hands, own)
    finally:
        clear(own)


def reckon_on(connection: duckdb.DuckDBPyConnection, bench: Workbench) -> None:
    """Fill table indicator_value of a database that is loaded and derived.

    Raises:
        BuildError: an indicator's query asks for what is not there.
    """
    if not bench.hands.apart:
        reckon(connection)
        return
    reach(connection, [bench.between])
    tables: dict[str, dict[tuple[str, int], RowsPart]] = {}
    for table in COUNTED:
        rows = connection.table(table)
        if rows.limit(1).fetchall():
            place = joined(bench.place("tables"), table)
            rows.to_parquet(place, partition_by=[*KEY])
            tables[table] = {part[:2]: part for part in find_parts(place)}
    place = bench.place("figures")
    tasks = [
        Reckoning(_files(tables, bundle), joined(place, f"{number:04}.parquet"), bench.hands.config)
        for number, bundle in enumerate(bundles(_together(tables)))
    ]
    if figures := bench.hands.run(reckon_parts, tasks):
        connection.read_parquet(figures).insert_into("indicator_value")


def _together(tables: PartedTables) -> list[RowsPart]:
    """A part for each municipality and year, with the files of all tables."""
    keys = sorted({key for parts in tables.values() for key in parts})
    found = []
    for key in keys:
        there = [parts[key] for parts in tables.values() if key in parts]
        files = tuple(file for part in there for file in part.files)
        found.append(RowsPart(*key, files, (), sum(part.size for part in there)))
    return found


def _files(tables: PartedTables, bundle: tuple[RowsPart, ...]) -> dict[str, tuple[str, ...]]:
    """By table, the files of some parts."""
    keys = {part[:2] for part in bundle}
    found = {
        table: tuple(file for key, part in parts.items() if key in keys for file in part.files)
        for table, parts in tables.items()
    }
    return {table: files for table, files in found.items() if files}
