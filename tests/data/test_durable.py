"""A file is replaced whole; what a killed writer of it left is swept, and nothing else."""

from __future__ import annotations

import errno
import fcntl
from typing import TYPE_CHECKING

import pytest

from data.durable import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_killed_writer_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "rows[1].csv"
    killed = tmp_path / ".rows[1].csv.abcdefgh.unfinished"
    others = [tmp_path / name for name in (".rows[1].csv.bak", ".rows1.csv.abcdefgh.unfinished")]
    for left in (killed, *others):
        left.write_text("half a li")
    write_whole(path, b"whole\n")
    assert path.read_bytes() == b"whole\n"
    assert sorted(tmp_path.iterdir()) == sorted([path, *others])


def test_what_another_writes_just_now_stays(tmp_path: Path) -> None:
    path, writing = tmp_path / "rows.csv", tmp_path / ".rows.csv.abcdefgh.unfinished"
    with writing.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_whole(path, b"whole\n")
        assert writing.exists()


def test_what_cannot_be_written_is_named_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match=r"No space left .*/rows\.csv'$"):
        write_whole(tmp_path / "rows.csv", b"whole\n")
    assert [*tmp_path.iterdir()] == []
