"""Does one piece of work in a process of its own, which may take so long and so much memory."""

from __future__ import annotations

import logging
import os
import traceback
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

T = TypeVar("T")


class Died(Exception):
    """The process ended without a result."""


def apart(work: Callable[[], T], *, longest: float, memory: int) -> T:
    """Do a piece of work apart.

    Args:
        work: a function that a new process can import, or a `functools.partial` of one.
        longest: seconds after which the process is ended.
        memory: bytes beyond which it gets no more.

    Returns:
        What the work returned.

    Raises:
        TimeoutError: it took too long.
        Died: it failed, or its process came to an end.
    """
    # A fresh interpreter: a copy of a process with threads (a server, a database) may hang.
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(
        target=_do, args=(sender, work, round(longest) + 1, memory), daemon=True
    )
    process.start()
    sender.close()
    try:
        if not receiver.poll(longest):
            raise TimeoutError
        result: T = receiver.recv()
    except EOFError as error:
        raise Died from error
    finally:
        receiver.close()
        process.kill()
        process.join()
    return result


def _do(sender: Connection, work: Callable[[], object], seconds: int, memory: int) -> None:
    """In the new process: the limits, the work, its result."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread of numpy's would reserve memory
    with suppress(ImportError):  # not everywhere: there the clock alone sets a limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    try:
        sender.send(work())
    except Exception as error:  # noqa: BLE001
        # Without the message: it may repeat what a file says, which is nobody's to keep.
        where = "".join(traceback.format_tb(error.__traceback__))
        logging.getLogger(__name__).error("%s\n%s", type(error).__name__, where)  # noqa: TRY400
