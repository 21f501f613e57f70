"""Sources become one checked database: made beside the target, put in its place when right."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import duckdb

from data.building import checking, inputs
from data.building.changing import note_changes
from data.building.correct import apply_corrections
from data.building.corrections import CORRECTIONS
from data.building.describe import DEFAULT_FOLDER, source_of
from data.building.load import load, shapes
from data.building.load_forms import load_forms
from data.building.persons import anew, hide_persons
from data.building.publish import publish, require_file, workshop
from data.building.spreading import reckon_on, workbench
from data.building.watching import unchanged
from data.dataset.make import make
from data.errors import BuildError, plainly
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.building.inputs import Inputs
    from data.building.spreading import Workbench

T = TypeVar("T")

# Small blocks keep a small database small; small row groups let a view read only its stretch of
# the indicators' table.
_ATTACH = "ATTACH $path AS atlas (BLOCK_SIZE 16384, ROW_GROUP_SIZE 2048)"

_TABLES = """
    SELECT schema_name || '.' || table_name
    FROM duckdb_tables()
    WHERE
        database_name = current_database()
        AND schema_name <> 'serving'
        AND table_name NOT IN ('build', 'change')
    ORDER BY ALL
"""
# What is kept only to answer fast is made of the other tables, and no content of its own.
# Each row's digest, its halves added up: the same rows give the same sums however they are stored,
# and ten million rows need no more memory than ten.
_CHECKSUM = """
    SELECT count(*), sum((digest >> 64)::UBIGINT), sum((digest & 18446744073709551615)::UBIGINT)
    FROM (SELECT md5_number(row::VARCHAR) AS digest FROM query_table($table) AS row)
