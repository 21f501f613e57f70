"""Reads spoilt files as the check page does, each in a fork that dies alone.

`python -m tests.fuzz.reading FIRST LAST` prints a line of JSON for each file. A fork may take as
much time and memory as the page allows; that a reader fails in it is a finding, though the page
itself would outlive that.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ANSWERS = ("refused", "reported")
SECONDS = 10
MEMORY = 1_000_000_000
"""Bytes of addresses beyond those that the process has before it reads."""


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes:
        number: of the file.
        kind: of what it was made.
        how: what was done to it.
        answer: "refused", "reported", or what went wrong.
        seconds: that it took.
        memory: bytes that it took at the most.
        said: kinds of problems, or the trace.
    """

    number: int
    kind: str
    how: tuple[str, ...]
    answer: str
    seconds: float
    memory: int
    said: str


def outcomes(first: int, last: int) -> Iterator[Outcome]:
    """What becomes of the files of some numbers, the last one not among them."""
    command = [sys.executable, "-m", "tests.fuzz.reading", str(first), str(last)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            yield Outcome(**json.loads(line))
    assert process.returncode == 0


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def _addresses() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmSize:")[1].split()[0]) * 1024


def _read(content: bytes, name: str) -> tuple[str, str]:
    """Answer and kinds of problems, as the page would have them, with the marked copy."""
    from data.forms.checking.answer import Checked, written  # noqa: PLC0415
    from data.forms.checking.check import check_content  # noqa: PLC0415
    from data.forms.checking.marking import marked_content  # noqa: PLC0415
    from data.forms.checking.texts import to_json, to_text  # noqa: PLC0415

    report = check_content(content, name)
    assert to_text(report, "lt")
    assert to_json(report, "en")
    written(Checked(report, None if report.unreadable else marked_content(report, content, "lt")))
    codes = sorted({problem.code for problem in report.problems})
    return "refused" if report.unreadable else "reported", " ".join(codes)


def _apart(number: int) -> Outcome:
    from tests.fuzz.mutating import spoilt  # noqa: PLC0415

    file = spoilt(number)
    noise = tempfile.TemporaryFile()  # noqa: SIM115
    reading, writing = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        os.dup2(noise.fileno(), 2)
        signal.setitimer(signal.ITIMER_REAL, SECONDS)  # ends the process, whatever code it is in
        most = _addresses() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        before = _peak()
        try:
            answer, said = _read(file.content, file.name)
        except BaseException:  # noqa: BLE001
            answer, said = "failed", traceback.format_exc()
        told = json.dumps([answer, said[-3000:], _peak() - before])
        os.write(writing, told.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seconds = time.monotonic() - begun
    answer, said, memory = json.loads(told) if told else (f"ended by {code}", "", 0)
    if code == -signal.SIGALRM:
        answer = "hung"
    with noise:
        noise.seek(0)
        loud = noise.read().decode(errors="replace")
    if loud and answer in ANSWERS:
        answer, said = "noise", loud[-3000:]
    return Outcome(number, file.kind, file.how, answer, seconds, memory, said or loud[-3000:])


def _main() -> None:
    warnings.simplefilter("ignore")  # what is spoilt on purpose has parts of the same name
    from tests.fuzz.seeds import seeds  # noqa: PLC0415

    for content in seeds().values():  # whatever is made once is made before the first fork
        _read(content, "seed.csv")
    for number in range(*map(int, sys.argv[1:])):
        print(json.dumps(asdict(_apart(number))), flush=True)


if __name__ == "__main__":
    _main()
