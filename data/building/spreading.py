"""Which parts of a build are done where: by this process alone, or by the workers of a scheduler."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from data.errors import BuildError
from data.parts.place import clear, find_parts, joined, make_folder, reach
from data.parts.reckoning import Reckoning, parted_tables, reckon, reckon_parts
from data.parts.spread import Here, Spread, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

KEY = ("municipality", "year")


@dataclass(frozen=True)
class Workbench:
    """Who works on parts, and where these lie meanwhile.

    Attributes:
        hands: who does it.
        between: address of a folder of this build's own, which all of them can read and write.
    """

    hands: Here | Spread
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
    parts: dict[str, dict[str, tuple[str, ...]]] = {}
    for table in parted_tables(connection):
        rows = connection.table(table)
        if rows.limit(1).fetchall():
            place = joined(bench.place("tables"), table)
            rows.to_parquet(place, partition_by=[*KEY])
            for part in find_parts(place):
                files = parts.setdefault(part.municipality, {})
                files[table] = (*files.get(table, ()), *part.files)
    place = bench.place("figures")
    tasks = [
        Reckoning(tables, joined(place, f"{municipality}.parquet"), bench.hands.config)
        for municipality, tables in sorted(parts.items())
    ]
    figures = bench.hands.run(reckon_parts, tasks)
    if not figures:
        raise BuildError("no municipality has rows: nothing to reckon")
    connection.read_parquet(figures).insert_into("indicator_value")
