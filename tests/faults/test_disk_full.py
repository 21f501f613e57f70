"""On a full disk nothing is changed, the command says so, and with room again it works."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.cli.main import COMMANDS as ALL
from tests.built import plain_sources
from tests.faults.forking import forking
from tests.faults.mounting import can_mount, on_a_small_disk
from tests.faults.scene import COMMANDS, Scene
from tests.faults.states import left_behind, state_of
from tests.faults.table import SECTIONS, Fault, note, said
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.forking import Ended

SIZE_MB = 48
ROOM = (0, 4, 16, 64, 256, 1024, 4096) if SOAK else (0,)
"""Of the disk, in thousands of bytes."""
WRITING = tuple(COMMANDS) if SOAK else ("statuses", "remark")
LIMITS = {
    "accept": 100, "build": 400_000, "import": 100, "statuses": 1_000, "remark": 100,
}  # fmt: skip
"""Bytes of a file: fewer than what the command writes."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Callable[..., Ended], Path]]:
    """What runs commands on a small disk, and where that lies for them."""
    if not can_mount():
        pytest.skip("nothing can be mounted here")
    folder = tmp_path_factory.mktemp("small")
    with forking(on_a_small_disk(folder, SIZE_MB)) as run:
        yield run, folder


@pytest.mark.parametrize("name", WRITING)
def test_a_full_disk_changes_nothing_and_is_said(
    laid: Scene, small: tuple[Callable[..., Ended], Path], name: str, tmp_path: Path
) -> None:
    run, folder = small
    asked, told, refused, halves = COMMANDS[name], "", 0, 0
    seen_from_here = Path(f"/proc/{run.process}/root{folder}")
    quick = {"sources": plain_sources(), "bare": True}
    for room in ROOM:
        there = Scene(folder / f"{name}-{room}")
        scene = laid.copy(seen_from_here / there.folder.name)
        before = state_of(fetched(scene, tmp_path / f"{room}-before"))
        filler = seen_from_here / "filler"
        _fill(filler, room * 1_000)
        ended = run(*asked.arguments(there), data_dir=there.var, **quick)
        filler.unlink()
        assert "Traceback" not in ended.said, ended.said
        if ended.code:
            assert "no room left on the disk: make room" in ended.said, (room, ended.said)
            after = state_of(fetched(scene, tmp_path / f"{room}-after"))
            # Of two forms the first may be in: each is taken in on its own, whole.
            some = name == "accept" and len(after.log) == len(before.log) + 1
            assert (after._replace(log=after.log[:-1]) if some else after) == before
            halves += some
            told, refused = said(ended.last, there.folder, scene.folder), refused + 1
            ended = run(*asked.arguments(there), data_dir=there.var, **quick)
        assert ended.code == 0, ended.said
        assert state_of(fetched(scene, tmp_path / f"{room}-again")) != before
        assert left_behind(scene) == []
        shutil.rmtree(scene.folder)
    assert refused or name == "rollback"
    one = f"the first of two forms: {halves}; " if name == "accept" else ""
    done = f"the old: {refused - halves}; {one}there was room enough: {len(ROOM) - refused}"
    note(Fault(SECTIONS[1], f"`{name}`, disk of {SIZE_MB} MB full", len(ROOM), done, told))


@pytest.mark.parametrize("name", LIMITS if SOAK else ("remark",))
def test_no_larger_file_may_be_written(
    scene: Scene, commands: Callable[..., Ended], name: str
) -> None:
    asked, before = COMMANDS[name], state_of(scene)
    ended = commands(scene, *asked.arguments(scene), largest=LIMITS[name])
    assert ended.code == 1
    assert "no room left on the disk: make room" in ended.said, ended.said
    assert state_of(scene) == before
    told = said(ended.last, scene.folder)
    assert commands(scene, *asked.arguments(scene)).code == 0
    assert left_behind(scene) == []
    note(Fault(SECTIONS[1], f"`{name}`, largest file {LIMITS[name]} bytes", 1, "the old", told))


@pytest.mark.skipif(not SOAK or "backup" not in ALL, reason="only in the long run")
def test_a_backup_and_what_is_made_of_it_are_whole_or_not_there(
    laid: Scene, small: tuple[Callable[..., Ended], Path]
) -> None:
    run, folder = small
    seen_from_here = Path(f"/proc/{run.process}/root{folder}")
    scene = laid.copy(seen_from_here / "backup")
    there, told = Scene(folder / "backup"), {}
    filler, tar = seen_from_here / "filler", folder / "backup" / "saved.tar"
    steps = {"backup": there.var, "restore": there.folder / "restored"}
    for name, data_dir in steps.items():
        _fill(filler, 0)
        before = sorted(scene.folder.rglob("*"))
        ended = run(name, tar, data_dir=data_dir)
        assert (ended.code, "Traceback" in ended.said) == (1, False), ended.said
        assert "no room left on the disk: make room" in ended.said, ended.said
        assert sorted(scene.folder.rglob("*")) == before
        told[name] = said(ended.last, there.folder)
        filler.unlink()
        ended = run(name, tar, data_dir=data_dir)
        assert ended.code == 0, ended.said
    shutil.rmtree(scene.folder)
    for name, line in told.items():
        seen = "nothing is there; with room it works"
        note(Fault(SECTIONS[1], f"`{name}`, disk of {SIZE_MB} MB full", 1, seen, line))


def fetched(scene: Scene, folder: Path) -> Scene:
    """A copy of a scene that another name space has; links stay links."""
    subprocess.run(["cp", "-a", str(scene.folder), str(folder)], check=True)
    return Scene(folder)


def _fill(filler: Path, room: int) -> None:
    """Take what room there is on the disk but so many bytes."""
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() // 4096 * 4096 - room // 4096 * 4096))
