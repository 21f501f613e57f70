"""Runs real commands in forks of a process that has imported everything, and does things to them.

Each fork leads a process group of its own, so that what strikes it strikes all that it started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]

IMPORTED = (
    "dashboard.__main__", "dashboard.cli.main", "dashboard.cli.building", "dashboard.cli.incoming",
    "dashboard.cli.importing", "dashboard.cli.remark", "dashboard.cli.statuses",
    "dashboard.cli.check", "dashboard.cli.serving", "data.demo.generate", "data.remarks.file",
)  # fmt: skip

_PROGRAM = """
import fcntl, importlib, json, os, resource, signal, subprocess, sys, time
from datetime import datetime
sys.path.insert(0, {root!r})
for name in {imported}:
    importlib.import_module(name)

# A pipe that holds all that a command says: a limit on the size of files is none on it.
hears, said = os.pipe2(os.O_NONBLOCK)
os.set_blocking(said, True)
fcntl.fcntl(said, fcntl.F_SETPIPE_SZ, 1 << 20)

def heard():
    found = b""
    try:
        while piece := os.read(hears, 1 << 16):
            found += piece
    except BlockingIOError:
        return found.decode("utf-8", "replace")

def become(asked):
    os.setsid()
    null = os.open(os.devnull, os.O_RDONLY)
    for descriptor, stream in ((null, 0), (said, 1), (said, 2)):
        os.dup2(descriptor, stream)
    os.environ |= asked["env"]
    build = sys.modules["data.building.build"]
    if asked["sources"]:
        from pathlib import Path
        build.build.__kwdefaults__["sources"] = Path(asked["sources"])
    if asked["bare"]:
        build.make = lambda *_: None
    if asked["first"]:
        exec(asked["first"], {{}})
    if asked["largest"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest"],) * 2)
    if asked["user"] is not None:
        os.setgroups([])
        os.setgid(asked["user"])
        os.setuid(asked["user"])

def run(asked):
    try:
        become(asked)
        sys.argv = ["savivalda", *asked["arguments"]]
        importlib.import_module("dashboard.__main__").main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else bool(end.code)
    except BaseException:
        import traceback
        traceback.print_exc()
        code = 70
    else:
        code = 0
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

def await_end(pid, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (found := os.waitpid(pid, os.WNOHANG))[0]:
            return found[1]
        time.sleep(0.001)
    return None

print("ready", flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        run(asked)
    status = await_end(pid, 600 if asked["kill_after"] is None else asked["kill_after"])
    if status is None:
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:  # it had not made its group yet
            os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    took = time.monotonic() - began
    print(json.dumps([os.waitstatus_to_exitcode(status), took, heard()]), flush=True)
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: its exit code, below zero the signal that ended it.
        seconds: how long it ran.
        said: what it wrote to both standard streams.
    """

    code: int
    seconds: float
    said: str

    @property
    def killed(self) -> bool:
        """Whether it was killed before its end."""
        return self.code < 0

    @property
    def last(self) -> str:
        """The last line that it said, of what went wrong."""
        return (self.said.strip().splitlines() or [""])[-1]


@contextmanager
def forking(wrapped: tuple[str, ...] = ()) -> Iterator[Callable[..., Ended]]:
    """Give what runs a command of `savivalda` in a fork.

    It takes the command's arguments, and by name: `data_dir`; `env`; `kill_after`, seconds;
    `sources`, the folder that a build takes; `bare`, builds without files to take away;
    `largest`, bytes of a file; `user`, the number of who runs it; `first`, lines to run before. Its
    attribute `process` is the number of the process.

    Args:
        wrapped: a command that starts the process, as `unshare` does.
    """
    text = _PROGRAM.format(root=str(ROOT), imported=IMPORTED)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        [*wrapped, sys.executable, "-c", text],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "ready\n"

        def run(*arguments: object, data_dir: Path, **how: Any) -> Ended:
            asked = {
                "arguments": [*map(str, arguments)],
                "env": {"DATA_DIR": str(data_dir), **how.pop("env", {})},
                **dict.fromkeys(("kill_after", "largest", "user", "first", "sources")),
                "bare": False,
                **how,
            }
            asked["sources"] = asked["sources"] and str(asked["sources"])
            print(json.dumps(asked), file=process.stdin, flush=True)
            answer = process.stdout.readline()
            assert answer, "the process that forks has ended"
            return Ended(*json.loads(answer))

        run.process = process.pid  # type: ignore[attr-defined]
        yield run
