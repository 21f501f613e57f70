"""`savivalda serve`: the atlas on this machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click
import uvicorn
from uvicorn.supervisors import multiprocess

from dashboard.cli.failing import or_say
from dashboard.language.checking import require_fit
from dashboard.server.leaving import PatientProtocol
from data.asking.store import Store

if TYPE_CHECKING:
    from dashboard.config import Settings


READY_WITHIN_S = 60
"""Seconds that a new worker may take to be ready, and any to say that it lives: the default, five,
is too short for a machine that is busy, where restarts are given up and workers killed."""

ARENAS = ("MALLOC_ARENA_MAX", "2")
"""Heaps that the C library of Linux keeps for the threads of a worker, of which each holds on to
what it once had: with two, a worker that has served for a while takes a tenth less memory."""

FINISHED_WITHIN_S = 30
"""Seconds that a worker which is told to stop may take to finish what it is doing."""


class _Worker(multiprocess.Process):
    """A server process whose end is noticed at once, also while it is asked whether it lives.

    Uvicorn keeps the worker's end of their pipe open, and would wait for an answer of the dead.
    """

    def start(self) -> None:
        super().start()
        self.child_conn.close()


@click.command("serve")
@click.pass_obj
def serve_command(settings: Settings) -> None:
    """Serve the atlas; HOST, PORT and WORKERS say where and how.

    With two WORKERS or more, the signal HUP restarts them one after the other, without a failed
    request.
    """
    # Each server process looks too; it would tell of it in a trace, and be started again for ever.
    or_say(lambda: require_fit("frame", "server"))
    or_say(lambda: Store(settings.database).close())
    os.environ.setdefault(*ARENAS)
    multiprocess.Process = _Worker  # type: ignore[misc]
    click.echo(f"http://{settings.host}:{settings.port}")
    uvicorn.run(
        "dashboard.asgi:make",
        factory=True,
        http=PatientProtocol,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_level="warning",
        server_header=False,
        timeout_worker_healthcheck=READY_WITHIN_S,
        timeout_graceful_shutdown=FINISHED_WITHIN_S,
    )
