"""Does one piece of work in a process of its own, which may take so long and so much memory.

`python -m data.forms.checking.apart` is that process: a fresh interpreter which imports what
the work needs and nothing of the program that asks (a copy of a process with threads may hang).
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

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
    limits = (str(round(longest) + 1), str(memory))
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, *limits],
            input=pickle.dumps(work),
            stdout=subprocess.PIPE,
            timeout=longest,
            check=True,
            # numpy reserves memory for each thread that it may use.
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    except subprocess.CalledProcessError as error:
        raise Died from error
    result: T = pickle.loads(done.stdout)  # noqa: S301 - our own process wrote it
    return result


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
            answer.write(pickle.dumps(work()))
        except Exception as error:  # noqa: BLE001
            # Without the message: it may repeat what a file says, which is nobody's to keep.
            where = "".join(traceback.format_tb(error.__traceback__))
            logging.getLogger(__name__).error("%s\n%s", type(error).__name__, where)  # noqa: TRY400
            raise SystemExit(1) from None


if __name__ == "__main__":
    _main()
