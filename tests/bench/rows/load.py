"""Rows of views under load: many clients, two workers, first times, a worker's memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.load import Load, again_and_again, once
from tests.bench.report import Row, median, of_all, p95
from tests.bench.servers import Served, atlas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MANY = 64
"""Clients of a warm server."""

FIRST = 16
"""Clients of a server that has answered nothing yet."""


def under_load(
    both: Sequence[Served], requests: Sequence[list[bytes]], seconds: float
) -> tuple[list[Row], list[str]]:
    """Views, and the baseline's callbacks, of many clients on one worker each; then its memory."""
    pairs = list(zip(both, requests, strict=True))
    loads = []
    for served, asked in pairs:
        once(served.port, asked, MANY, 2 * seconds)
        loads.append(again_and_again(served.port, asked, MANY, seconds))
    memory = [served.memory() for served in both]
    rows = [
        *_rows(f"view, {MANY} clients", loads, goal=10),
        of_all("views per second, one worker", "", [it.per_second for it in loads], least=5000),
        of_all("memory of a worker after the load, RSS", "MB", [it[0] for it in memory], most=200),
        of_all("memory of a worker after the load, PSS", "MB", [it[1] for it in memory]),
    ]
    counts = " and ".join(str(len(load.latencies_ms)) for load in loads)
    shares = " and ".join(f"{load.generator_share:.0%}" for load in loads)
    note = (
        f"Views: {len(requests[0])} different ones in turn, gzip, a closed loop of {MANY} clients "
        f"on kept-open connections, {counts} requests after a warm-up in which each was asked "
        f"once; the generator (`tests/bench/load.py`) keeps to one core and took {shares} of it. "
        "The baseline has no such address: its callback draws the figure of an indicator and a "
        "year; each of ours holds all years."
    )
    return rows, [note]


def two_workers(database: Path, requests: list[bytes], seconds: float) -> list[Row]:
    """The atlas under the same load with two worker processes."""
    with atlas(database, workers=2) as served:
        once(served.port, requests * 4, MANY)
        load = again_and_again(served.port, requests, MANY, seconds)
    name = f"view, {MANY} clients, two workers"
    return [*_rows(name, [load]), Row("views per second, two workers", "", load.per_second)]


def first_times(database: Path, requests: list[bytes]) -> list[Row]:
    """Every view of the atlas asked for the first time, by one client and by many at once."""
    rows = []
    for clients, who, goal in ((1, "one client", None), (FIRST, f"{FIRST} clients", 150)):
        with atlas(database) as served:
            load = once(served.port, requests, clients)
        rows += _rows(f"view, each one's first time, {who}", [load], goal)
    return rows


def _rows(name: str, loads: Sequence[Load], goal: float | None = None) -> list[Row]:
    times = [load.latencies_ms for load in loads]
    return [
        of_all(f"{name}, p50", "ms", [median(it) for it in times], digits=1),
        of_all(f"{name}, p95", "ms", [p95(it) for it in times], most=goal, digits=1),
    ]
