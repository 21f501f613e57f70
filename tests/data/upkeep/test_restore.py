"""A backup restores the same folder, or nothing at all; it is made whole, or not at all."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data.building.corrections import CORRECTIONS
from data.building.describe import DEFAULT_FOLDER
from data.building.inputs import gather
from data.building.spreading import Workbench
from data.durable import locked
from data.errors import ArchiveError
from data.parts.spread import Here
from data.upkeep.backup import backup
from data.upkeep.listing import manifest, read_manifest
from data.upkeep.restore import restore
from data.upkeep.verify import verify
from tests.built import plain_sources, quick_build
from tests.data.upkeep.conftest import tree
from tests.killing import SOAK, killing, program

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
IMPORTS = """
    import resource, signal
    from data.errors import ArchiveError
    from data.upkeep.backup import backup
    from data.upkeep.restore import restore
"""
BACKUP = "backup(Path(given[0]), Path(given[1]))"
RESTORE = "restore(Path(given[0]), Path(given[1]))"
LITTLE_ROOM = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(given[2]), int(given[2])))
try:
    {}
except ArchiveError as error:
    print(error, end="")
"""


@pytest.fixture(scope="session")
def saved(folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the archive without a database."""
    file = tmp_path_factory.mktemp("saved") / "atlas.tar"
    backup(folders / "kept", file, now=NOON)
    return file


def nothing(folder: Path) -> None:
    """What was restored nowhere has left nothing."""
    assert sorted(path.name for path in folder.iterdir()) == ["atlas.tar"]


def test_a_restored_folder_is_the_same_and_builds_the_same(kept: Path, tmp_path: Path) -> None:
    file, again = tmp_path / "atlas.tar", tmp_path / "new" / "again"
    done = backup(kept, file)
    assert done.forms == 7
    assert (done.builds, done.version, done.missing) == (0, None, ())
    assert file.stat().st_mode & 0o777 == 0o600
    came = restore(file, again)
    assert tree(again) == tree(kept)
    assert (came.files, came.built, came.statuses) == (done.files, False, None)
    assert [each.kind for each in verify(again)] == ["no_database"]
    assert inputs(again, tmp_path / "one") == inputs(kept, tmp_path / "two")


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="the same inputs are looked at in seconds")
def test_a_restored_folder_builds_the_same_to_the_checksum(
    kept: Path, saved: Path, tmp_path: Path
) -> None:
    restore(saved, tmp_path / "again")
    folders = kept, tmp_path / "again"
    first, second = [quick_build(var / "savivalda.duckdb", now=NOON) for var in folders]
    assert first.checksum == second.checksum
    assert first.forms == second.forms > 0


def inputs(var: Path, work: Path) -> str:
    """The checksum of everything that a build of a data folder would take."""
    how: dict[str, Any] = {"demo": False, "sources": plain_sources(), "corrections": CORRECTIONS}
    bench = Workbench(Here(), str(work / "parts"))
    return gather(work, data_dir=var, bench=bench, **how).checksum()


def test_with_builds_the_database_comes_back_too(whole: Path, tmp_path: Path) -> None:
    done = backup(whole, tmp_path / "atlas.tar", with_builds=True)
    came = restore(tmp_path / "atlas.tar", tmp_path / "again")
    assert tree(tmp_path / "again") == tree(whole)
    assert (done.builds, came.built) == (1, True)
    assert came.version == done.version is not None


def test_a_backup_is_proved_without_the_program(saved: Path, tmp_path: Path) -> None:
    subprocess.run(["tar", "xf", saved], cwd=tmp_path, check=True)
    subprocess.run(["sha256sum", "--quiet", "-c", "MANIFEST.sha256"], cwd=tmp_path, check=True)


def test_names_that_clerks_give_stand_in_the_list_of_checksums() -> None:
    sums = dict.fromkeys(("data/forms/ą b", "a\nb", "a\\nb", "�", "\x85"), "0" * 64)
    assert read_manifest(manifest(sums)) == sums


def test_a_backup_writes_nothing_over_and_not_into_the_folder(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "atlas.tar"
    file.write_text("mine")
    with pytest.raises(ArchiveError, match="is there; choose another name"):
        backup(kept, file)
    assert file.read_text() == "mine"
    with pytest.raises(ArchiveError, match="belongs elsewhere"):
        backup(kept, kept / "atlas.tar")
    with pytest.raises(ArchiveError, match="nothing to back up"):
        backup(tmp_path / "absent", tmp_path / "other.tar")


def test_a_name_that_is_taken_meanwhile_is_not_written_over(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, real = tmp_path / "atlas.tar", os.fsync

    def taken(descriptor: int) -> None:
        file.write_text("mine")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", taken)
    with pytest.raises(ArchiveError, match="a file of that name is there"):
        backup(kept, file)
    assert file.read_text() == "mine"
    assert not list(tmp_path.glob(".*"))


def test_two_backups_to_one_file_do_not_meet(kept: Path, tmp_path: Path) -> None:
    part = tmp_path / ".atlas.tar.part"
    part.touch()
    with locked(part), pytest.raises(ArchiveError, match="under way"):
        backup(kept, tmp_path / "atlas.tar")
    backup(kept, tmp_path / "atlas.tar")
    assert not part.exists()


def test_a_damaged_archive_is_backed_up_too_and_it_is_said(kept: Path, tmp_path: Path) -> None:
    lost = next(kept.glob("forms/accepted/53/2023/*"))
    shutil.rmtree(lost)
    assert backup(kept, tmp_path / "atlas.tar").missing == (lost,)
    restore(tmp_path / "atlas.tar", tmp_path / "again")
    assert {each.kind for each in verify(tmp_path / "again")} >= {"form_missing"}


def test_what_is_being_made_is_no_part_of_a_backup(kept: Path, tmp_path: Path) -> None:
    before = tree(kept)
    (kept / "forms/.working-a").mkdir()
    (kept / "forms/.working-a/half").touch()
    backup(kept, tmp_path / "atlas.tar")
    restore(tmp_path / "atlas.tar", tmp_path / "again")
    assert tree(tmp_path / "again") == before


def test_statuses_that_the_program_has_not_are_put_beside(saved: Path, tmp_path: Path) -> None:
    plans = tmp_path / "sources" / "commitments"
    shutil.copytree(DEFAULT_FOLDER / "commitments", plans)
    (plans / "commitment_status.csv").write_bytes(b"other")
    came = restore(saved, tmp_path / "again", sources=plans.parent)
    assert came.statuses == tmp_path / "again" / "commitments"
    ours = DEFAULT_FOLDER / "commitments" / "commitment_status.csv"
    assert (came.statuses / "commitment_status.csv").read_bytes() == ours.read_bytes()


def test_only_an_empty_folder_is_restored_into(saved: Path, kept: Path, tmp_path: Path) -> None:
    before = tree(kept)
    with pytest.raises(ArchiveError, match="holds an archive of forms; nothing was restored"):
        restore(saved, kept)
    assert tree(kept) == before
    again = tmp_path / "again"
    again.mkdir()
    restore(saved, again)
    with pytest.raises(ArchiveError, match="holds an archive"):
        restore(saved, again)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="is a file"):
        restore(saved, tmp_path / "file")


def test_where_a_disk_is_mounted_the_parts_are_put_in_the_forms_last(
    saved: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = tmp_path / "mounted"
    mounted.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == mounted)
    restore(saved, mounted)
    assert tree(mounted) == tree(kept)
    assert sorted(path.name for path in mounted.iterdir()) == ["forms", "remarks.csv"]


@pytest.mark.parametrize("left", [0.0, 0.001, 0.3, 0.7, 0.95])
def test_a_backup_that_is_cut_short_restores_nothing(
    saved: Path, tmp_path: Path, left: float
) -> None:
    content = saved.read_bytes()
    (tmp_path / "atlas.tar").write_bytes(content[: int(left * len(content))])
    with pytest.raises(ArchiveError, match=r"atlas\.tar"):
        restore(tmp_path / "atlas.tar", tmp_path / "again")
    nothing(tmp_path)


@pytest.mark.soak
def test_a_flipped_bit_restores_nothing_or_the_same(
    saved: Path, folders: Path, tmp_path: Path
) -> None:
    chance, content, whole = random.Random(16), saved.read_bytes(), tree(folders / "kept")
    refused = 0
    for _ in range(300 if SOAK else 12):
        at, bit = chance.randrange(len(content)), chance.randrange(8)
        flipped = bytearray(content)
        flipped[at] ^= 1 << bit
        (tmp_path / "atlas.tar").write_bytes(flipped)
        try:
            restore(tmp_path / "atlas.tar", tmp_path / "again")
        except ArchiveError:
            refused += 1
            nothing(tmp_path)
        else:
            assert tree(tmp_path / "again") == whole, (at, bit)
            shutil.rmtree(tmp_path / "again")
    assert refused > (150 if SOAK else 6)


Members = list[tuple[tarfile.TarInfo, bytes]]


def rewritten(saved: Path, file: Path, change: Callable[[Members], Members]) -> Path:
    """A backup with other members, and a list of checksums that fits them."""
    with tarfile.open(saved) as tar:
        members = [
            (each, tar.extractfile(each).read()) for each in tar if "MANIFEST" not in each.name
        ]
    with tarfile.open(file, "w") as tar:
        for entry, content in change(members):
            entry.size = 0 if not entry.isreg() else len(content)
            tar.addfile(entry, io.BytesIO(content))
    return file


def named(name: str, kind: bytes = tarfile.REGTYPE, to: str = "") -> Callable[[Members], Members]:
    """One more member, of a kind, in its place in the list."""
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, to
    return lambda members: [*members[:1], (entry, b"x"), *members[1:]]


HOSTILE = {
    "above": named("data/forms/../../../evil"),
    "absolute": named("/tmp/evil"),
    "doubled slash": named("data//forms/x"),
    "root": named("evil"),
    "hidden": named("data/.profile"),
    "working": named("data/forms/.working-x/y"),
    "program": named("commitments/../evil.csv"),
    "other table": named("commitments/evil.csv"),
    "link": named("data/forms/log", tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": named("data/forms/log", tarfile.LNKTYPE, "data/forms/log.csv"),
    "device": named("data/forms/zero", tarfile.CHRTYPE),
    "pipe": named("data/forms/pipe", tarfile.FIFOTYPE),
    "folder": named("data/forms/x", tarfile.DIRTYPE),
    "twice": named("backup.json"),
    "file for a folder": named("data/forms/accepted"),
    "missing": lambda members: members[:1] + members[2:],
    "unlisted": named("data/forms/x"),
    "no head": lambda members: members[1:],
    "other head": lambda members: [(members[0][0], b"{}"), *members[1:]],
    "deep head": lambda members: [(members[0][0], b"[" * 100_000), *members[1:]],
    "other program": lambda members: [
        (members[0][0], json.dumps({"format": "x", "made_at": "", "published": None}).encode()),
        *members[1:],
    ],
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("listed", [True, False])
def test_a_hostile_backup_restores_nothing(
    saved: Path, tmp_path: Path, what: str, listed: bool
) -> None:
    def change(members: Members) -> Members:
        sums = {entry.name: sha256(content) for entry, content in members}
        changed = HOSTILE[what](members)
        if listed and what not in {"missing", "unlisted"}:
            sums = {entry.name: sha256(content) for entry, content in changed}
        return [*changed, (tarfile.TarInfo("MANIFEST.sha256"), manifest(sums))]

    file = rewritten(saved, tmp_path / "atlas.tar", change)
    with pytest.raises(ArchiveError):
        restore(file, tmp_path / "again")
    nothing(tmp_path)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "content", [b"", b"no tar at all", b"PK\x03\x04" + bytes(600), bytes(10240)]
)
def test_another_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "atlas.tar").write_bytes(content)
    with pytest.raises(ArchiveError, match=r"atlas\.tar"):
        restore(tmp_path / "atlas.tar", tmp_path / "again")
    nothing(tmp_path)
    with pytest.raises(ArchiveError, match="there is no backup"):
        restore(tmp_path / "absent.tar", tmp_path / "again")


@pytest.mark.parametrize("room", [2_000, 100_000])
def test_without_room_nothing_is_left_and_the_message_says_so(
    saved: Path, kept: Path, tmp_path: Path, room: int
) -> None:
    for body, given in (
        (BACKUP, (kept, tmp_path / "b.tar")),
        (RESTORE, (saved, tmp_path / "again")),
    ):
        if body == RESTORE and room == 100_000:  # no file of it is so large
            continue
        command = program(IMPORTS, LITTLE_ROOM.format(body), *given, room)
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert told.startswith(("no backup was made: ", "nothing was restored: ")), told
    assert [path.name for path in tmp_path.iterdir()] == ["var"]


@pytest.mark.soak
def test_killed_at_any_step_a_backup_is_whole_or_not_there(kept: Path, tmp_path: Path) -> None:
    file, killed, step = tmp_path / "atlas.tar", True, 0
    with killing(IMPORTS, BACKUP) as killed_before:
        while killed:
            step += 1
            killed = killed_before(step, kept, file)
            if file.exists():
                restore(file, tmp_path / "again")
                assert tree(tmp_path / "again") == tree(kept)
                shutil.rmtree(tmp_path / "again")
                file.unlink()
    assert step > 3
    backup(kept, file)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.soak
def test_killed_at_any_step_a_restore_has_put_in_all_or_nothing(
    saved: Path, kept: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    with killing(IMPORTS, RESTORE) as killed_before:
        for step in range(1, 400, 1 if SOAK else 41):
            killed = killed_before(step, saved, again)
            if again.exists():
                assert tree(again) == tree(kept)
                shutil.rmtree(again)
            if not killed:
                break
    assert not killed
    assert step > 50
    restore(saved, again)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again", "var"]
