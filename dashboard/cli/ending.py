"""How the command ends, whatever becomes of those who listen to it.

A reader that leaves early (`savivalda check … | head`) stops nothing: the work is done to its end,
what is still said goes nowhere, and the exit code is the command's own. Where what is said cannot
be written (a full disk), the command says so at its end. Ctrl-C ends it without a trace of where it
was.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer


INTERRUPTED = 128 + signal.SIGINT
"""Exit code of a command that Ctrl-C ended."""

SOON_S = 0.01

_interrupts: list[int] = []


def interrupted() -> bool:
    """Whether Ctrl-C was pressed, whatever error became of it on its way through others' code."""
    return bool(_interrupts)


@contextmanager
def told_to_the_end() -> Iterator[None]:
    """Standard output and errors that nobody need read.

    Raises:
        SystemExit: With the command's code; 1 instead of 0 if what was said could not be written.
    """
    _stand_in_for_closed()
    outlets = [_Outlet(1), _Outlet(2)]
    sys.stdout, sys.stderr = map(_lines, outlets, (sys.stdout, sys.stderr))
    signal.signal(signal.SIGINT, _interrupt)
    sys.unraisablehook = _once_more
    code: str | int | None = None
    try:
        yield
    except SystemExit as end:
        code = end.code
    except BaseException:
        if not interrupted():  # DuckDB, for one, makes another error of it
            raise
        code = INTERRUPTED
    # What is left is to take away what was used: a late Ctrl-C stops nothing, a second one all.
    signal.signal(signal.SIGINT, signal.SIG_DFL if interrupted() else signal.SIG_IGN)
    if code and interrupted():
        code = INTERRUPTED
    failed = next((each.failed for each in outlets if each.failed), None)
    if failed:
        sys.stderr.write(f"Error: cannot write what there is to say: {failed.strerror}\n")
    raise SystemExit(code or bool(failed))


def _interrupt(number: int, _: object) -> None:
    _interrupts.append(number)
    raise KeyboardInterrupt


def _once_more(lost: sys.UnraisableHookArgs) -> None:
    """What Ctrl-C cannot end where it came, as a callback of the collector, it ends just after."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        Timer(SOON_S, signal.raise_signal, (signal.SIGINT,)).start()
    else:
        sys.__unraisablehook__(lost)


class _Outlet(io.FileIO):
    """A descriptor to write to that takes everything; keeps why not, unless the reader left."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self.failed: OSError | None = None

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            pass
        except OSError as error:
            self.failed = error
        return memoryview(data).nbytes


def _lines(outlet: _Outlet, former: TextIO | None) -> TextIO:
    """Text that goes to an outlet line by line; a terminal is there as long as we are."""
    if former is not None and former.isatty():
        return former
    encoding = former.encoding if former is not None else "utf-8"
    return io.TextIOWrapper(
        io.BufferedWriter(outlet), encoding, former.errors if former else None, line_buffering=True
    )


def _stand_in_for_closed() -> None:
    """Opens nothing where a standard stream is closed: the next file would take its number.

    A database would then lie where the processes that are started believe their output.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
