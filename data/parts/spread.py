"""Tasks are spread over the workers of a Dask scheduler, each with a database of its own.

A task's results lie in files, so that a worker that is lost costs the tasks that it was at and no
others. Workers must have the same statements as the build: they say so before they begin.
"""

from __future__ import annotations

import hashlib
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from data.errors import BuildError
from data.statements import SQL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

T = TypeVar("T")
R = TypeVar("R")

LOCAL = "local"
"""Where the build starts workers itself: one for each core of this machine."""

PATIENCE_S = 15
"""How long a scheduler may take to answer, and a worker to come."""


WORKER: dict[str, str | int] = {"threads": 1, "memory_limit": "2GB", "temp_directory": gettempdir()}
"""The database of a worker: one of several on its machine."""


class Here:
    """This process, which does everything as one task, with all cores."""

    apart = False
    config: ClassVar[Mapping[str, str | int]] = {}

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> list[R]:
        """Do all tasks, one after the other."""
        return [work(task) for task in tasks]


@dataclass(frozen=True)
class Workers:
    """Workers that tasks can be given to, each part its own."""

    client: Any
    apart = True
    config: ClassVar[Mapping[str, str | int]] = WORKER

    def run(self, work: Callable[[T], R], tasks: Sequence[T]) -> list[R]:
        """Do all tasks, in any order; return what they gave, in theirs.

        Raises:
            SavivaldaError: what a task raised.
            BuildError: a task was lost with several workers, or the scheduler went away.
        """
        from distributed import as_completed  # noqa: PLC0415
        from distributed.client import FutureCancelledError  # noqa: PLC0415
        from distributed.scheduler import KilledWorker  # noqa: PLC0415

        same = partial(_same, work, statements_mark())
        futures = self.client.map(same, tasks, pure=False)
        place = {future.key: number for number, future in enumerate(futures)}
        found: dict[int, R] = {}
        try:
            for future, result in as_completed(futures, loop=self.client.loop, with_results=True):
                found[place[future.key]] = result
        except KilledWorker as error:
            said = "several workers ended while they did the same task; had they enough memory?"
            raise BuildError(said) from error
        except FutureCancelledError as error:
            raise BuildError("the scheduler went away, or lost what was to be done") from error
        finally:
            self.client.cancel(futures)
        return [found[number] for number in range(len(tasks))]


@contextmanager
def spread(on: str, folder: Path) -> Iterator[Workers]:
    """Reach a scheduler, or start workers here.

    Args:
        on: its address, as ``tcp://scheduler:8786``, or LOCAL.
        folder: where workers that are started here keep what they must.

    Raises:
        BuildError: it cannot be reached, has no worker, or Dask is not installed.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - most builds need none
    except ImportError as error:
        raise BuildError("building on several processes needs savivalda[cluster]") from error
    with _cluster(on, folder) as cluster:
        try:
            client = Client(cluster or on, timeout=PATIENCE_S, set_as_default=False)
        except (OSError, ValueError) as error:
            said = "start one with `dask scheduler`, and workers with `dask worker`"
            raise BuildError(f"no scheduler answers at {on}: {said}") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=PATIENCE_S)
            except TimeoutError as error:
                said = f"start one with `dask worker {on}`"
                raise BuildError(f"the scheduler at {on} has no workers: {said}") from error
            yield Workers(client)


@contextmanager
def _cluster(on: str, folder: Path) -> Iterator[Any]:
    """The workers that are started here, if they are."""
    if on != LOCAL:
        yield None
        return
    from distributed import LocalCluster  # noqa: PLC0415

    with LocalCluster(
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(folder),
        silence_logs=logging.CRITICAL,
    ) as cluster:
        yield cluster


@cache
def statements_mark() -> str:
    """Return what tells these statements from others."""
    total = hashlib.sha256()
    for path in sorted(SQL.rglob("*.sql")):
        total.update(f"{path.relative_to(SQL)}\n".encode() + path.read_bytes())
    return total.hexdigest()[:16]


def _same(work: Callable[[T], R], mark: str, task: T) -> R:
    """Do a task where the statements are those of the build."""
    if statements_mark() != mark:
        raise BuildError("a worker has another version of savivalda than the build: update it")
    return work(task)