"""


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        data_version: newest retrieval date and first 8 digits of the checksum.
        checksum: of the content of every table but `build` and `change`, 64 hexadecimal digits;
            the same inputs give the same checksum.
        stages: wall time of each stage, seconds, in order.
        tables: number of rows by table.
        checks: names of the checks that passed.
        forms: how many municipality-years have figures from accepted forms.
        waiting: accepted forms of years that the atlas does not show: municipality and year.
        corrections: names of the corrections that were applied.
    """

    data_version: str
    checksum: str
    stages: dict[str, float]
    tables: dict[str, int]
    checks: tuple[str, ...]
    forms: int = 0
    waiting: tuple[tuple[str, int], ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Wall time of all stages."""
        return round(sum(self.stages.values()), 3)


def build(  # noqa: PLR0913 - each is given by its name
    target: Path,
    *,
    demo: bool = True,
    sources: Path = DEFAULT_FOLDER,
    data_dir: Path | None = None,
    corrections: Path = CORRECTIONS,
    now: datetime | None = None,
    on: str | None = None,
    between: str | None = None,
) -> BuildReport:
    """Build the database, check it, publish it with the files of the whole data set.

    A municipality-year has the figures of its accepted form; where nothing real is known of it,
    and the demonstration set is wanted, invented ones; never both.

    Args:
        target: the file to make or replace.
        demo: whether to include the demonstration set.
        sources: folder of sources.
        data_dir: the data folder with the accepted forms; the target's folder if not given.
        corrections: file of corrections.
        now: the time to stamp the build with, UTC; the clock's if not given. No other figure
            depends on it.
        on: whose workers reckon what is of one municipality and year: address of a Dask scheduler,
            or "local"; this process alone if not given. The content is the same.
        between: address of a folder that all workers can read and write; one beside the target if
            not given.

    Raises:
        SourceError: an input is not as it must be.
        ArchiveError: the accepted forms cannot be read.
        CorrectionFailed: a correction does not meet what it expects.
        CheckFailed: the finished database breaks a rule.
        BuildError: it could not be built or written for another reason.
        In all cases the target is as before.
    """
    require_file(target)
    with (
        workshop(target) as folder,
        unchanged(sources, corrections) as watched,
        workbench(on, between, folder) as bench,
    ):
        fresh = folder / "fresh.duckdb"
        stages = _Stages()
        try:
            with duckdb.connect(":memory:") as connection:
                given = stages.run(
                    "inputs",
                    lambda: inputs.gather(
                        folder / "inputs",
                        demo=demo,
                        sources=sources,
                        data_dir=data_dir or target.parent,
                        corrections=corrections,
                        bench=bench,
                    ),
                )
                watched.add(each for files in given.forms.sheets.values() for each in files)
                connection.execute("SET enable_progress_bar = false")
                connection.execute(_ATTACH, {"path": str(fresh)})
                connection.execute("USE atlas")
                report = _fill(connection, given, bench, stages, now)
                watched.require()
                stages.run("changes", lambda: note_changes(connection, target))
                stages.run("write", lambda: connection.execute("CHECKPOINT atlas"))
                clean = folder / "clean.duckdb"
                if stages.run("anew", lambda: anew(connection, clean)):
                    fresh = clean
            dataset = stages.run("dataset", lambda: make(fresh, folder))
        except (duckdb.Error, OSError) as error:
            raise BuildError(f"the database cannot be built: {plainly(error)}") from error
        publish(fresh, target, dataset)
    return report


def _fill(
    connection: duckdb.DuckDBPyConnection,
    given: Inputs,
    bench: Workbench,
    stages: _Stages,
    now: datetime | None,
) -> BuildReport:
    """Fill an empty database, stage by stage."""
    stages.run("schema", lambda: _execute(connection, "schema"))
    stages.run("load", lambda: _load(connection, given))
    corrected = stages.run("correct", lambda: apply_corrections(connection, given.corrections))
    stages.run("persons", lambda: hide_persons(connection))
    stages.run("derive", lambda: _execute(connection, "derive"))
    stages.run("indicators", lambda: reckon_on(connection, bench))
    stages.run("marts", lambda: _execute(connection, "marts"))
    stages.run("tidy", lambda: _execute(connection, "tidy"))
    passed = stages.run("checks", lambda: checking.require(connection))
    checksum, tables = stages.run("checksum", lambda: checksum_of(connection))
    version = _stamp(connection, checksum, given.checksum(), now)
    return BuildReport(
        version,
        checksum,
        stages.seconds,
        tables,
        passed,
        forms=given.forms.count,
        waiting=given.forms.waiting,
        corrections=corrected,
    )


def _load(connection: duckdb.DuckDBPyConnection, given: Inputs) -> None:
    noting = statements(SQL / "load")["source_year"].text
    known = shapes(connection)
    files: dict[str, list[Path]] = {}
    for path in given.files:
        beside = files.setdefault(path.stem, [])
        years = load(connection, known, path, beside)
        beside.append(path)
        if source := source_of(path):
            connection.execute(noting, {"source": source, "years": years})
    load_forms(connection, given.forms.sheets, given.transfers)


def _execute(connection: duckdb.DuckDBPyConnection, folder: str) -> None:
    for statement in statements(SQL / folder).values():
        connection.execute(statement.text)


def checksum_of(connection: duckdb.DuckDBPyConnection) -> tuple[str, dict[str, int]]:
    """Return the checksum of all content, and the number of rows of each table.

    Args:
        connection: a finished database in use, whether it was just made or opened to be looked at.
    """
    total, rows = hashlib.sha256(), {}
    for (table,) in connection.execute(_TABLES).fetchall():
        found = connection.execute(_CHECKSUM, {"table": table}).fetchone()
        rows[table.removeprefix("main.")] = found[0] if found else 0
        total.update(f"{table} {found}\n".encode())
    return total.hexdigest(), rows


def _stamp(
    connection: duckdb.DuckDBPyConnection, checksum: str, given: str, now: datetime | None
) -> str:
    """Write which build this is; return the data version."""
    newest = connection.execute("SELECT max(retrieved)::VARCHAR FROM source").fetchone() or ("",)
    version = f"{newest[0]}.{checksum[:8]}"
    built_at = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    connection.execute(
        "INSERT INTO build VALUES (?, ?, ?, ?)", [version, built_at, checksum, given]
    )
    return version


class _Stages:
    """A stopwatch for the stages of a build."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, stage: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = stage()
        self.seconds[name] = round(time.perf_counter() - start, 3)
        return result
