"""Where nothing may be written, commands that would write say so; a server needs only to read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.built import plain_sources
from tests.faults.forking import forking
from tests.faults.mounting import can_mount, read_only
from tests.faults.scene import COMMANDS
from tests.faults.states import left_behind, state_of
from tests.faults.table import SECTIONS, Fault, note, said
from tests.faults.test_database_file import PATHS, asked, serving
from tests.killing import SOAK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.scene import Scene


@pytest.fixture(autouse=True)
def mountable(request: pytest.FixtureRequest) -> None:
    """Some machines let nobody mount."""
    if "right" not in request.node.name and not can_mount():
        pytest.skip("nothing can be mounted here")


WRITING = tuple(COMMANDS) if SOAK else ("rollback", "statuses", "remark")


def test_commands_that_would_write_say_so(scene: Scene) -> None:
    before = state_of(scene)
    with forking(read_only(scene.folder)) as run:
        for name in WRITING:
            quick = {"data_dir": scene.var, "sources": plain_sources(), "bare": True}
            ended = run(*COMMANDS[name].arguments(scene), **quick)
            assert (ended.code, "Traceback" in ended.said) == (1, False), ended.said
            assert "nothing can be written there, only read" in ended.said, ended.said
            told = said(ended.last, scene.folder)
            note(Fault(SECTIONS[4], f"`{name}`", 1, "the old", told))
    assert state_of(scene) == before
    assert left_behind(scene) == []


@pytest.mark.skipif(not SOAK, reason="a server more: only in the long run")
def test_a_server_of_a_folder_that_can_only_be_read_does_all_it_does(
    scene: Scene, tmp_path: Path
) -> None:
    form = (scene.given / "second.xlsx").read_bytes()
    with serving(scene, tmp_path / "log", 2, read_only(scene.folder)) as address:
        more = ("/download/en/view.csv?indicator=total", "/download/en/view.xlsx?indicator=total")
        assert set(asked(address, (*PATHS, *more))) == {200}
        from_here = {"x-file-name": "forma.xlsx", "sec-fetch-site": "same-origin"}
        checked = httpx.post(
            f"{address}/check/en/report",
            content=form, headers=from_here | {"origin": address}, verify=False, timeout=60,
        )  # fmt: skip
        assert checked.status_code == 200
        assert 'id="verdict"' in checked.text
        sheet = f"{address}/download/en/municipality/53.pdf?year=2021"
        printed = httpx.get(sheet, verify=False, timeout=60, follow_redirects=True)
        assert (printed.status_code, printed.content[:5]) == (200, b"%PDF-"), printed.text[:200]
    assert left_behind(scene) == []
    note(
        Fault(
            SECTIONS[4],
            "a server",
            1,
            "pages, views, downloads, a sheet and a check of a form work",
        )
    )


def test_a_user_without_the_right_is_told_so(scene: Scene, tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can become another user")
    for folder in (scene.folder, *scene.folder.parents):
        if folder.is_relative_to("/tmp") and folder.owner() == "root" and folder.name != "tmp":
            folder.chmod(0o755)
    with forking() as run:
        ended = run(*COMMANDS["remark"].arguments(scene), data_dir=scene.var, user=65534)
    assert (ended.code, "Traceback" in ended.said) == (1, False), ended.said
    assert "it may not be read or written by this user" in ended.said
    told = said(ended.last, scene.folder)
    note(Fault(SECTIONS[4], "`remark` by a user without the right", 1, "the old", told))
