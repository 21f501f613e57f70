"""A form that is sent is checked apart: whatever it does there, there is a report and no trace."""

from __future__ import annotations

import tempfile
import time
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.forms.checking.apart import Died, apart
from data.forms.checking.sent import check_sent
from tests.data.forms.drafts import true_to_life
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csv, write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

PERSON = "38901010003"
ENOUGH = 1_000_000_000
PATIENCE = 60.0


def eat() -> int:
    return len(bytearray(600_000_000))


def fail() -> None:
    raise ValueError(f"invalid number: {PERSON}")


def vanish() -> None:
    raise SystemExit(3)


def test_the_result_comes_back() -> None:
    assert apart(partial(sum, (1, 2)), longest=PATIENCE, memory=ENOUGH) == 3


def test_work_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeoutError):
        apart(partial(time.sleep, 600), longest=0.1, memory=ENOUGH)


@pytest.mark.parametrize("work", [eat, fail, vanish])
def test_work_that_fails_or_takes_too_much_memory_has_died(work) -> None:
    with pytest.raises(Died):
        apart(work, longest=PATIENCE, memory=500_000_000)


def test_what_a_file_says_does_not_get_into_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Died):
        apart(fail, longest=PATIENCE, memory=ENOUGH)
    logged = capfd.readouterr().err
    assert "ValueError" in logged
    assert PERSON not in logged


@pytest.mark.parametrize(
    ("suffix", "write"), [("xlsx", write_xlsx), ("ods", write_ods), ("xls", write_xls)]
)
def test_every_kind_of_workbook_is_checked_and_marked(suffix, write, tmp_path: Path) -> None:
    draft = true_to_life()
    draft.put("Asignavimai!J6", "daug")
    content = write(draft, tmp_path / f"form.{suffix}").read_bytes()
    checked = check_sent(content, f"C:\\Mano\\../forma.{suffix}", mark="lt", longest=PATIENCE)
    assert checked.report.name == f"forma.{suffix}"
    assert "Asignavimai!J6" in {problem.place for problem in checked.report.problems}
    assert checked.report.rows is None
    assert checked.marked
    assert load_workbook(BytesIO(checked.marked))["Asignavimai"]["J6"].comment


def test_a_csv_file_tells_its_sheet_by_its_name(tmp_path: Path) -> None:
    path = write_csv(true_to_life().grids["Asignavimai"], tmp_path / "Asignavimai.csv")
    report = check_sent(path.read_bytes(), "Asignavimai.csv", longest=PATIENCE).report
    missing = {problem.code for problem in report.problems}
    assert missing == {"missing_sheet"}


def test_an_unreadable_form_has_no_copy() -> None:
    checked = check_sent(b"%PDF", "forma.xlsx", mark="en", longest=PATIENCE)
    assert checked.report.unreadable
    assert checked.marked is None


def test_a_form_that_takes_too_long_gets_a_report() -> None:
    report = check_sent(b"%PDF", "forma.xlsx", longest=0.001).report
    assert [problem.code for problem in report.problems] == ["too_slow"]


def test_a_personal_code_in_the_name_is_not_repeated() -> None:
    assert PERSON not in check_sent(b"", f"{PERSON}.xlsx", longest=PATIENCE).report.name


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither here nor in the other process, which takes the temporary folder from here."""
    content = write_xlsx(true_to_life(), tmp_path / "form.xlsx").read_bytes()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert check_sent(content, "form.xlsx", mark="lt", longest=PATIENCE).report.clean
    assert list((tmp_path / "temporary").iterdir()) == []
