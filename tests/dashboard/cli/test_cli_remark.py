"""`savivalda remark`: the right of reply from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from dashboard.cli.main import main
from data.remarks.file import NAME

if TYPE_CHECKING:
    from pathlib import Path

SAID = (
    "--by",
    "Kauno NVO centras",
    "--text-lt",
    "Trūksta dviejų.",
    "--text-en",
    "Two are missing.",
)


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["remark", *words], env={"DATA_DIR": str(folder)})


def test_a_remark_is_added_listed_and_withdrawn(tmp_path: Path) -> None:
    about = ("--indicator", "total", "--year", "2020")
    added = run(tmp_path, "add", "Kėdainių rajono savivaldybė", *about, *SAID)
    assert added.exit_code == 0
    assert added.output == "R1  Kėdainių r. sav., Visos išmokėtos lėšos, 2020 m.\n"
    assert run(tmp_path, "add", "53", *SAID, "--lang", "en").output == "R2  Kėdainiai District\n"
    gone = run(tmp_path, "withdraw", "R1", "--why", "Pataisyta.")
    assert gone.exit_code == 0
    listed = run(tmp_path, "list").output
    assert listed.count("Kauno NVO centras, ") == 2
    assert "Trūksta dviejų." in listed
    assert gone.output.removeprefix("R1  ").strip() in listed
    assert "Two are missing." in run(tmp_path, "list", "--lang", "en").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "Kedanai", *SAID), "MUNICIPALITY: "),
        (
            ("add", "53", *SAID, "--indicator", "totl"),
            "--indicator: unknown indicator 'totl' (meant",
        ),
        (("add", "53", *SAID, "--year", "1990"), "--year: expected a year 2015–"),
        (("add", "53", *SAID, "--by", "ponia@kedainiai.lt"), "--by: expected no e-mail address"),
        (("add", "53", *SAID, "--text-lt", "x" * 601), "--text-lt: expected at most 600 letters"),
        (("add", "53", *SAID, "--text-en", ""), "--text-en: is missing"),
        (("add", "53", *SAID, "--link", "javascript:x"), "--link: expected an address that begins"),
        (("withdraw", "R7", "--why", "x"), "ID: unknown remark 'R7'; known: none"),
        (("withdraw", "R7", "--why", " "), "--why: is missing"),
    ],
)
def test_what_is_wrong_is_said_by_its_parameter_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = run(tmp_path, *words)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / NAME).exists()


def test_a_file_that_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("x\n", encoding="utf-8")
    for words in (("list",), ("add", "53", *SAID), ("withdraw", "R1", "--why", "x")):
        done = run(tmp_path, *words)
        assert done.exit_code == 1
        assert "remarks.csv: line 1: expected the columns" in done.output


def test_help_says_that_an_office_is_named_and_no_person(tmp_path: Path) -> None:
    assert "No person is named" in " ".join(run(tmp_path, "add", "--help").output.split())
