"""Rows of a municipality's page: other peers and weights, in the browser and asked for; sheets."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.asking import gets
from tests.bench.load import once
from tests.bench.report import Row, median, p95
from tests.bench.rows.pages import PLACE
from tests.bench.servers import ROOT
from tests.bench.standing import peer_addresses, peer_changes, sheet_addresses

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.bench.servers import Served

WARMING = 10
"""Answers before those that are measured."""


def rows(browser: Browser, ours: Served, count: int) -> tuple[list[Row], list[str]]:
    """What one visitor waits for; the baseline has no such page."""
    found = peer_changes(browser, ours, PLACE, count)
    painted, name = [it.painted for it in found], "other peers or weights to repainted page"
    asked = sum(it.requests for it in found) / len(found)
    made = [
        Row(f"{name}, median of {count}", "ms", median(painted)),
        Row(f"{name}, p95", "ms", p95(painted), most=50),
        Row("requests per change of peers or weights", "", asked, digits=1),
        *_answers("answer with other peers and weights", ours, peer_addresses(), 10),
        *_answers("a sheet as PDF", ours, sheet_addresses(), 200),
    ]
    note = (
        "Other peers or weights: from the time stamp of the change's event to the end of rendering "
        "the first frame that tells of other peers. Answers: one client, each address once, after "
        f"{WARMING} others; CPU time is that of the server's process, whatever else the machine "
        "has to do."
    )
    return made, [note]


def _answers(name: str, served: Served, addresses: list[str], goal: float) -> list[Row]:
    """Each address asked for once, by one client."""
    requests = gets(addresses)
    once(served.port, requests[:WARMING], 1)
    before = served.cpu()
    load = once(served.port, requests[WARMING:], 1)
    spent = (served.cpu() - before) * 1000 / len(load.latencies_ms)
    return [
        Row(f"{name}, p50", "ms", median(load.latencies_ms), digits=1),
        Row(f"{name}, p95", "ms", p95(load.latencies_ms), most=goal, digits=1),
        Row(f"{name}, CPU time of the server, mean", "ms", spent, digits=1),
    ]


def all_sheets(database: Path) -> Row:
    """The sheets of all municipalities in one file, by the command."""
    with TemporaryDirectory(prefix="savivalda-sheets-") as folder:
        command = ["-m", "dashboard", "sheet", "--all", "-o", f"{folder}/all.pdf"]
        settings = {**os.environ, "DATA_DIR": str(database.parent)}
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=settings, check=True, capture_output=True
        )
        seconds = time.perf_counter() - start
    return Row("60 sheets as one PDF, by the command", "s", seconds, most=10, digits=1)
