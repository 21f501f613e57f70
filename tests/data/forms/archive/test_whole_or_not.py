"""Killed, without room, or two at once: a form is in whole or not at all."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from data.errors import ArchiveError
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from tests.data.forms.archive.archived import files, state
from tests.data.forms.given import checked
from tests.killing import SOAK, killing, program

if TYPE_CHECKING:
    from pathlib import Path

IMPORTS = """
    from data.forms.archive.acceptance import accept
    from tests.data.forms.given import checked
"""
ACCEPT = """
folder, *paths = map(Path, given)
for path in paths:
    accept([path], folder, check=checked("13", int(path.stem)))
"""


@pytest.mark.soak
def test_killed_at_any_step_a_form_is_in_or_out_and_can_be_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "2020.csv"
    path.write_text("a form")
    with killing(IMPORTS, ACCEPT) as killed_before:
        for step in range(1, 60, 1 if SOAK else 2):
            var = tmp_path / str(step)
            killed = killed_before(step, var, path)
            known = state(var)
            assert known.state in ({"not_asked", "accepted"} if killed else {"accepted"})
            if known.state == "accepted":
                assert len(files(Archive(var).folder_of("13", 2020, known.checksum or ""))) == 6
            (result,) = accept([path], var, check=checked())
            assert result.result == ("unchanged" if known.state == "accepted" else "accepted")
            assert not list((var / "forms").glob(".*"))
            if not killed:
                break
    assert not killed
    assert step > 12


@pytest.mark.parametrize("step", ["fsync", "replace", "mkdir"])
def test_a_full_disk_takes_nothing_in_and_loses_nothing(
    give, var: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    give(content="first")
    before = files(var / "forms"), (var / "forms" / "log.csv").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(f"os.{step}", full)
        with pytest.raises(ArchiveError, match="no room left"):
            give("13", 2021, content="second")
    assert (files(var / "forms"), (var / "forms" / "log.csv").read_bytes()) == before
    assert give("13", 2021, content="second").result == "accepted"


def test_two_at_once_lose_nothing(tmp_path: Path, var: Path) -> None:
    paths = [tmp_path / f"{year}.csv" for year in range(2015, 2027)]
    for path in paths:
        path.write_text(path.name)
    running = [subprocess.Popen(program(IMPORTS, ACCEPT, var, *paths[n::2])) for n in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert sorted(entry.year or 0 for entry in Archive(var).entries()) == list(range(2015, 2027))
    assert not list((var / "forms").glob(".*"))
