"""A crowd walks over the atlas while databases are published and forms taken in; nothing gives way.

The suite has seconds for it; `SOAK=1` has ten minutes, two hundred visitors and a database every
minute, or what `LOAD_SECONDS`, `LOAD_VISITORS`, `LOAD_EVERY` and `LOAD_PAUSE` say, and writes
`docs/load.md`.
"""

from __future__ import annotations

import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.killing import SOAK
from tests.load.publishing import Publisher
from tests.load.running import await_that, running
from tests.load.soaking import EVERY_S, FLAT_S, GROWTH, WARM_S, length, noting, write, written
from tests.load.visitors import Crowd, table

if TYPE_CHECKING:
    from pathlib import Path

    from data.building.build import BuildReport
    from tests.load.running import Held, Running

pytestmark = [pytest.mark.slow, pytest.mark.soak]

SPARE_THREADS, SPARE_FILES = 20, 16
"""What two workers may hold more than before: threads of the pools, of which each has a few that
stay, and standing connections; never a database that is published no more."""


def test_a_crowd_is_served_while_databases_are_published(
    built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    data, temporary, forms = (tmp_path / name for name in ("data", "temporary", "forms"))
    for folder in (data, temporary, forms):
        folder.mkdir()
    shutil.copy(built[0], data / "savivalda.duckdb")
    publisher, plan = Publisher(data, forms), length()
    with running(data, temporary) as here:
        before = here.held()
        with noting(here, EVERY_S if SOAK else 1.0) as noted:
            with Crowd(here.base, plan.visitors, pause=plan.pause) as crowd:
                restarts = _live(here, publisher, plan.seconds, plan.every)
            soaked = written(crowd, noted, len(publisher.versions), restarts)
        await_that(lambda: _is_let_go(here, before, publisher.versions[-1]))
        assert [*temporary.iterdir()] == []
    assert [each.name for each in data.rglob(".*") if each.is_dir()] == []
    assert crowd.errors() == [], table(crowd)
    assert all(kind.number for kind in crowd.kinds.values()) or not SOAK
    if SOAK:
        write(soaked)
    if plan.seconds >= WARM_S + FLAT_S:  # before, workers see most things for the first time
        assert noted.growth(FLAT_S) < GROWTH, soaked


def _live(here: Running, publisher: Publisher, seconds: float, every: float) -> int:
    """Publish again and again; early in a long soak the workers are restarted once."""
    start, restarts = time.monotonic(), 0
    while (now := time.monotonic() - start) < seconds:
        version = publisher.whole() if SOAK else publisher.quick()
        await_that(lambda: _shows(here, version))  # noqa: B023 asked before the next comes
        if SOAK and not restarts and now > seconds / 10:
            here.process.send_signal(signal.SIGHUP)
            restarts = 1
        time.sleep(max(0.0, start + now + every - time.monotonic()))
    return restarts


def _shows(here: Running, version: str) -> bool:
    return all(here.version() == version for _ in range(6))


def _is_let_go(here: Running, before: Held, version: str) -> bool:
    """Whether the server holds what it held before anybody came."""
    _shows(here, version)  # a worker looks whether there is something new when it is asked
    now = here.held()
    return (
        now.processes == before.processes
        and now.former == 0
        and now.threads <= before.threads + SPARE_THREADS
        and now.files <= before.files + SPARE_FILES
    )
