"""The applications as processes of their own, on free local ports, as they would run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from dashboard.frame.places import map_path
from dashboard.language.i18n import CODES, language
from tests.bench import baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds to wait for a server's first answer."""


@dataclass(frozen=True)
class Served:
    """A running application.

    Attributes:
        name: what it is called in the report.
        port: where it listens.
        process: the one that was started.
        map: path of its page with the map, which is measured where no other page is named, and
            asked for first.
    """

    name: str
    port: int
    process: psutil.Process
    map: str = "/"

    def at(self, path: str = "/") -> str:
        """The whole address of one of its paths."""
        return f"http://127.0.0.1:{self.port}{path}"

    def cpu(self) -> float:
        """CPU seconds that it and its processes have spent."""
        processes = [self.process, *self.process.children(recursive=True)]
        times = [process.cpu_times() for process in processes]
        return sum(it.user + it.system for it in times)

    def memory(self) -> tuple[float, float]:
        """RSS and PSS of its largest process (a worker), MB; PSS is NaN where it is not known."""
        processes = [self.process, *self.process.children(recursive=True)]
        found = max((process.memory_full_info() for process in processes), key=lambda it: it.rss)
        return found.rss / 1e6, getattr(found, "pss", float("nan")) / 1e6


@contextmanager
def atlas(database: Path, workers: int = 1, port: int = 0) -> Iterator[Served]:
    """Our application, as `savivalda serve` runs it; on a free port where none is named."""
    settings = {"DATA_DIR": str(database.parent), "HOST": "127.0.0.1", "WORKERS": str(workers)}
    command = [sys.executable, "-m", "dashboard", "serve"]
    yield from serve("atlas", command, settings, map_path(language(CODES[0])), port)


@contextmanager
def plain(table: Path, size: tuple[float, float]) -> Iterator[Served]:
    """The baseline, its map as large as ours."""
    settings = {baseline.DATA: str(table), baseline.SIZE: f"{size[0]},{size[1]}"}
    application = ["--factory", "tests.bench.baseline:make", "--log-level", "warning"]
    command = [sys.executable, "-m", "uvicorn", *application, "--port", "PORT"]
    yield from serve("baseline", command, settings)


def serve(
    name: str, command: list[str], settings: dict[str, str], page: str = "/", port: int = 0
) -> Iterator[Served]:
    """Starts a server, waits for its first answer, ends it afterwards.

    Args:
        name: of the application.
        command: that starts it; "PORT" in its arguments stands for the port.
        settings: environment variables, to which comes `PORT`.
        page: path of its page with the map.
        port: where it listens; on a free one if none is named.
    """
    port = port or _free_port()
    environment = {**os.environ, **settings, "PORT": str(port)}
    command = [argument.replace("PORT", str(port)) for argument in command]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        served = Served(name, port, psutil.Process(process.pid), page)
        try:
            _wait(served, process)
            yield served
        finally:
            if process.poll() is not None:  # whatever failed, this is why
                print(f"{name} had ended before, with {process.returncode}", file=sys.stderr)
            process.terminate()


def _wait(served: Served, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(served.at(served.map), timeout=PATIENCE).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            if process.poll() is None:  # else it was another's answer, on a port taken meanwhile
                return
    raise RuntimeError(f"{served.name} does not answer on port {served.port}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
