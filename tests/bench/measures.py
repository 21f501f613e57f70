"""The measures as rows of the table: what a visitor meets, callbacks under load, the build."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from data.building.build import build
from tests.bench import visits
from tests.bench.load import CLIENTS, Load, put_under_load
from tests.bench.report import Row, median, p95
from tests.bench.servers import Served, atlas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

WARM_UP = 100
BUILDS = 3


def first_visit(
    browser: Browser, both: Sequence[Served], count: int
) -> tuple[list[Row], list[str]]:
    """Bytes on the wire, and the time to the first painted map."""
    sent = [visits.first_visit_bytes(browser, served) for served in both]
    ours, theirs = visits.first_maps(browser, both, count).values()
    rows = [
        Row("first visit, on the wire (gzip)", "MB", *(it[0] / 1e6 for it in sent), 0.9, digits=2),
        Row("first visit, answers", "", *(it[1] for it in sent)),
        Row(
            f"first painted map, median of {count}",
            "ms",
            median(ours),
            median(theirs),
            most_ratio=0.5,
        ),
    ]
    note = (
        f"First map: {min(ours):.0f}–{max(ours):.0f} ms against "
        f"{min(theirs):.0f}–{max(theirs):.0f} ms, each visit with an empty cache."
    )
    return rows, [note]


def year_changes(
    browser: Browser, both: Sequence[Served], count: int
) -> tuple[list[Row], list[str]]:
    """Changes of year by the keyboard, and the requests that they make."""
    found = list(visits.year_changes(browser, both, count).values())
    painted = [[change.painted for change in changes] for changes in found]
    ours, theirs = ([change.next for change in changes] for changes in found)
    asked = [sum(change.requests for change in changes) / len(changes) for changes in found]
    rows = [
        Row(f"year change to repainted map, median of {count}", "ms", *map(median, painted)),
        Row("year change to repainted map, p95", "ms", *map(p95, painted), 33, 0.2),
        Row("requests per year change", "", *asked, most=0, digits=1),
    ]
    note = (
        "Year change: from the time stamp of an arrow key's event to the end of rendering the "
        "first frame with other colours; to the start of the frame after it the medians are "
        f"{median(ours):.0f} and {median(theirs):.0f} ms, the p95 {p95(ours):.0f} and "
        f"{p95(theirs):.0f} ms."
    )
    return rows, [note]


def under_load(
    both: Sequence[Served], requests: Sequence[list[bytes]], count: int
) -> tuple[list[Row], list[str]]:
    """Callbacks of many clients on one worker each; then what the worker weighs."""
    pairs = list(zip(both, requests, strict=True))
    for served, asked in pairs:
        put_under_load(served.port, asked, max(WARM_UP, len(asked)))
    loads = [put_under_load(served.port, asked, count) for served, asked in pairs]
    memory = [served.memory() for served in both]
    rows = [
        *_callback_rows(f"callback, {CLIENTS} clients", loads, goal=25),
        Row("callbacks per second", "", *(load.per_second for load in loads)),
        Row("memory of a worker after the load, RSS", "MB", *(it[0] for it in memory), 250),
        Row("memory of a worker after the load, PSS", "MB", *(it[1] for it in memory)),
    ]
    counts = " and ".join(str(len(load.latencies_ms)) for load in loads)
    shares = " and ".join(f"{load.generator_share:.0%}" for load in loads)
    note = (
        f"Callbacks: a closed loop of {CLIENTS} clients, {counts} requests after a warm-up in "
        "which each was asked once; asyncio streams with kept-open connections, which took "
        f"{shares} of a core."
    )
    return rows, [note]


def two_workers(database: Path, requests: list[bytes], count: int) -> list[Row]:
    """The atlas under the same load with two worker processes."""
    with atlas(database, workers=2) as served:
        put_under_load(served.port, requests, 4 * len(requests))
        load = put_under_load(served.port, requests, count)
    return _callback_rows(f"callback, {CLIENTS} clients, two workers", [load])


def first_times(database: Path, requests: list[bytes]) -> list[Row]:
    """Every view of the atlas asked for the first time, by one client and by many at once."""
    rows = []
    for clients, who in ((1, "one client"), (CLIENTS, f"{CLIENTS} clients")):
        with atlas(database) as served:
            load = put_under_load(served.port, requests, len(requests), clients)
        rows += _callback_rows(f"callback, each view's first time, {who}", [load])
    return rows


def builds(database: Path) -> Row:
    """Making the database, which afterwards is there."""
    seconds = []
    for _ in range(BUILDS):
        start = time.perf_counter()
        build(database)
        seconds.append(time.perf_counter() - start)
    name = f"build of the database, median of {BUILDS}"
    return Row(name, "s", median(seconds), most=10, digits=1)


def _callback_rows(name: str, loads: Sequence[Load], goal: float | None = None) -> list[Row]:
    times = [load.latencies_ms for load in loads]
    return [
        Row(f"{name}, p50", "ms", *map(median, times), digits=1),
        Row(f"{name}, p95", "ms", *map(p95, times), most=goal, digits=1),
    ]
