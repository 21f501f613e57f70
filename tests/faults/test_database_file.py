"""Whatever becomes of the database file, each command says what is wrong and what to do."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb
import httpx
import psutil
import pytest

from tests.built import quick_build
from tests.faults.forking import ROOT
from tests.faults.scene import COMMANDS, Scene
from tests.faults.states import left_behind, state_of
from tests.faults.table import SECTIONS, Fault, note, said
from tests.killing import SOAK, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.forking import Ended

LOCKED_S = 60


def cut_short(path: Path) -> None:
    _put(path, path.read_bytes()[: path.stat().st_size // 2])


def garbage(path: Path) -> None:
    _put(path, os.urandom(100_000))


def emptied(path: Path) -> None:
    _put(path, b"")


def another_duckdb(path: Path) -> None:
    path.unlink()
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE shop AS SELECT 1 AS apples")


def sqlite(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE shop (apples)")
    connection.close()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def removed(path: Path) -> None:
    path.unlink()


def _put(path: Path, content: bytes) -> None:
    """Replace the file: whoever has the former one open, keeps it."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(content)
    fresh.replace(path)


SPOILT = (cut_short, garbage, emptied, another_duckdb, sqlite, a_folder, removed)
READING = ("check", "serve", "accept", "import") if SOAK else ("check", "serve")
ANY = "run `savivalda build`"


def words(name: str, scene: Scene) -> list[str]:
    """A command that reads the database, with what it is given."""
    return COMMANDS[name].arguments(scene) if name in COMMANDS else [name]


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda it: it.__name__)
def test_commands_that_read_it_say_what_to_do(
    scene: Scene, commands: Callable[..., Ended], spoil: Callable[[Path], None]
) -> None:
    spoil(scene.database)
    told = Counter[str]()
    for name in READING:
        before = sorted(scene.var.rglob("*"))
        ended = commands(scene, *words(name, scene), env={"PORT": "8159"})
        assert "Traceback" not in ended.said, ended.said
        if spoil is removed and name in {"accept", "import"}:
            assert ended.code == 0, "nothing need be published yet"
            continue
        assert ended.code == 1, ended.said
        assert ANY in ended.said, ended.said
        assert str(scene.database) in ended.said
        assert sorted(scene.var.rglob("*")) == before
        told[said(ended.said, scene.folder)] += 1
    _mended(scene, commands, spoil)
    state_of(scene)
    assert left_behind(scene) == []
    through = len(READING) - told.total()
    seen = f"refused: {told.total()}; need no database yet, and work: {through}; then mended"
    name = f"{spoil.__name__.replace('_', ' ')}; {', '.join(f'`{each}`' for each in READING)}"
    note(Fault(SECTIONS[2], name, len(READING), seen, min(told)))


def _mended(scene: Scene, commands: Callable[..., Ended], spoil: Callable[[Path], None]) -> None:
    """A build mends it, in the long run; a rollback does, past what is kept of the spoilt file."""
    if spoil is a_folder:
        for name in ("build", "rollback"):
            assert "is a folder: move it away" in commands(scene, name).said
        scene.database.rmdir()
    if SOAK:
        assert commands(scene, "build").code == 0
        if spoil not in {a_folder, removed}:
            ended = commands(scene, "rollback")
            assert "`savivalda rollback --steps 2` goes past it" in ended.said
            assert commands(scene, "rollback", "--steps", "2").code == 0
            return
    assert commands(scene, "rollback").code == 0


def test_a_damaged_former_build_is_not_put_back(
    scene: Scene, commands: Callable[..., Ended]
) -> None:
    garbage(scene.database.with_name(f"{scene.database.name}.0002"))
    before = scene.database.stat().st_ino
    ended = commands(scene, "rollback")
    assert ended.code == 1
    assert "0002 is damaged" in ended.said
    assert "`savivalda rollback --steps 2` goes past it" in ended.said
    assert scene.database.stat().st_ino == before
    assert commands(scene, "rollback", "--steps", "2").code == 0
    seen = "refused; the published one stays; `--steps 2` works"
    told = said(ended.said, scene.folder)
    note(Fault(SECTIONS[2], "former build of garbage; `rollback`", 1, seen, told))


HOLD = "import duckdb, sys, time"
HOLDING = """
connection = duckdb.connect(given[0])
print("locked", flush=True)
time.sleep(float(given[1]))
"""


