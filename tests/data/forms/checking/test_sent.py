"""A form that is sent is checked apart: whatever it does there, there is a report and no trace."""

from __future__ import annotations

import json
import os
import pickle
import tempfile
import time
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.forms.checking import sent
from data.forms.checking.apart import Died, apart
from data.forms.checking.check import check_content
from data.forms.checking.marking import marked_content
from data.forms.checking.sent import check_sent
from tests.data.forms.checking.misbehaving import PERSON, eat, fail, lie, vanish
from tests.data.forms.drafts import true_to_life
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.reading.spoiling import good_xlsx, with_part
from tests.data.forms.writers import write_csv, write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 1_000_000_000
PATIENCE = 60.0


MOST = 1_000_000


class Trap:
    """Makes a folder wherever it is unpickled."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.folder,)


def test_the_result_comes_back_whole() -> None:
    assert apart(partial(bytes, MOST), longest=PATIENCE, memory=ENOUGH, most=MOST) == bytes(MOST)


def test_work_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeoutError):
        apart(partial(time.sleep, 600), longest=0.1, memory=ENOUGH, most=MOST)


@pytest.mark.parametrize("work", [eat, fail, vanish, partial(bytes, MOST + 1)])
def test_work_that_fails_or_takes_or_gives_too_much_has_died(work) -> None:
    with pytest.raises(Died):
        apart(work, longest=PATIENCE, memory=500_000_000, most=MOST)


def test_what_a_file_says_does_not_get_into_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Died):
        apart(fail, longest=PATIENCE, memory=ENOUGH, most=MOST)
    logged = capfd.readouterr().err
    assert "ValueError" in logged
    assert PERSON not in logged


def answered(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Kinds of problems that are told when the process answers so."""
    monkeypatch.setattr(sent, "_check", lambda *_: None)
    monkeypatch.setattr(sent, "partial", lambda *_: partial(lie, answer))
    checked = check_sent(b"", "forma.xlsx", longest=PATIENCE)
    return [problem.code for problem in checked.report.problems]


def test_a_hostile_answer_is_not_executed(tmp_path: Path, monkeypatch) -> None:
    trap = pickle.dumps(Trap(str(tmp_path / "caught")))
    assert answered(trap, monkeypatch) == ["reader_died"]
    assert not (tmp_path / "caught").exists()


SAID = {"municipality": "13", "year": "2026", "unreadable": False, "version": "1.0"}


@pytest.mark.parametrize(
    "changes",
    [
        {"problems": [["no_such_kind", "", "", "", {}]]},
        {"problems": [["negative", "", "javascript:", "", {}]]},
        {"problems": [["negative", "", "A1", 5, {}]]},
        {"problems": [["negative", "", "A1", "", {"code": "required"}]]},
        {"problems": [["missing_sheet", "", "", "", {}]]},
        {"problems": [["negative", "", "A1", ["a", "b", "c"], {}]]},
        {"problems": [["negative", "A", "A1", "", {}]] * 10_002},
        {"problems": {"a": 1}},
        {"municipality": "../13"},
        {"year": "²²²²"},
        {"version": None},
    ],
)  # fmt: skip
def test_an_answer_that_is_no_report_is_none(changes: dict[str, object], monkeypatch) -> None:
    assert answered(json.dumps({**SAID, "problems": []}).encode(), monkeypatch) == []
    hostile = json.dumps({**SAID, "problems": [], **changes}).encode()
    assert answered(hostile, monkeypatch) == ["reader_died"]


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000])
def test_an_answer_that_is_nothing_at_all_is_none(answer: bytes, monkeypatch) -> None:
    assert answered(answer, monkeypatch) == ["reader_died"]


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


@pytest.mark.parametrize("part", ["docProps/core.xml", "xl/styles.xml", "xl/theme/theme1.xml"])
def test_a_workbook_whose_looks_cannot_be_read_is_marked_without_them(
    part: str, tmp_path: Path
) -> None:
    content = with_part(good_xlsx(tmp_path), part, "<a><b></a>").read_bytes()
    report = check_content(content, "form.xlsx")
    if not report.unreadable:
        assert load_workbook(BytesIO(marked_content(report, content)))["Asignavimai"]


def test_a_sheet_with_a_name_that_none_can_have_is_in_the_copy_under_another(
    tmp_path: Path,
) -> None:
    draft = true_to_life()
    draft.grids["A\x01\x1fb"] = draft.grids.pop("Atvirumas")
    content = write_xls(draft, tmp_path / "form.xls").read_bytes()
    report = check_content(content, "form.xls")
    copy = load_workbook(BytesIO(marked_content(report, content)))
    assert "A--b" in copy.sheetnames


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
