"""Publishing is one step: former builds stay at hand, and neither kill nor full disk breaks it."""

from __future__ import annotations

import random
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from typing import TYPE_CHECKING

import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.build import build
from data.building.publish import KEPT, former, publish, rollback, workshop
from data.errors import BuildError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = 50


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quickly built database without figures."""
    target = tmp_path_factory.mktemp("empty") / "savivalda.duckdb"
    build(target, demo=False)
    return target


@pytest.fixture
def target(empty: Path, tmp_path: Path) -> Path:
    """A published copy of it that a test may spoil."""
    return shutil.copy(empty, tmp_path / "savivalda.duckdb")


def put(target: Path, source: Path) -> None:
    """Publish a copy of a finished database."""
    with workshop(target) as folder:
        publish(shutil.copy(source, folder / "fresh.duckdb"), target)


def program(target: Path, before: str = "") -> list[str]:
    """A command that builds the target."""
    text = f"""
        import os, signal
        from pathlib import Path
        from data.building.build import build
        target = Path({str(target)!r})
    """
    last = "build(target, demo=False)"
    return [sys.executable, "-c", "\n".join([textwrap.dedent(text), textwrap.dedent(before), last])]


def test_the_last_five_builds_are_kept(target: Path, empty: Path) -> None:
    published = [target.stat().st_ino]
    for _ in range(7):
        put(target, empty)
        published.append(target.stat().st_ino)
    assert len(former(target)) == KEPT - 1
    assert [path.stat().st_ino for path in former(target)] == published[-2 : -KEPT - 1 : -1]
    assert former(target)[0].name == "savivalda.duckdb.0007"


def test_a_first_build_keeps_nothing(empty: Path) -> None:
    assert former(empty) == []
    with pytest.raises(StoreError, match="former builds kept: 0"):
        rollback(empty)


def test_a_rollback_publishes_the_former_build_and_says_which(target: Path, database: Path) -> None:
    with Store(target, check_every=0) as store:
        first = store.version, store.built_at
        put(target, database)
        second = store.version
        assert indicator_view(store, "total")["value"].notna().any()
        restored = rollback(target)
        assert (restored.version, restored.built_at) == first
        assert restored.left == 0
        assert store.version == first[0] != second
        assert indicator_view(store, "total")["value"].isna().all()


def test_what_was_rolled_back_does_not_come_again(
    target: Path, empty: Path, database: Path
) -> None:
    put(target, empty)
    put(target, database)
    put(target, empty)
    assert rollback(target, 2).left == 1
    with Store(target) as store:
        assert "demo" not in set(store.query("sources")["kind"])
    put(target, empty)
    assert len(former(target)) == 2


@pytest.mark.parametrize("steps", [0, -1, 2])
def test_a_rollback_beyond_what_is_kept_changes_nothing(
    target: Path, empty: Path, steps: int
) -> None:
    put(target, empty)
    before = target.stat().st_ino
    with pytest.raises(StoreError, match=f"cannot go {steps} back: former builds kept: 1"):
        rollback(target, steps)
    assert target.stat().st_ino == before
    assert len(former(target)) == 1


def test_a_spoilt_former_build_is_not_published(target: Path, empty: Path) -> None:
    put(target, empty)
    (kept,) = former(target)
    kept.unlink()
    kept.write_text("half a file")
    before = target.stat().st_ino
    with pytest.raises(StoreError, match="not a published database"):
        rollback(target)
    assert target.stat().st_ino == before


def test_without_hard_links_a_copy_is_kept(
    target: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    put(target, empty)
    assert [path.read_bytes() for path in former(target)] == [empty.read_bytes()]


def test_a_full_disk_leaves_the_published_database(target: Path) -> None:
    """The largest file allowed is smaller than the database, as on a disk with no room left."""
    before = target.read_bytes()
    with Store(target, check_every=0) as store:
        done = subprocess.run(
            program(target),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "BuildError: the database cannot be built" in done.stderr
        assert len(store.query("indicator_view", indicator="total", unit="eur", area="all")) == 660
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    build(target, demo=False)


@pytest.mark.parametrize("step", ["fsync", "link", "replace", "rename"])
def test_a_failing_step_of_publishing_is_a_build_error(
    target: Path, empty: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = target.stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(f"os.{step}", full)
        if step in {"fsync", "replace"}:
            with pytest.raises(BuildError, match="No space left"):
                put(target, empty)
            assert target.stat().st_ino == before
    put(target, empty)
    assert target.stat().st_ino != before


KILL_AT = """
    done = 0
    def deadly(name):
        real = getattr(os, name)
        def call(*given, **named):
            global done
            done += 1
            if done == {step}:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        return call
    for name in ("fsync", "link", "replace", "unlink"):
        setattr(os, name, deadly(name))
