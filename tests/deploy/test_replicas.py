"""Servers over one folder, behind a proxy: one of them is killed and no visitor notices.

In the suite the proxy is the least that any is, and the kill the one event. Under `SOAK=1` there is
also nginx with the files of deploy/, where it is installed; the server that was killed comes back,
and builds are published meanwhile.
"""

from __future__ import annotations

import shutil
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import psutil
import pytest

from dashboard.address import VIEWS
from data.building.build import build
from data.building.publish import rollback
from data.forms.archive.acceptance import accept
from tests.bench.servers import atlas
from tests.data.forms.given import checked
from tests.deploy.before import NGINX, nginx, told
from tests.deploy.retrying import retrying
from tests.killing import SOAK
from tests.load.visitors import Crowd, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.servers import Served

PATIENCE_S = 600.0 if SOAK else 120.0
VISITORS, PAUSE_S = (20, 1.0) if SOAK else (6, 0.05)
BEFORE, AFTER = (150, 400) if SOAK else (12, 30)
"""Requests that are answered before and after the kill."""

UNDER_WAY_S = 30.0
"""Seconds that the longest request takes on a busy machine."""


@pytest.fixture
def servers() -> Iterator[ExitStack]:
    """Where servers of the test are entered, to be ended with it."""
    with ExitStack() as stack:
        yield stack


def until(crowd: Crowd, number: int) -> None:
    """Waits for so many more requests."""
    end, number = time.monotonic() + PATIENCE_S, crowd.number + number
    while crowd.number < number:
        assert time.monotonic() < end, f"{crowd.number} requests, not {number}\n{table(crowd)}"
        time.sleep(0.02)


def kill(served: Served) -> None:
    """Strikes the server with all its processes, as when its container or machine dies."""
    processes = [served.process, *served.process.children(recursive=True)]
    for process in processes:
        process.kill()
    psutil.wait_procs(processes)


def failed(crowd: Crowd) -> str:
    """What was not answered rightly; whoever had to ask again had no answer either."""
    again = sum(kind.reopened for kind in crowd.kinds.values())
    those = [f"{again} asked again\n{table(crowd)}"] if again else []
    return "\n".join([*crowd.errors(), *those])


@pytest.mark.soak
def test_a_server_is_killed_and_no_request_fails(database: Path, servers: ExitStack) -> None:
    first, second = (servers.enter_context(atlas(database)) for _ in range(2))
    with retrying(first.port, second.port) as proxy:
        with Crowd(f"http://127.0.0.1:{proxy.port}", VISITORS, pause=PAUSE_S) as crowd:
            until(crowd, BEFORE)
            assert proxy.again == 0
            kill(first)
            until(crowd, AFTER)
        assert proxy.again > 0, "nobody asked the server that was killed"
    assert failed(crowd) == ""


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="takes minutes")
@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_nginx_keeps_what_never_changes_while_servers_die_and_builds_come(
    database: Path, servers: ExitStack, tmp_path: Path
) -> None:
    shared, folder = tmp_path / "shared", tmp_path / "nginx"
    shared.mkdir()
    folder.mkdir()
    target = shutil.copy(database, shared / "savivalda.duckdb")
    first, second = (servers.enter_context(atlas(target, workers=2)) for _ in range(2))
    with (
        nginx(folder, first.port, second.port) as port,
        Crowd(f"http://127.0.0.1:{port}", VISITORS, pause=PAUSE_S) as crowd,
    ):
        until(crowd, BEFORE)
        kill(first)
        until(crowd, BEFORE)
        back = servers.enter_context(atlas(target, workers=2, port=first.port))
        form = tmp_path / "forma.xlsx"
        form.write_text("a form")
        accept([form], shared, check=checked("53", 2016))
        fresh = build(target).data_version
        until(crowd, AFTER)
        assert rollback(target).version != fresh
        time.sleep(UNDER_WAY_S)  # who was on the first server when it was killed has an answer
        kill(second)
        until(crowd, AFTER)
        assert back.process.is_running()
    assert failed(crowd) == ""
    lines = told(folder)
    assert {line[1] for line in lines} <= {"200", "303", "307", "308", "503"}
    views = [line[2] for line in lines if f"{VIEWS}/2" in " ".join(line)]
    assert views.count("HIT") > len(views) / 2
