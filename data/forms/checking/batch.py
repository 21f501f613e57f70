"""Checks many files side by side, each in a process that may die without harm to the others."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from data.forms.checking.check import NOTHING_KNOWN, check_file, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from data.forms.checking.context import Context
    from data.forms.checking.mapping import ColumnMap
    from data.forms.checking.report import Report

    FormCheck = Callable[[Path], Report]

LONGEST = 60.0
"""Seconds after which a file is given up."""

_AHEAD = 4
"""Files under way for each process, so that none waits for the reader of the reports."""

_GARBAGE = 50_000
"""Objects made before a worker looks for cycles; a form makes a few thousand and no cycles."""

_checks: list[FormCheck] = []
"""In a worker: the check with everything that is the same for all files."""


def without_rows(path: Path, *, context: Context, column_map: ColumnMap | None) -> Report:
    """Check a file for who wants to know only what is wrong: rows take a while to hand over."""
    return replace(check_file(path, context=context, column_map=column_map), rows=None, places={})


def check_many(
    paths: Iterable[str | Path],
    *,
    context: Context = NOTHING_KNOWN,
    column_map: ColumnMap | None = None,
    processes: int | None = None,
    longest: float = LONGEST,
    check: Callable[..., Report] = check_file,
) -> Iterator[Report]:
    """Check many files.

    Args:
        paths: files or folders, as `check_file` takes them.
        context: what is known beforehand; sent to each process once.
        column_map: what the files call their columns.
        processes: how many work side by side; as many as there are processors if None.
        longest: seconds after which a file is given up.
        check: what checks one file; must be a function that a new process can import.

    Yields:
        A report for each path, in their order, as soon as it and those before it are ready. A file
        that ends its process or takes too long gets a report that says so.
    """
    job = partial(check, context=context, column_map=column_map)
    queue = deque(Path(path) for path in paths)
    workers = max(1, min(processes or os.cpu_count() or 1, len(queue)))
    while queue:
        yield from _until_broken(queue, job, workers, longest)
        if queue:  # one of the next files ends its process: find out which, each by itself
            for _ in range(min(len(queue), workers * _AHEAD)):
                yield _alone(queue.popleft(), job, longest)


def _until_broken(
    queue: deque[Path], job: FormCheck, workers: int, longest: float
) -> Iterator[Report]:
    """Work the queue off until it is empty or a process dies; what is left is not reported yet."""
    ahead: deque[Future[Report]] = deque()
    with suppress(BrokenProcessPool, TimeoutError), _pool(workers, job) as pool:
        while queue:
            while len(ahead) < min(len(queue), workers * _AHEAD):
                with _uninterrupted():
                    ahead.append(pool.submit(_run, queue[len(ahead)]))
            report = ahead.popleft().result(timeout=longest)
            queue.popleft()
            yield report


def _alone(path: Path, job: FormCheck, longest: float) -> Report:
    """Check a file in a process of its own."""
    try:
        with _pool(1, job) as pool:
            with _uninterrupted():
                report = pool.submit(_run, path)
            return report.result(timeout=longest)
    except BrokenProcessPool:
        return unreadable(path, "reader_died")
    except TimeoutError:
        return unreadable(path, "too_slow", limit=f"{longest:g}")


@contextmanager
def _pool(workers: int, job: FormCheck) -> Iterator[ProcessPoolExecutor]:
    # Fresh interpreters: a copy of a process with threads (a server, a database) may hang.
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(job,))
    try:
        yield pool
    except BaseException:  # it died or hangs, or nobody waits for the rest
        _kill(pool)
        raise
    finally:
        # The interpreter must not end while the pool's thread still closes its pipes.
        pool.shutdown(cancel_futures=True)


def _begin(job: FormCheck) -> None:
    gc.freeze()
    atexit.register(gc.unfreeze)  # or what is frozen is told as leaked when the process ends
    gc.set_threshold(_GARBAGE)
    _checks.append(job)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep Ctrl-C from processes that begin here until they can end without a trace."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _run(path: Path) -> Report:
    try:
        return _checks[0](path)
    except Exception:  # a fault of ours at one file must not cost the other reports
        logging.getLogger(__name__).exception("cannot check %s", path)
        return unreadable(path, "reader_died")


def _kill(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool that hangs; there is no public way before Python 3.14."""
    for process in list((pool._processes or {}).values()):  # noqa: SLF001
        process.kill()
