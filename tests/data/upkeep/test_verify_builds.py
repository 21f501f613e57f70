"""Kept builds and files to take away are what they say, or what is not is named."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.building.build import checksum_of
from data.dataset.offered import DataFile, folder_name, folders_of, write_list
from data.upkeep.built import KeptBuild, check_builds
from data.upkeep.offered import check_dataset
from tests.data.building.publishing import put
from tests.killing import SOAK

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(empty: Path, tmp_path: Path) -> Path:
    """A published database with a former one."""
    published = tmp_path / "savivalda.duckdb"
    for _ in range(2):
        put(published, empty)
    return published


def look(target: Path) -> list[tuple[str, str]]:
    return [(each.kind, each.path.name) for each in check_builds(target, {})]


def change(path: Path, statement: str, *, stamped: bool) -> None:
    with duckdb.connect(path) as connection:
        connection.execute(statement)
        if stamped:
            checksum, _ = checksum_of(connection)
            connection.execute(
                "UPDATE build SET content_checksum = $sum, "
                "data_version = split_part(data_version, '.', 1) || '.' || left($sum, 8)",
                {"sum": checksum},
            )


STATEMENT = "UPDATE code SET label_en = label_en || '?' WHERE position = 1"


def test_a_build_that_breaks_a_rule_is_named_with_the_rule(target: Path) -> None:
    (former,) = target.parent.glob("*.0001")
    former.unlink()
    change(target, "DELETE FROM population WHERE year = 2020", stamped=True)
    found = [*check_builds(target, {})]
    assert {each.kind for each in found} == {"build_broken"}
    assert "population_complete" in " ".join(map(str, found))


@pytest.mark.usefixtures("unruled")
@pytest.mark.parametrize("which", ["", ".0001"])
def test_a_build_of_other_content_than_it_says_is_named(target: Path, which: str) -> None:
    spoilt = shutil.copy(target, target.parent / "copy")
    change(spoilt, STATEMENT, stamped=False)
    spoilt.replace(f"{target}{which}")
    assert look(target) == [("build_changed", f"savivalda.duckdb{which}")]


@pytest.mark.usefixtures("unruled")
@pytest.mark.parametrize("content", [b"", b"garbage" * 5000, None])
def test_a_build_that_does_not_open_is_named(target: Path, content: bytes | None) -> None:
    half = target.read_bytes()[: target.stat().st_size // 2]
    target.unlink()
    target.write_bytes(half if content is None else content)
    assert look(target) == [("build_unreadable", "savivalda.duckdb")]


def test_a_build_that_another_program_writes_to_is_a_remark(target: Path) -> None:
    writing = f"import duckdb; c = duckdb.connect({str(target)!r}); print(flush=True); input()"
    (target.parent / f"{target.name}.0001").unlink()
    command = [sys.executable, "-c", writing]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        found = look(target)
        process.communicate(b"\n")
    assert found == [("build_locked", target.name)]


@pytest.mark.soak
@pytest.mark.usefixtures("unruled")
def test_a_flipped_bit_of_a_build_never_goes_for_its_content(target: Path) -> None:
    chance, content = random.Random(16), target.read_bytes()
    (target.parent / f"{target.name}.0001").unlink()
    for _ in range(100 if SOAK else 4):
        at, bit = chance.randrange(len(content)), chance.randrange(8)
        flipped = bytearray(content)
        flipped[at] ^= 1 << bit
        target.unlink()
        target.write_bytes(flipped)
        opened: dict[Path, KeptBuild] = {}
        found = [*check_builds(target, opened)]
        assert bool(found) != bool(opened), (at, bit)  # else it was in room that is not used


@pytest.mark.usefixtures("unruled")
def test_a_build_that_is_gone_while_former_ones_are_kept_is_named(target: Path) -> None:
    target.unlink()
    assert look(target) == [("build_missing", "savivalda.duckdb")]


@pytest.mark.usefixtures("unruled")
def test_what_killed_publications_leave_is_told_apart(target: Path) -> None:
    target.with_name(f"{target.name}.0002").hardlink_to(target)
    assert look(target) == [("leftover_build", "savivalda.duckdb.0002")]


@pytest.mark.usefixtures("unruled")
def test_a_build_of_another_version_of_the_program_is_a_remark(target: Path) -> None:
    former = target.with_name(f"{target.name}.0001")
    change(former, "DELETE FROM check_result WHERE name = 'persons_hidden'", stamped=True)
    assert look(target) == [("build_older", former.name)]


def test_files_to_take_away_are_as_their_list_says(tmp_path: Path, built_at) -> None:
    build = KeptBuild(tmp_path / "savivalda.duckdb", "2026-11-21.abcdef01", built_at, {})
    folder = folders_of(build.path) / folder_name(build.version, built_at)

    def kinds() -> list[str]:
        return [each.kind for each in check_dataset(build)]

    assert kinds() == ["no_dataset"]
    folder.mkdir(parents=True)
    assert kinds() == ["dataset_changed"]
    (folder / "a.xlsx").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    write_list(folder, [DataFile("a.xlsx", "xlsx", 0, empty)])
    assert kinds() == []
    (folder.parent / "former").mkdir()
    assert kinds() == ["leftover_dataset"]
    write_list(folder, [DataFile("a.xlsx", "csv", 0, empty), DataFile("b", "xlsx", 0, empty)])
    told = [str(each) for each in check_dataset(build)]
    assert "former" in told[0]
    assert "its description cannot be read" in told[1]
    assert "there is no such file" in told[2]
    (folder / "files.json").write_text("[{}]")
    assert "its list of files cannot be read" in str([*check_dataset(build)][1])
