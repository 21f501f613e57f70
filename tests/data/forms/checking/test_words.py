"""Whatever is wrong is said in words of its language, in whole sentences, and of a named field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.checking.problems import kinds
from data.forms.checking.texts import to_text
from data.forms.definition.read import load_form
from tests.data.forms.corpus import Case, cases
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = [column for sheet in load_form().sheets for column in sheet.columns]
IDS = {column.id for column in COLUMNS if "_" in column.id} | {
    "home_help", "municipal_institution", "not_a_number",
}  # fmt: skip
HEADINGS = {column.title_lt for column in COLUMNS}
OF_NO_FIELD = {
    "missing_sheet", "duplicate_sheet", "no_header", "other_version", "not_the_form", "no_rows",
    "hidden_row", "nothing_executed",
}  # fmt: skip
"""Kinds that speak of a file, a sheet or a whole row."""

RAW = re.compile(
    r"Errno|Traceback|\btakes\b|[a-z]Error\b|\bNone\b|[{}]|(?<!\.)\.\.(?!\.)|….?\.|\?\?"
)
ENGLISH = re.compile(
    r"\b(?:the|is|are|of|not|expected|got|known|must|unknown|invalid)\b", re.IGNORECASE
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_words_are_a_clerks_own(case: Case, tmp_path: Path) -> None:
    report = check_file(
        write_xlsx(case.draft(), tmp_path / "form.xlsx"), context=Context(demo=True)
    )
    for problem in report.problems:
        for lang in ("lt", "en"):
            said = [problem.message(lang), problem.expected(lang), problem.hint(lang)]
            for text in said:
                assert not RAW.search(text)
                assert not any(re.search(rf"\b{name}\b", text) for name in IDS)
            if problem.code not in OF_NO_FIELD:
                assert problem.field(lang) in problem.message(lang)
                assert problem.field(lang)
        assert not any(ENGLISH.search(text) for text in words(problem, "lt"))
        assert not any(foreign(text) for text in words(problem, "en"))


def words(problem, lang):
    """What is said, without what stands in the file."""
    found = problem.shown(lang)
    said = (problem.message(lang), problem.expected(lang), problem.hint(lang))
    return [text.replace(found, "") if found else text for text in said]


def foreign(text: str) -> list[str]:
    """Lithuanian headings in a text."""
    return [name for name in HEADINGS if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def test_no_english_text_names_a_lithuanian_heading() -> None:
    for kind, parts in kinds("en").items():
        for text in parts.values():
            assert not foreign(text), kind


def test_a_report_says_which_of_many_files_it_is_and_whose(tmp_path: Path, monkeypatch) -> None:
    case = cases()[0]
    (tmp_path / "gauta").mkdir()
    write_xlsx(case.draft(), tmp_path / "gauta" / "forma.xlsx")
    monkeypatch.chdir(tmp_path)
    report = check_file("gauta/forma.xlsx", context=Context(demo=True))
    first, *_ = to_text(report, "lt").splitlines()
    assert first == "Failas: gauta/forma.xlsx, Vilniaus miesto savivaldybė, 2026"
    assert to_text(report, "en").startswith("File: gauta/forma.xlsx, Vilnius City, 2026")
