"""Workers come and go, and nobody who asks notices."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from dashboard.cli.serving import READY_WITHIN_S
from tests.load.running import await_that, running
from tests.load.visitors import Crowd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.building.build import BuildReport
    from tests.load.running import Running

pytestmark = pytest.mark.slow
VISITORS = 6
PAUSE_S = 0.3


@pytest.fixture(scope="module")
def here(
    built: tuple[Path, BuildReport], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """A server with two workers."""
    with running(built[0].parent, tmp_path_factory.mktemp("temporary")) as served:
        yield served


def pids(here: Running) -> set[int]:
    return {worker.pid for worker in here.workers()}


def test_workers_restart_without_a_failed_request(here: Running) -> None:
    before = pids(here)
    with Crowd(here.base, VISITORS, pause=PAUSE_S) as crowd:
        here.process.send_signal(signal.SIGHUP)
        await_that(lambda: not before & pids(here))
        time.sleep(1)
    assert crowd.errors() == []
    assert crowd.number > VISITORS


def test_a_killed_worker_costs_only_what_it_was_doing_and_another_one_comes(here: Running) -> None:
    killed, *others = here.workers()
    with Crowd(here.base, VISITORS, pause=PAUSE_S) as crowd:
        killed.suspend()
        time.sleep(1)  # it is asked whether it lives
        killed.kill()
        at_once = crowd.number
        await_that(lambda: len(pids(here) - {killed.pid}) == 2, READY_WITHIN_S / 2)
    assert len(crowd.errors()) <= VISITORS, "of each, what the worker was doing for them"
    assert crowd.number - at_once > 0
    assert {other.pid for other in others} < pids(here)


def test_no_worker_outlives_the_process_that_started_it(here: Running) -> None:
    """The last one: nothing is left of the server that all share."""
    here.process.kill()
    here.process.wait()
    await_that(here.has_ended)
