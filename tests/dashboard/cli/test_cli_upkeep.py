"""Verify, backup and restore say what is so, what was done and what to do next."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from data.forms.archive.acceptance import accept
from data.forms.checking.check import check_file
from tests.dashboard.cli.test_cli import run
from tests.data.forms.drafts import true_to_life
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """A data folder with a form that was accepted."""
    form = write_xlsx(true_to_life(), tmp_path / "forma.xlsx")
    accept([form], tmp_path / "var", check=lambda paths: map(check_file, paths))
    return tmp_path / "var"


def test_what_agrees_and_what_does_not(var: Path) -> None:
    done = run("verify", data=var)
    remark, last = done.output.splitlines()
    assert re.fullmatch(
        r"remark: .*savivalda\.duckdb: there is no .* To do: savivalda build", remark
    )
    assert re.fullmatch(rf"{var}: no damage, remarks: 1, [0-9.]+ s", last)
    assert done.exit_code == 0
    (original,) = var.rglob("original.xlsx")
    original.write_bytes(b"another")
    done = run("verify", data=var)
    assert re.search(
        rf"^damage: {original}: its content .*; expected: {original.parent.name}\. To do: copy",
        done.output,
        re.MULTILINE,
    )
    assert done.exit_code == 1
    told = [json.loads(line) for line in run("verify", "--json", data=var).stdout.splitlines()]
    assert (told[0]["grade"], told[0]["path"]) == ("damage", str(original))


def test_there_and_back(var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("backup", data=var)
    (file,) = tmp_path.glob("*.tar")
    assert re.fullmatch(r"savivalda-\d{4}-\d\d-\d\d\.tar", file.name)
    assert "accepted forms: 1, builds: 0; nothing is published" in done.output
    again = run("backup", data=var)
    assert (again.exit_code, "is there; choose another name" in again.output) == (1, True)
    done = run("restore", file.name, data=tmp_path / "again")
    assert re.search(r"again: \d+ files of .* restored\n", done.output)
    assert "no damage" in done.output
    assert done.output.endswith("`savivalda build` makes the database\n")
    assert done.exit_code == 0
    assert "holds an archive" in run("restore", file.name, data=var).output


def test_a_backup_of_a_damaged_archive_says_so(var: Path, tmp_path: Path) -> None:
    (original,) = var.rglob("original.xlsx")
    original.parent.rename(tmp_path / "lost")
    done = run("backup", str(tmp_path / "atlas.tar"), data=var)
    assert done.exit_code == 1
    assert f"{original.parent}, which is not there: run `savivalda verify`" in done.output
    done = run("restore", str(tmp_path / "atlas.tar"), data=tmp_path / "again")
    assert done.exit_code == 1
    assert "damage: 1" in done.output
