"""Rows of builds from transfers told one by one: alone, and on a worker a core."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import duckdb
import psutil

from tests.bench.asking import gets
from tests.bench.growth import ask
from tests.bench.load import once
from tests.bench.report import Row, p95
from tests.bench.rows.recipients import kinds, searched, traced
from tests.bench.servers import atlas
from tests.built import plain_sources
from tests.transferred import write_source

LEAST, USUAL = 10_000, 1_000_000
_BUILD = """
import sys
from pathlib import Path
from data.building.build import build
if __name__ == "__main__":
    sources, target, on = sys.argv[1:]
    build(Path(target), demo=False, sources=Path(sources), on=on or None)
"""
_CHECKSUM = "SELECT content_checksum, (SELECT count(*) FROM atlas.allocation) FROM atlas.build"


def rows(most: int) -> tuple[list[Row], list[str]]:
    """The fewest transfers, ten times as many, and so on up to so many."""
    found: list[Row] = []
    size = LEAST
    while size <= most:
        with TemporaryDirectory(prefix="savivalda-transfers-") as folder:
            found += _measure(Path(folder), size)
        size *= 10
    note = (
        "Transfers: evenly over 60 municipalities and 11 years, to 400 recipients of each. The "
        "content of both builds was the same. Memory: of all processes of the build together, at "
        "its most. Lists, traces, search: as of recipients."
    )
    return found, [note]


def _measure(folder: Path, size: int) -> list[Row]:
    sources = folder / "sources"
    sources.mkdir()
    for source in plain_sources().iterdir():
        (sources / source.name).symlink_to(source.resolve(), target_is_directory=True)
    parts = write_source(sources / "made_up", size)
    disk = sum(path.stat().st_size for path in parts.rglob("*.parquet")) / 1e6
    alone = _built(sources, folder / "alone" / "savivalda.duckdb", "")
    spread = _built(sources, folder / "spread" / "savivalda.duckdb", "local")
    assert alone[2:] == spread[2:], "the content differs"
    said = f"{size:,} transfers".replace(",", " ")
    database = folder / "alone" / "savivalda.duckdb"
    with atlas(database) as served:
        addresses = [*chain.from_iterable(listed for _, listed in kinds(database))]
        lists = once(served.port, gets(addresses), 1).latencies_ms[2:]
    return [
        Row(f"{said}: Parquet", "MB", disk),
        Row(f"{said}: payments in the database, added up", "", alone[3]),
        Row(f"build from {said}", "s", alone[0], digits=1),
        Row(f"build from {said}, memory", "MB", alone[1]),
        Row(f"build from {said}, on a worker a core", "s", spread[0], digits=1),
        Row(f"build from {said}, on a worker a core, memory", "MB", spread[1]),
        Row(f"view, {said}: p95", "ms", p95(ask(database)), digits=1),
        Row(f"lists of recipients, {said}: p95", "ms", p95(lists), digits=1),
        traced(f"how a figure was made, {said}", database)[1],
        searched(f"search, {said}", database, None)[1],
    ]


def _built(sources: Path, target: Path, on: str) -> tuple[float, float, str, int]:
    """Seconds, the most memory in MB, checksum and payments of a build in a process of its own."""
    target.parent.mkdir()
    command = [sys.executable, "-c", _BUILD, str(sources), str(target), on]
    if on:  # workers import what was started, which must be a file
        program = target.parent / "program.py"
        program.write_text(_BUILD, encoding="utf-8")
        command[1:3] = [str(program)]
    start = time.perf_counter()
    with subprocess.Popen(command, env=None, cwd=Path(__file__).parents[3]) as process:
        memory = _Memory(process.pid)
        memory.start()
        code = process.wait()
    assert code == 0
    seconds = time.perf_counter() - start
    memory.join()
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(target)})
        ((checksum, payments),) = connection.execute(_CHECKSUM).fetchall()
    return seconds, memory.most / 1e6, checksum, payments


class _Memory(Thread):
    """Looks at a process and those it started, until it ends."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.process = psutil.Process(pid)
        self.most = 0

    def run(self) -> None:
        try:
            while self.process.status() != psutil.STATUS_ZOMBIE:
                self.most = max(self.most, self._now())
                time.sleep(0.1)
        except psutil.NoSuchProcess:
            pass

    def _now(self) -> int:
        total = 0
        for each in (self.process, *self.process.children(recursive=True)):
            try:
                total += each.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return total
