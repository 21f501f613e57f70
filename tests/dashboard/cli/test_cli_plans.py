"""The commands of those who keep the commitments."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data.building.describe import DEFAULT_FOLDER
from data.commitments.files import PLANS

if TYPE_CHECKING:
    from pathlib import Path

FORM = """\
commitment,assessor,scale,observed_on,status,evidence,obstacle,finished_on,source_title,publisher,url
4-1,government,implementation,2019-06-30,not_started,nėra,{},,Ataskaita,IVPK,https://ivpk.example.org/a
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DEFAULT_FOLDER / PLANS, tmp_path / PLANS)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_the_empty_form_is_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "bukles.xlsx"
    assert run("statuses-form", "-o", target, "--folder", folder).exit_code == 0
    assert openpyxl.load_workbook(target).sheetnames == ["Būklės", "Sąrašai"]


def test_a_clean_form_is_added_and_a_wrong_one_is_not(folder: Path, tmp_path: Path) -> None:
    form, kept = tmp_path / "bukles.csv", folder / "commitment_status.csv"
    before = kept.read_bytes()
    form.write_text(FORM.format(""), encoding="utf-8")
    refused = run("statuses", form, "--folder", folder, "--lang", "en")
    assert refused.exit_code == 1
    assert "bukles!G2  Obstacle: Nothing has moved" in refused.output
    assert kept.read_bytes() == before
    form.write_text(FORM.format("law"), encoding="utf-8")
    taken = run("statuses", form, "--folder", folder)
    assert taken.exit_code == 0
    assert "Pridėta būklių: 1" in taken.output
    assert kept.read_bytes().startswith(before)


def test_a_file_that_cannot_be_read_and_a_wrong_folder_are_said(
    folder: Path, tmp_path: Path
) -> None:
    assert run("statuses", tmp_path / "none.xlsx", "--folder", folder).exit_code == 2
    (folder / "commitment.csv").write_text("commitment\n", encoding="utf-8")
    wrong = run("statuses", tmp_path / "none.xlsx", "--folder", folder)
    assert wrong.exit_code == 1
    assert "commitment.csv, line 1: must have the columns" in wrong.output
