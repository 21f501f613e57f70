"""Kills a program before a chosen step, to see what it leaves behind.

The program is imported once, in a process that does nothing else, and each kill strikes a fork of
it: so every step of it can be tried in the time that one start takes.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]

STEPS = ("fsync", "link", "replace", "rename", "mkdir", "unlink")
"""What of `os` a program changes files with."""

SOAK = bool(os.environ.get("SOAK"))
"""Whether there is time for many kills."""

_RUN = """
import json, os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
{imports}

def run(given):
{body}
"""
_ONCE = "run(sys.argv[1:])"
_FORKS = """
def arm(step):
    done = 0
    def deadly(real):
        def call(*given, **named):
            nonlocal done
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        return call
    for name in {steps}:
        setattr(os, name, deadly(getattr(os, name)))

for line in sys.stdin:
    step, *given = json.loads(line)
    child = os.fork()
    if child == 0:
        arm(step)
        run(given)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def program(imports: str, body: str, *given: object) -> list[str]:
    """A command that runs the body once.

    Args:
        imports: lines before it, run once; they may start no thread.
        body: lines that find in the list `given` what they are given, as texts.
        given: it.
    """
    return [sys.executable, "-c", _text(imports, body) + _ONCE, *map(str, given)]


@contextmanager
def killing(imports: str, body: str) -> Iterator[Callable[..., bool]]:
    """Give what runs the body and kills it before a step; it says whether that step came.

    It is called with the number of the step and with what the body is given; see `program`.
    """
    forks = _text(imports, body) + _FORKS.format(steps=STEPS)
    with subprocess.Popen(
        [sys.executable, "-c", forks],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def killed_before(step: int, *given: object) -> bool:
            print(json.dumps([step, *map(str, given)]), file=process.stdin, flush=True)
            code = int(process.stdout.readline())
            assert code in {0, -signal.SIGKILL}
            return code != 0

        yield killed_before


def _text(imports: str, body: str) -> str:
    return _RUN.format(
        root=str(ROOT),
        imports=textwrap.dedent(imports),
        body=textwrap.indent(textwrap.dedent(body), "    "),
    )
