"""Neither kill nor full disk breaks what is published."""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.publish import KEPT, former, rollback, workshop
from data.errors import BuildError
from tests.built import plain_sources, quick_build
from tests.data.building.publishing import put
from tests.killing import SOAK, killing, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


KILLS = 100
IMPORTS = "from data.building.build import build"
BUILD = "build(Path(given[0]), demo=False, sources=Path(given[1]))"
PUBLISH = "publish(*map(Path, given))"


def test_a_full_disk_leaves_the_published_database(target: Path) -> None:
    """The largest file allowed is smaller than the database, as on a disk with no room left."""
    before = target.read_bytes()
    with Store(target, check_every=0) as store:
        done = subprocess.run(
            program(IMPORTS, BUILD, target, plain_sources()),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "BuildError: the database cannot be built" in done.stderr
        assert (
            len(
                store.query(
                    "indicator_view", indicator="total", unit="eur", area="all", figures="all"
                )
            )
            == 660
        )
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    quick_build(target)


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
            with pytest.raises(BuildError, match="no room left"):
                put(target, empty)
            assert target.stat().st_ino == before
    put(target, empty)
    assert target.stat().st_ino != before


def test_killed_before_any_step_of_publishing_it_is_the_old_or_the_new(
    target: Path, empty: Path
) -> None:
    for _ in range(KEPT):
        put(target, empty)
    with killing("from data.building.publish import publish", PUBLISH) as killed_before:
        for step in range(1, 20):
            with workshop(target) as folder:
                fresh = shutil.copy(empty, folder / "fresh.duckdb")
                killed = killed_before(step, fresh, target)
            with Store(target) as store:
                assert store.version
            assert len(former(target)) >= KEPT - 1
            if not killed:
                break
    assert not killed
    assert step > 5
    put(target, empty)
    assert len(former(target)) == KEPT - 1
    assert len({path.stat().st_ino for path in former(target)}) == KEPT - 1


# Everything is imported before the clock starts.
TIMED = f"""
    {IMPORTS}
    import random, time
    import data.asking.store, data.building.inputs, data.demo.generate
"""
# How long a build takes is learnt anew from each that is too quick: other work comes and goes.
KILLS_IN_TIME = """
    target, kills, seed = Path(given[0]), int(given[1]), int(given[2])
    sources = Path(given[3])

    def child():
        pid = os.fork()
        if pid == 0:
            build(target, demo=False, sources=sources)
            os._exit(0)
        return pid

    def until(pid, seconds):
        # Wait for a build, at most so long; say how long it took, None if it still runs.
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            if os.waitpid(pid, os.WNOHANG)[0]:
                return time.monotonic() - started
            time.sleep(0.002)

    length = until(child(), 600)
    chance = random.Random(seed)
    killed = 0
    while killed < kills:
        pid = child()
        took = until(pid, (killed + chance.random()) / kills * length)
        if took is not None:
            length = took
            continue
        os.kill(pid, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        length *= 1.01
    build(target, demo=False, sources=sources)
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
                time.sleep(0.1)  # else it takes a core from the builds
        except BaseException as error:  # noqa: BLE001
            failed.append(error)

    with Store(target, check_every=0) as store:
        thread = threading.Thread(target=ask, args=(store,))
        thread.start()
        yield seen
        ended.set()
        thread.join()
    assert failed == []


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="takes minutes: make soak")
def test_killed_at_random_moments_the_old_data_serve_on(target: Path, asking: list[str]) -> None:
    seed = random.SystemRandom().randrange(10**6)
    before = target.stat().st_ino
    command = program(TIMED, KILLS_IN_TIME, target, KILLS, seed, plain_sources())
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
    running = [subprocess.Popen(program(IMPORTS, BUILD, target, plain_sources())) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert len(former(target)) == 2
    with Store(target) as store:
        assert store.version
