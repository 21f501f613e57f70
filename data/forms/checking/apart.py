"""Does one piece of work in a process of its own, which may take so long and so much memory.

`python -m data.forms.checking.apart` is that process: a fresh interpreter which imports what
the work needs and nothing of the program that asks (a copy of a process with threads may hang).
It reads what strangers sent, so what it answers is bytes and no more than so many; nothing of it
is executed here.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import traceback
from contextlib import suppress
from threading import Event, Thread, Timer
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Died(Exception):
    """The process ended without a result, or with one that is too large."""


def apart(work: Callable[[], bytes], *, longest: float, memory: int, most: int) -> bytes:
    """Do a piece of work apart.

    Args:
        work: a function that a new process can import, or a `functools.partial` of one.
        longest: seconds after which the process is ended.
        memory: bytes beyond which it gets no more.
        most: bytes of an answer; with more the process is ended.

    Returns:
        What the work returned.

    Raises:
        TimeoutError: it took too long.
        Died: it failed, its process came to an end, or it answered too much.
    """
    limits = (str(round(longest) + 1), str(memory))
    late = Event()
    with subprocess.Popen(
        [sys.executable, "-m", __name__, *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # numpy reserves memory for each thread that it may use.
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
    ) as process:
        timer = Timer(longest, _end, (process, late))
        feeder = Thread(target=_feed, args=(process.stdin, pickle.dumps(work)), daemon=True)
        timer.start()
        feeder.start()
        try:
            answer = _answer(process, most)
        finally:
            process.kill()
            timer.cancel()
            feeder.join()  # who else closes what it writes to would find nobody to take the rest
    if late.is_set():
        raise TimeoutError
    if answer is None:
        raise Died
    return answer


def _end(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _answer(process: subprocess.Popen[bytes], most: int) -> bytes | None:
    """Read the answer; None if there is none that counts."""
    if process.stdout is None:
        raise AssertionError
    answer = process.stdout.read(most + 1)
    if len(answer) > most:
        return None
    return None if process.wait() else answer


def _feed(pipe: IO[bytes], work: bytes) -> None:
    with suppress(OSError), pipe:  # the process may end before it has read everything
        pipe.write(work)


def _main() -> None:
    """In the new process: the limits, the work, its result."""
    seconds, memory = map(int, sys.argv[1:])
    with suppress(ImportError):  # not everywhere: there the clock alone sets a limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # whatever is printed goes the way of errors
        try:
            work = pickle.load(sys.stdin.buffer)  # noqa: S301 - the process that asks wrote it
            answer.write(work())
        except Exception as error:  # noqa: BLE001
            # Without the message: it may repeat what a file says, which is nobody's to keep.
            where = "".join(traceback.format_tb(error.__traceback__))
            logging.getLogger(__name__).error("%s\n%s", type(error).__name__, where)  # noqa: TRY400
            raise SystemExit(1) from None


if __name__ == "__main__":
    _main()
