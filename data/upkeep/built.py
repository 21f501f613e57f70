"""Kept builds: each opens, has the content that it says, and keeps every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from data.asking.refused import cannot_open, is_locked
from data.building import checking
from data.building.build import checksum_of
from data.building.describe import FORMS
from data.building.publish import former, numbered
from data.errors import BuildError
from data.forms.archive.log import HISTORY
from data.statements import CHECKS, statements
from data.upkeep.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from data.forms.archive.log import LogLine, MunicipalityYear

_OTHERS = """
    SELECT schema_name || '.' || table_name FROM duckdb_tables()
    WHERE database_name = current_database() AND schema_name = 'serving'
"""
_READ = "SELECT count(*), sum(hash(row::VARCHAR)) FROM query_table($table) AS row"
_FORMS = """
    SELECT municipality, year, source, form_version, checksum
    FROM submission WHERE NOT demo AND checksum IS NOT NULL
"""


@dataclass(frozen=True)
class KeptBuild:
    """A build that opens.

    Attributes:
        path: its file.
        version: data version.
        built_at: UTC.
        forms: checksums of forms by municipality and year; None where another source counts.
    """

    path: Path
    version: str
    built_at: datetime
    forms: dict[MunicipalityYear, str | None]


def check_builds(target: Path, opened: dict[Path, KeptBuild]) -> Iterator[Finding]:
    """Look at the published build and the former ones.

    Args:
        target: the published file.
        opened: those that open are added here.

    Yields:
        What is wrong with each.
    """
    kept = former(target)
    for path in numbered(target):
        if path not in kept:
            yield Finding("leftover_build", path, "it is a second name of the published build")
    if target.is_file():
        yield from _steadily(target, opened)
    elif kept:
        yield Finding("build_missing", target, "former builds are kept, and none is published")
    for path in kept:
        yield from _steadily(path, opened)


def _steadily(path: Path, opened: dict[Path, KeptBuild]) -> Iterator[Finding]:
    """Look at a build; if another one took its place meanwhile, at that."""
    for _ in range(3):
        try:
            before = path.stat().st_ino
            found = [*_check(path, opened)]
            if path.stat().st_ino == before:
                yield from found
                return
        except FileNotFoundError:  # a new build pushed it out
            return


def _check(path: Path, opened: dict[Path, KeptBuild]) -> Iterator[Finding]:
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET enable_progress_bar = false")
        try:
            connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(path)})
            connection.execute("USE atlas")
            said = connection.execute("SELECT * FROM build").fetchall()
            if len(said) != 1:
                yield Finding("build_unreadable", path, f"it tells of {len(said)} builds", "one")
                return
            version, built_at, checksum, _ = said[0]
            found, _ = checksum_of(connection)
            for (table,) in connection.execute(_OTHERS).fetchall():
                connection.execute(_READ, {"table": table}).fetchall()
            if found != checksum or not version.endswith(f".{checksum[:8]}"):
                yield Finding(
                    "build_changed", path, f"its content has the checksum {found}", checksum
                )
                return
            yield from _rules(path, connection)
            rows = connection.execute(_FORMS).fetchall()
        except duckdb.Error as error:
            kind = "build_locked" if is_locked(error) else "build_unreadable"
            yield Finding(kind, path, " ".join(str(cannot_open(path, error)).split()))
            return
    forms = {
        (place, year): form if source == FORMS else None for place, year, source, _, form in rows
    }
    opened[path] = KeptBuild(path, version, built_at, forms)


def _rules(path: Path, connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    """Run every check; a build of another version of the program had others."""
    names = {name for (name,) in connection.execute("SELECT name FROM check_result").fetchall()}
    try:
        failed = [
            f"check {each.check}, rows: {each.count}" for each in checking.failures(connection)
        ]
    except BuildError as error:
        failed = [" ".join(str(error).split())]
    kind = "build_broken" if names == {*statements(CHECKS)} else "build_older"
    for each in failed:
        yield Finding(kind, path, f"it breaks a rule: {each}", "none")
    if kind == "build_older" and not failed:
        yield Finding(kind, path, "another version of the program made it")


def check_forms_of(
    build: KeptBuild, log: Path, entries: Iterable[LogLine], shown: Iterable[int]
) -> Iterator[Finding]:
    """Compare the forms of the published build with those that the log says count.

    Args:
        build: the published one.
        log: the file.
        entries: its lines.
        shown: the years that the atlas shows.
    """
    logged, current = set(), dict[tuple[str, int], tuple[str, str]]()
    for entry in entries:
        if entry.municipality and entry.year is not None:
            key = entry.municipality, entry.year
            logged.add((key, entry.checksum))
            if entry.result == "accepted":
                current[key] = entry.checksum, entry.form_version
    for key, checksum in sorted(build.forms.items()):
        if checksum is not None and (key, checksum) not in logged:
            said = f"it does not name the form {checksum} of {key[0]}, {key[1]}"
            yield Finding("log_lost", log, said, f"a line of it, as {build.path.name} has it")
    waiting = [
        key
        for key, (checksum, version) in sorted(current.items())
        if key[1] in {*shown} and build.forms.get(key, "") != checksum
        if not (version == HISTORY and build.forms.get(key, "") is None)
    ]
    if waiting:
        first = f"{waiting[0][0]}, {waiting[0][1]}"
        yield Finding("not_built", log, f"{len(waiting)} accepted forms wait, the first of {first}")