@pytest.mark.skipif(not SOAK, reason="a process more: only in the long run")
def test_another_process_has_it_open_for_writing(
    scene: Scene, commands: Callable[..., Ended]
) -> None:
    holding = program(HOLD, HOLDING, scene.database, LOCKED_S)
    with subprocess.Popen(holding, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "locked\n"
        for name in READING:
            ended = commands(scene, *words(name, scene), env={"PORT": "8159"})
            assert (ended.code, "Traceback" in ended.said) == (1, False), ended.said
            assert "is locked: " in ended.said
        assert commands(scene, "build").code == 0
        told = said(ended.said, scene.folder)
        holder.terminate()
    state_of(scene)
    seen = "refused by those that read it; `build` puts a new one in its place"
    note(Fault(SECTIONS[2], "locked by another process", len(READING), seen, told))


PATHS = ("/health", "/en/data", "/", "/api/v1/views/total?unit=eur&figures=all")


@contextmanager
def serving(scene: Scene, log: Path, workers: int, wrapped: tuple[str, ...] = ()) -> Iterator[str]:
    """A server of a scene's database; its errors go to a file. It must not end by itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    settings = {"DATA_DIR": str(scene.var), "PORT": port, "WORKERS": str(workers)}
    command = [*wrapped, sys.executable, "-m", "dashboard", "serve"]
    with (
        log.open("a") as errors,
        subprocess.Popen(
            command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=errors
        ) as process,
    ):
        address = f"http://127.0.0.1:{port}"
        try:
            _await(address, process)
            yield address
            assert process.poll() is None
        finally:
            process.terminate()


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None
        try:
            if httpx.get(f"{address}/health", verify=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def asked(address: str, paths: tuple[str, ...] = PATHS, times: int = 3) -> Counter[int]:
    """Statuses of answers."""
    found = Counter[int]()
    with httpx.Client(base_url=address, verify=False, timeout=60) as visitor:
        for path in paths * times:
            found[visitor.get(path, follow_redirects=True).status_code] += 1
    return found


def test_a_running_server_keeps_the_former_data_and_says_why_once(
    scene: Scene, tmp_path: Path
) -> None:
    log, good = tmp_path / "log", shutil.copy(scene.database, tmp_path / "good")
    with serving(scene, log, 1) as address:
        version = httpx.get(f"{address}/health", verify=False).json()["data"]
        for spoil in SPOILT if SOAK else (garbage, a_folder, removed):
            spoil(scene.database)
            time.sleep(0.5)
            found = asked(address)
            assert set(found) == {200}, (spoil.__name__, found)
            assert httpx.get(f"{address}/health", verify=False).json()["data"] == version
            if scene.database.is_dir():
                scene.database.rmdir()
            lines = log.read_text().splitlines()
            told = [line for line in lines if "still reading the former" in line]
            assert 1 <= len(told) <= 2, lines  # the swap itself may be seen half done
            log.write_text("")
            shutil.copy(good, scene.database)
            time.sleep(0.5)
            asked(address, ("/health",))
            name = f"{spoil.__name__.replace('_', ' ')} under a server"
            seen = f"former data served: {found.total()} answers of 200; "
            seen += f"lines in its log: {len(told)}"
            note(Fault(SECTIONS[2], name, 1, seen, said(told[0], scene.folder)))
        _cut_in_place(scene, address)


def _cut_in_place(scene: Scene, address: str) -> None:
    """Cut the open file itself: what is not in memory yet cannot be read any more."""
    processes = psutil.Process().children(recursive=True)
    os.truncate(scene.database, 60_000)
    time.sleep(0.5)
    fresh = tuple(f"/api/v1/views/total?unit=eur&area={n}" for n in ("culture", "sport"))
    found = asked(address, (*PATHS, *fresh), 2)
    assert set(found) <= {200, 503}, found
    assert {*psutil.Process().children(recursive=True)} >= {*processes}, "no process has ended"
    scene.database.unlink()
    quick_build(scene.database)
    time.sleep(0.5)
    assert set(asked(address)) == {200}
    seen = "no process ended; answers meanwhile: "
    seen += ", ".join(f"{number} of {status}" for status, number in sorted(found.items()))
    seen += "; after the next build all are 200"
    note(Fault(SECTIONS[2], "cut short in place under a server", 1, seen))


@pytest.mark.skipif(not SOAK, reason="a server more: only in the long run")
def test_a_worker_killed_amid_requests_is_replaced_and_leaves_nothing(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    before, cut, asked_again = state_of(scene), 0, 0
    with serving(scene, tmp_path / "log", 2) as address:
        (server,) = [each for each in psutil.Process().children() if "serve" in each.cmdline()]
        for _ in range(5):
            workers = [each for each in server.children() if "spawn_main" in str(each.cmdline())]
            senders = [_sender(scene, address) for _ in range(4)]  # that both workers have some
            for sender in senders:
                assert sender.stdout.readline() == "sending\n"
            time.sleep(0.1)
            os.kill(workers[0].pid, signal.SIGKILL)
            cut += sum(int(sender.communicate()[0]) for sender in senders)
            found, end = Counter[int](), time.monotonic() + 60
            while time.monotonic() < end and not (
                set(found) == {200} and len({*server.children()} - {workers[0]}) >= 2
            ):
                try:
                    found = asked(address, times=1)
                except httpx.HTTPError:
                    asked_again += 1
            assert set(found) == {200}
    assert cut, "no worker was killed amid a form check"
    assert state_of(scene) == before
    left = [path for path in temporary.rglob("*") if path.is_file()]
    assert left == []
    seen = f"form checks cut off with it: {cut}; others that had to ask again: {asked_again}; "
    note(Fault(SECTIONS[6], "killed amid form checks", 5, f"{seen}replaced; no file is left"))


def _sender(scene: Scene, address: str) -> subprocess.Popen[str]:
    """A visitor who has a form checked again and again, and says how often he was cut off."""
    sending = """
        body = open(given[1], "rb").read()
        mine = {"x-file-name": "f.xlsx", "sec-fetch-site": "same-origin", "origin": given[0]}
        cut = 0
        for number in range(3):
            if not number:
                print("sending", flush=True)
            try:
                done = httpx.post(
                    given[0] + "/check/en/report", content=body, headers=mine, timeout=60
                )
                assert done.status_code == 200, done.text
            except httpx.TransportError:
                cut += 1
        print(cut)
    """
    command = program("import httpx", sending, address, scene.given / "second.xlsx")
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
