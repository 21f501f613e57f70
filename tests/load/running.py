"""The atlas as it runs for others: workers in a process group of their own, and what they hold."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0


class Held(NamedTuple):
    """What the processes of a server hold.

    Attributes:
        processes: all of them, the first one also.
        threads: of the workers.
        files: that the workers have open, connections also.
        former: databases among those that are published no more.
    """

    processes: int
    threads: int
    files: int
    former: int


class Memory(NamedTuple):
    """MB of all workers: resident, and in proportion to how many share a page."""

    rss: float
    pss: float


@dataclass(frozen=True)
class Running:
    """A server with several workers.

    Attributes:
        port: where it listens, on this machine alone.
        process: the one that was started, which leads the group.
        data: its folder of data.
        temporary: its folder for what is temporary.
    """

    port: int
    process: psutil.Process
    data: Path
    temporary: Path

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[psutil.Process]:
        """The processes that answer."""
        found = []
        for child in self.process.children():
            with suppress(psutil.Error):
                if any("spawn_main" in word for word in child.cmdline()):
                    found.append(child)
        return found

    def held(self) -> Held:
        """What it holds now."""
        workers, database = self.workers(), self.data / "savivalda.duckdb"
        files = [link for worker in workers for link in _files(worker.pid)]
        now = str(database.stat().st_ino) if database.exists() else ""
        former = [node for name, node in files if ".duckdb" in name and node != now]
        family = [self.process, *self.process.children(recursive=True)]
        threads = sum(worker.num_threads() for worker in workers)
        return Held(len(family), threads, len(files), len(former))

    def memory(self) -> Memory:
        """What its workers take; those that end meanwhile count no more."""
        rss = pss = 0.0
        for worker in self.workers():
            with suppress(psutil.Error):
                told = worker.memory_full_info()
                rss, pss = rss + told.rss / 1e6, pss + getattr(told, "pss", told.rss) / 1e6
        return Memory(rss, pss)

    def version(self) -> str:
        """The data version that one of the workers tells."""
        with urllib.request.urlopen(f"{self.base}/health", timeout=PATIENCE_S) as answer:
            found = re.search(r'"data":"([^"]*)"', answer.read().decode())
        assert found
        return found[1]

    def has_ended(self) -> bool:
        """Whether no process of the group is left."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False


@contextmanager
def running(data: Path, temporary: Path, workers: int = 2) -> Iterator[Running]:
    """Start a server on a free port; it is stopped as an operator stops it.

    Afterwards no process of it is left, else that is an error.

    Args:
        data: folder with the published database.
        temporary: an empty folder.
        workers: how many.
    """
    port = _free_port()
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "RATE_LIMIT": "0",  # all come from one address
        "TMPDIR": str(temporary),
        "WORKERS": str(workers),
    }
    command = [sys.executable, "-m", "dashboard", "serve"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    ) as started:
        here = Running(port, psutil.Process(started.pid), data, temporary)
        try:
            await_that(lambda: _answers(here) and len(here.workers()) == workers)
            yield here
        finally:
            started.terminate()
            try:
                started.wait(PATIENCE_S)
                await_that(here.has_ended)
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(started.pid, signal.SIGKILL)


def await_that(true: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait until something is true.

    Raises:
        TimeoutError: It has not become so.
    """
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds:.0f} s")
        time.sleep(0.1)


def _answers(here: Running) -> bool:
    try:
        return bool(here.version())
    except (urllib.error.URLError, ConnectionError):
        return False


def _files(pid: int) -> list[tuple[str, str]]:
    """What a process has open: name and number of its node."""
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            found.append((str(link.readlink()), str(link.stat().st_ino)))
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