"""


def test_killed_before_any_step_of_publishing_it_is_the_old_or_the_new(
    target: Path, empty: Path
) -> None:
    for _ in range(KEPT):
        put(target, empty)
    steps = 0
    for step in range(1, 20):
        with workshop(target) as folder:
            fresh = shutil.copy(empty, folder / "fresh.duckdb")
            code = program(target, KILL_AT.format(step=step))[-1].rpartition("\n")[0]
            code += "\nfrom data.building.publish import publish"
            code += f"\npublish(Path({str(fresh)!r}), target)"
            done = subprocess.run([sys.executable, "-c", code], check=False)
        with Store(target) as store:
            assert store.version
        assert len(former(target)) >= KEPT - 1
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        steps += 1
    assert steps >= 5
    put(target, empty)
    assert len(former(target)) == KEPT - 1
    assert len({path.stat().st_ino for path in former(target)}) == KEPT - 1


FORKS = """
    import sys, random, time
    from data.asking.store import Store  # everything is imported before the clock starts
    import data.building.build, data.building.inputs, data.demo.generate

    def child():
        pid = os.fork()
        if pid == 0:
            build(target, demo=False)
            os._exit(0)
        return pid

    def until(pid, seconds):
        # Wait for a build, at most so long; say how long it took, None if it still runs.
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            if os.waitpid(pid, os.WNOHANG)[0]:
                return time.monotonic() - started
            time.sleep(0.002)

    # How long a build takes is learnt anew from each that is too quick: other work comes and goes.
    length = until(child(), 600)
    chance = random.Random({seed})
    killed = 0
    while killed < {kills}:
        pid = child()
        took = until(pid, (killed + chance.random()) / {kills} * length)
        if took is not None:
            length = took
            continue
        os.kill(pid, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        length *= 1.01
"""


@pytest.fixture
def asking(target: Path) -> Iterator[list[str]]:
    """A running store that is asked all the time, and every version that it answered with."""
    ended = threading.Event()
    seen: list[str] = []
    failed: list[BaseException] = []

    def ask(store: Store) -> None:
        try:
            while not ended.is_set():
                assert len(indicator_view(store, "total", "eur")) == 660
                seen.append(store.version)
                time.sleep(0.002)
        except BaseException as error:  # noqa: BLE001
            failed.append(error)

    with Store(target, check_every=0) as store:
        thread = threading.Thread(target=ask, args=(store,))
        thread.start()
        yield seen
        ended.set()
        thread.join()
    assert failed == []


def test_killed_at_fifty_random_moments_the_old_data_serve_on(
    target: Path, asking: list[str]
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    before = target.stat().st_ino
    command = program(target, FORKS.format(kills=KILLS, seed=seed))
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=True)
    assert done.stderr == "", f"seed {seed}"
    assert target.stat().st_ino != before, "the build after the last kill published"
    assert len(set(asking)) == 1, "each build has the same content"
    assert len(asking) > KILLS
    assert not list(target.parent.glob(f".{target.name}*")), "what killed builds left is swept"
    for path in [target, *former(target)]:
        with Store(path) as store:
            assert store.version == asking[0]
    assert rollback(target).version == asking[0]


def test_two_builds_at_once_both_publish(target: Path) -> None:
    running = [subprocess.Popen(program(target)) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert len(former(target)) == 2
    with Store(target) as store:
        assert store.version
