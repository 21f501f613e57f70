"""The store only reads, serves many threads, and follows a replaced file without a hiccup."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.refused import cannot_open
from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.checking import check_file
from data.catalog import INDICATORS
from data.errors import StoreError
from data.statements import SQL, statements

if TYPE_CHECKING:
    from datetime import datetime

    from data.building.build import BuildReport

VIEW = {"indicator": "ngo_competition", "unit": "per_resident", "area": "all"}


@pytest.fixture(scope="module")
def other(bare_built: tuple[Path, BuildReport]) -> tuple[Path, BuildReport]:
    """Another build, with other content."""
    return bare_built


def replace(target: Path, source: Path) -> None:
    beside = target.with_suffix(".new")
    shutil.copy(source, beside)
    beside.replace(target)


def test_a_store_says_which_build_it_shows(
    built: tuple[Path, BuildReport], store: Store, built_at: datetime
) -> None:
    assert store.version == built[1].data_version
    assert store.built_at == built_at
    assert store.path == built[0]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run `savivalda build`"):
        Store(tmp_path / "none.duckdb")


def test_a_strange_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_text("not a database " * 1000)
    with pytest.raises(StoreError, match="not a published database"):
        Store(tmp_path / "a.duckdb")
    duckdb.connect(tmp_path / "b.duckdb").close()
    with pytest.raises(StoreError, match="not a published database"):
        Store(tmp_path / "b.duckdb")


def test_a_database_that_another_process_holds_is_called_locked_and_by_whom(
    database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(database, tmp_path / "atlas.duckdb"))
    program = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        for opened in (Store, check_file):
            with pytest.raises(StoreError) as refused:
                opened(path)
            said = str(refused.value)
            assert said.startswith(f"{path} is locked: a Python program such as a notebook")
            assert f"process {holder.pid})" in said
            assert "End that, or let it open a copy" in said
            assert "not a published database" not in said
        holder.communicate(b"\n")
    Store(path).close()


@pytest.mark.parametrize(
    ("message", "who"),
    [
        (
            (
                'IO Error: Could not set lock on file "a": Conflicting lock is held in '
                "/usr/bin/duckdb (PID 7) by user kas. See also https://duckdb.org"
            ),
            "DuckDB's shell (duckdb, process 7)",
        ),
        (
            (
                'IO Error: Could not set lock on file "a": Conflicting lock is held in '
                "/opt/a b/java (PID 7)"
            ),
            "a database viewer such as DBeaver (java, process 7)",
        ),
        ('IO Error: Could not set lock on file "a": Resource unavailable', "another process"),
        ('IO Error: Cannot open file "a": it is being used by another process', "another process"),
    ],
)
def test_who_holds_a_database_is_told_as_far_as_it_is_known(message: str, who: str) -> None:
    said = str(cannot_open(Path("a"), duckdb.IOException(message)))
    assert said.startswith(f"a is locked: {who} has it open for writing.")


def test_an_unknown_query_lists_the_known_ones(store: Store) -> None:
    with pytest.raises(StoreError, match=r"'indicator_vew' \(meant 'indicator_view'\?\).*codes"):
        store.query("indicator_vew")


def test_parameters_are_exactly_those_of_the_query(store: Store) -> None:
    with pytest.raises(StoreError, match=r"wants parameters: list; given: lists"):
        store.query("codes", lists="policy_area")


def test_a_value_is_never_read_as_sql(store: Store) -> None:
    assert store.query("codes", list="' OR true; DROP TABLE code; --").empty
    assert len(store.query("codes", list="policy_area").query("offered")) == 8


def test_a_closed_store_says_so(database: Path) -> None:
    with Store(database) as opened:
        assert opened.version
    with pytest.raises(StoreError, match="closed"):
        opened.query("sources")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (a INTEGER)",
        "INSERT INTO code VALUES ('x', 'x', 'x', 'x', 1)",
        "UPDATE population SET residents = 1",
        "DELETE FROM build",
        "DROP TABLE allocation",
        "COPY code TO '{folder}/code.csv'",
        "EXPORT DATABASE '{folder}/export'",
        "FROM read_csv('{folder}/secret.csv')",
        "FROM read_text('{folder}/secret.csv')",
        "FROM '{folder}/secret.csv'",
        "FROM glob('{folder}/*')",
        "ATTACH '{folder}/secret.duckdb' AS more",
        "INSTALL httpfs",
        "LOAD '{folder}/secret.csv'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET memory_limit = '10GB'",
    ],
)
def test_nothing_is_written_read_or_set_through_a_store(
    store: Store, tmp_path: Path, statement: str
) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with store._current().cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement.format(folder=tmp_path)).fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_every_query_says_what_it_is_for(store: Store) -> None:
    for name, query in statements(SQL / "queries").items():
        assert query.about.startswith("Purpose: "), name
        assert "Columns: " in query.about, name
        assert all(f"${parameter}" in query.about for parameter in query.parameters), name


def test_sixteen_threads_get_the_answers_of_one(database: Path) -> None:
    asked = [
        (indicator.id, unit, area)
        for indicator in INDICATORS.values()
        for unit in indicator.units
        for area in (("all", "culture", "sport", "social") if indicator.by_area else ("all",))
    ]
    with Store(database) as alone, Store(database) as shared, ThreadPoolExecutor(16) as pool:
        expected = {view: indicator_view(alone, *view) for view in asked}
        answers = pool.map(lambda view: (view, indicator_view(shared, *view)), asked * 4)
        assert all(answer.equals(expected[view]) for view, answer in answers)


def test_who_changes_an_answer_changes_nobody_elses(store: Store) -> None:
    first = indicator_view(store, **VIEW)
    before = first.copy(deep=True)
    first["value"] = 0.0
    first.loc[first["year"] == 2020, "state"] = "ok"
    assert indicator_view(store, **VIEW).equals(before)


def test_a_replaced_file_is_noticed(
    database: Path, other: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target = tmp_path / "a.duckdb"
    shutil.copy(database, target)
    with Store(target, check_every=0) as opened:
        before = opened.version
        assert indicator_view(opened, **VIEW)["value"].notna().any()
        replace(target, other[0])
        assert opened.version == other[1].data_version != before
        assert indicator_view(opened, **VIEW)["value"].isna().all()


def test_a_store_looks_at_the_file_only_now_and_then(
    database: Path, other: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target = tmp_path / "a.duckdb"
    shutil.copy(database, target)
    with Store(target, check_every=3600) as opened:
        before = opened.version
        replace(target, other[0])
        assert opened.version == before


def test_a_file_of_another_kind_is_refused_and_nobody_is_asked_for_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE shop (apples)")
    with pytest.raises(StoreError, match="not a published database") as found:
        Store(path)
    assert "download" not in str(found.value)


def test_while_there_is_nothing_better_the_old_database_is_shown(
    database: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    target = tmp_path / "a.duckdb"
    shutil.copy(database, target)
    with Store(target, check_every=0) as opened:
        version = opened.version
        target.unlink()
        assert opened.version == version
        target.write_text("half a file")
        for _ in range(5):
            assert len(indicator_view(opened, **VIEW)) == 660
            assert opened.version == version
    told = [each for each in caplog.messages if "still reading the former" in each]
    assert len(told) == 2, "each reason once: it is gone, it is no database"


def test_no_query_fails_while_files_are_swapped(
    database: Path, other: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target = tmp_path / "a.duckdb"
    shutil.copy(database, target)
    ended = threading.Event()
    seen: set[str] = set()

    def ask(opened: Store) -> int:
        asked = 0
        while not ended.is_set():
            seen.add(opened.version)
            area = ("all", "culture", "sport")[asked % 3]
            assert len(indicator_view(opened, "total", "eur", area)) == 660
            asked += 1
        return asked

    with Store(target, check_every=0) as opened, ThreadPoolExecutor(16) as pool:
        running = [pool.submit(ask, opened) for _ in range(16)]
        for turn in range(200):
            replace(target, (other[0], database)[turn % 2])
            time.sleep(0.05)
            if turn > 10 and len(seen) == 2:  # a busy machine needs longer to come to both
                break
        ended.set()
        assert sum(asked.result() for asked in running) >= 16
    assert len(seen) == 2


def test_a_former_file_is_let_go_of(
    database: Path, other: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        pytest.skip("open files are listed on Linux")
    target = tmp_path / "a.duckdb"
    shutil.copy(database, target)
    with Store(target, check_every=0) as opened:
        for turn in range(6):
            replace(target, (other[0], database)[turn % 2])
            indicator_view(opened, **VIEW)
        links = [handle.readlink() for handle in handles.iterdir() if handle.is_symlink()]
        assert sum(str(link).startswith(str(target)) for link in links) == 1


def test_a_reader_needs_neither_the_makers_of_maps_nor_of_figures() -> None:
    heavy = "{'geopandas', 'shapely', 'plotly', 'dash', 'data.building.build', 'data.demo'}"
    program = (
        f"import sys, data.asking.views, data.asking.store; print({heavy} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "set()"
