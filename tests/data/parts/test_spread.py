"""A build on several processes holds what a build alone does, also when one of them is killed."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

from data.building import spreading
from data.errors import BuildError
from data.parts import spread as spreading_out
from data.parts.spread import Workers, spread
from tests.built import BUILT_AT, quick_build
from tests.data.parts.content import content

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        local_directory=str(tmp_path_factory.mktemp("workers")),
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def hands(scheduler: str, tmp_path: Path) -> Iterator[Workers]:
    """What gives its workers tasks."""
    with spread(scheduler, tmp_path) as hands:
        yield hands


def test_a_worker_that_is_killed_costs_its_own_tasks_again_and_no_others(
    hands: Workers, tmp_path: Path
) -> None:
    done = hands.run(_die_once, [(str(tmp_path), number) for number in range(12)])
    assert done == list(range(12))
    begun = [path.name.split("-")[:2] for path in tmp_path.glob("[0-9]*-*")]
    killed = next(worker for number, worker in begun if (tmp_path / f"killed-{worker}").exists())
    by_others = [number for number, worker in begun if worker != killed]
    assert "5" in by_others
    assert len(by_others) == len({*by_others}), "what the others did was done once"


def test_the_content_is_the_same_whoever_reckons_it_also_when_a_worker_is_killed(
    alone: tuple[Path, Path], scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, target = alone
    killed, there = tmp_path / "killed", tmp_path / "there"
    monkeypatch.setattr(spreading, "reckon_parts", _Deadly(str(killed)))
    monkeypatch.setattr("data.parts.place.MOST_PARTS", 2)
    quick_build(there / "savivalda.duckdb", sources=sources, now=BUILT_AT, on=scheduler)
    assert killed.exists()
    assert content(there / "savivalda.duckdb") == content(target)
    assert [path.name for path in there.iterdir()] == ["savivalda.duckdb"]


def test_what_kills_every_worker_ends_the_build_with_words(hands: Workers, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="had they enough memory"):
        hands.run(_die, [0])


def test_a_worker_of_another_version_says_so(
    hands: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading_out, "statements_mark", lambda: "another")
    with pytest.raises(BuildError, match="another version of savivalda"):
        hands.run(_same, [0])


def test_where_no_scheduler_answers_the_build_says_how_to_start_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading_out, "PATIENCE_S", 0.2)
    target = tmp_path / "savivalda.duckdb"
    with pytest.raises(BuildError, match=r"tcp://127\.0\.0\.1:1: start one with `dask scheduler`"):
        quick_build(target, on="tcp://127.0.0.1:1")
    assert not [*tmp_path.iterdir()]


def _die_once(task: tuple[str, int]) -> int:
    """Note that the task began; the fifth ends its process the first time."""
    folder, number = task
    first = not [*Path(folder).glob(f"{number}-*")]
    (Path(folder) / f"{number}-{os.getpid()}-{os.urandom(4).hex()}").touch()
    if number == 5 and first:
        (Path(folder) / f"killed-{os.getpid()}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _same(number: int) -> int:
    return number


class _Deadly:
    """Reckons parts, but the first time ends the process that does."""

    def __init__(self, killed: str) -> None:
        self.killed = killed

    def __call__(self, task: spreading.Reckoning) -> str:
        from data.parts.reckoning import reckon_parts  # noqa: PLC0415 - in the worker

        if not Path(self.killed).exists():
            Path(self.killed).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return reckon_parts(task)
