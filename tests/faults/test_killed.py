"""Killed at any moment, a command has done all or nothing, and does it when it is run again."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.built import plain_sources
from tests.faults.scene import COMMANDS, Asked, Scene
from tests.faults.states import State, kept, left_behind, lost, state_of
from tests.faults.table import SECTIONS, Fault, counted, note
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forking import Ended

SEED = 20261127
KILLS = (
    {"accept": 80, "build": 40, "import": 70, "rollback": 100, "statuses": 100, "remark": 100}
    if SOAK
    else {"accept": 1, "build": 1, "rollback": 2, "statuses": 3, "remark": 3}
)
WHOLE_BUILDS = 10
"""Of all sources, with files to take away."""

Did = dict[str, Any]


def chain(asked: Asked, laid: Scene, folder: Path, command: Callable[..., Ended], how: Did) -> Any:
    """The states before, after one run, after two, and how long the first took."""
    scene = laid.copy(folder)
    states, took = [state_of(scene)], []
    for _ in range(2):
        ended = command(scene, *asked.arguments(scene), **how)
        took.append(ended.seconds)
        assert ended.code == 0 or asked.name == "statuses", ended.said
        states.append(state_of(scene))
    assert states[0] != states[1]
    return states, took[0]


def strike(
    asked: Asked, laid: Scene, command: Callable[..., Ended], how: Did, kills: int, seed: int
) -> tuple[Counter[str], int]:
    """Kill a command so many times; say how often the old counted afterwards, how often the new."""
    folder = laid.folder.parent / f"killed-{asked.name}-{seed}"
    states, seconds = chain(asked, laid, folder / "chain" / "scene", command, how)
    chance, seen, done = random.Random(seed), Counter[str](), 0
    while done < kills:
        scene = laid.copy(folder / str(done) / "scene")
        before = kept(scene)
        # Evenly over its time; every other one in its last third, in which it writes.
        share = (done + chance.random()) / kills
        moment = seconds * (share if done % 2 else 0.66 + 0.34 * share)
        ended = command(scene, *asked.arguments(scene), kill_after=moment, **how)
        if ended.killed:
            done += 1
            seen[_outcome(scene, states, f"{asked.name}, seed {seed}, {moment:.4f} s")] += 1
            seen["with something half made, swept by the next run"] += bool(left_behind(scene))
            again(asked, scene, states, command, how)
            assert lost(before, kept(scene)) == [], f"{asked.name}, seed {seed}"
        else:  # it was quicker than at first
            seconds = ended.seconds
        seconds *= 1.01 if ended.killed else 1
        shutil.rmtree(scene.folder.parent)
    shutil.rmtree(folder)
    return seen, done


def _outcome(scene: Scene, states: list[State], where: str) -> str:
    state = state_of(scene)
    if state == states[0]._replace(log=states[1].log[:-1]) != states[0]:
        return "the first of two forms"
    assert state in states[:2], f"neither the old nor the new: {where}"
    return ("the old", "the new")[states.index(state)]


def again(
    asked: Asked, scene: Scene, states: list[State], command: Callable[..., Ended], how: Did
) -> None:
    """The same command works, and leaves nothing behind."""
    former = state_of(scene)
    ended = command(scene, *asked.arguments(scene), **how)
    assert ended.code == 0 or (asked.name == "statuses" and former == states[1]), ended.said
    assert "Traceback" not in ended.said
    now = state_of(scene)
    if former in states[:2]:
        assert now == states[states.index(former) + 1]
    else:
        assert {*now.log} >= {*states[1].log}
    assert left_behind(scene) == []


@pytest.mark.soak
@pytest.mark.parametrize("name", KILLS)
def test_killed_at_random_moments(laid: Scene, commands: Callable[..., Ended], name: str) -> None:
    seed = SEED + [*COMMANDS].index(name)
    how = {"sources": plain_sources(), "bare": True}
    seen, kills = strike(COMMANDS[name], laid, commands, how, KILLS[name], seed)
    note(Fault(SECTIONS[0], f"`{name}`", kills, counted(seen), seed=seed))


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="whole builds take seconds each: only in the long run")
def test_whole_builds_killed_at_random_moments(laid: Scene, commands: Callable[..., Ended]) -> None:
    seed = SEED + 10
    how = {"sources": None, "bare": False}
    seen, kills = strike(COMMANDS["build"], laid, commands, how, WHOLE_BUILDS, seed)
    note(Fault(SECTIONS[0], "`build` of all sources", kills, counted(seen), seed=seed))
