"""Every bad file is refused whole, with exactly what is wrong with it and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from tests.data.forms.corpus import Case, cases
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.problems import Problem

CASES = cases()
DEMO = Context(demo=True)
ELSEWHERE = [case for case in CASES if "failed" in case.name or "hidden" in case.name
             or "merged names" in case.name or ": personal" in case.name]  # fmt: skip


def test_there_are_enough_bad_files() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 120


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_workbook_is_refused_with_its_fault(case: Case, tmp_path: Path) -> None:
    report = check_file(write_xlsx(case.draft(), tmp_path / "form.xlsx"), context=DEMO)
    assert [(problem.code, problem.place) for problem in report.problems] == list(case.expected)
    assert report.rows is None
    assert report.exit_code == 1
    for problem in report.problems:
        assert_told_in_both_languages(problem)


@pytest.mark.parametrize("write", [write_ods, write_xls])
@pytest.mark.parametrize("case", ELSEWHERE, ids=lambda case: case.name)
def test_traps_are_seen_in_every_kind_of_workbook(
    case: Case, write: object, tmp_path: Path
) -> None:
    suffix = "ods" if write is write_ods else "xls"
    path = write(case.draft(), tmp_path / f"form.{suffix}")  # type: ignore[operator]
    report = check_file(path, context=DEMO)
    assert [(problem.code, problem.place) for problem in report.problems] == list(case.expected)


def assert_told_in_both_languages(problem: Problem) -> None:
    for lang in ("lt", "en"):
        said = problem.text(lang), problem.expected(lang), problem.hint(lang)
        assert said[0]
        assert not any("{" in text for text in said)
    assert problem.text("lt") != problem.text("en")
