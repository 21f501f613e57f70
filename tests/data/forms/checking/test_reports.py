"""A report can be read in a terminal, by a program, in a browser, or in the workbook itself."""

from __future__ import annotations

import json
import string
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from data.forms.checking.marking import mark
from data.forms.checking.problems import UNREADABLE, WARNINGS, kinds, make, report_words
from data.forms.checking.texts import to_html, to_json, to_text
from data.forms.writing.template import write_template
from geo.finding import find_municipality
from tests.data.forms.drafts import good
from tests.data.forms.oldexcel import write_xls
from tests.data.forms.writers import write_csvs, write_ods, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.report import Report

DEMO = Context(demo=True)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    draft = good()
    draft.put("Asignavimai!H5", "daug <script>alert(1)</script>")
    draft.put("Asignavimai!J6", 5000)
    draft.put("Asignavimai!L7", "a. k. 38901010003")
    draft.put("Asignavimai!L8", "=HYPERLINK(1)")
    draft.put("Konkursai!B5", "Kultura & menas")
    draft.grids.pop("Paslaugos")
    return write_xlsx(draft, tmp_path / "forma <b>.xlsx")


@pytest.fixture
def report(source: Path) -> Report:
    return check_file(source, context=DEMO)


def test_both_languages_have_every_word_and_the_same_placeholders() -> None:
    lt, en = kinds("lt"), kinds("en")
    assert list(lt) == list(en)
    assert report_words("lt").keys() == report_words("en").keys()
    assert lt.keys() >= UNREADABLE | WARNINGS
    assert not UNREADABLE & WARNINGS
    for kind, words in lt.items():
        assert words.keys() == en[kind].keys()
        for part, text in words.items():
            assert fields(text) == fields(en[kind][part]), kind
            assert text.strip().endswith((".", "?", "}", ")")), kind


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_an_unknown_kind_of_problem_is_refused_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="not_a_number"):
        make("not_a_numbr")


def test_a_text_groups_problems_by_sheet(report: Report) -> None:
    lines = to_text(report).splitlines()
    assert lines[0] == f"Failas: {report.path}, Vilniaus miesto savivaldybė, 2026"
    assert lines[1].startswith("Klaidų: 5, įspėjimų: 1.")
    heads = [line for line in lines[2:] if line and not line.startswith(" ")]
    assert heads == ["Visas failas", "Forma", "Asignavimai", "Konkursai"]
    assert any("Asignavimai!H5  Planuota, €: Tai ne skaičius." in line for line in lines)
    assert to_text(report, "en").startswith("File: ")


def test_a_clean_and_an_unreadable_file_say_so(tmp_path: Path) -> None:
    clean = check_file(write_xlsx(good(), tmp_path / "a.xlsx"), context=DEMO)
    assert to_text(clean).splitlines()[1] == "Klaidų nėra."
    (tmp_path / "b.xlsx").write_bytes(b"%PDF")
    broken = check_file(tmp_path / "b.xlsx")
    assert "PDF" in to_text(broken)
    assert "could not be read" in to_text(broken, "en")


def test_json_holds_every_problem(report: Report) -> None:
    said = json.loads(to_json(report, "en"))
    assert (said["municipality"], said["year"], said["errors"]) == ("13", 2026, report.errors)
    assert len(said["problems"]) == len(report.problems)
    problem = next(each for each in said["problems"] if each["place"] == "Asignavimai!H5")
    assert problem["code"] == "not_a_number"
    assert problem["severity"] == "error"
    assert all(problem[key] for key in ("found", "text", "expected"))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))


@pytest.mark.parametrize("lang", ["lt", "en"])
def test_html_needs_nothing_else_and_runs_nothing(report: Report, lang: str) -> None:
    page = to_html(report, lang)  # type: ignore[arg-type]
    tags = Tags()
    tags.feed(page)
    names = {tag for tag, _ in tags.seen}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "b"})
    assert not any(
        name.startswith("on") or name in {"src", "href"}
        for _, attrs in tags.seen
        for name, _ in attrs
    )
    assert f'<html lang="{lang}">' in page
    assert "&lt;script&gt;" in page
    assert page.count("<tr>") >= len(report.problems)


def test_no_report_echoes_a_personal_code(report: Report) -> None:
    for lang in ("lt", "en"):
        for say in (to_text, to_json, to_html):
            assert "38901010003" not in say(report, lang)  # type: ignore[arg-type]


def test_a_marked_copy_colours_and_explains_the_cells(
    report: Report, source: Path, tmp_path: Path
) -> None:
    before = source.read_bytes()
    mark(report, source, tmp_path / "marked.xlsx")
    assert source.read_bytes() == before
    workbook = load_workbook(tmp_path / "marked.xlsx")
    wrong, odd = workbook["Asignavimai"]["H5"], workbook["Asignavimai"]["J6"]
    assert "Tai ne skaičius" in wrong.comment.text
    assert wrong.fill.fgColor.rgb != odd.fill.fgColor.rgb
    assert workbook["Asignavimai"]["H6"].comment is None
    listed = [row[0].value for row in workbook["Pastabos"].iter_rows(min_row=4)]
    assert listed == [problem.place or "Visas failas" for problem in report.problems]


def test_a_marked_copy_holds_no_personal_code_and_no_new_formula(
    report: Report, source: Path, tmp_path: Path
) -> None:
    mark(report, source, tmp_path / "marked.xlsx", "en")
    sheet = load_workbook(tmp_path / "marked.xlsx")["Asignavimai"]
    assert sheet["L7"].value == "a. k. ***********"
    assert sheet["L8"].data_type == "s"


@pytest.mark.parametrize("kind", ["ods", "xls", "csv"])
def test_other_kinds_are_marked_as_a_new_workbook(kind: str, tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!J6", "=1+1")
    if kind == "csv":
        source = write_csvs(draft, tmp_path / "form")
    else:
        source = {"ods": write_ods, "xls": write_xls}[kind](draft, tmp_path / f"form.{kind}")
    report = check_file(source, context=DEMO)
    mark(report, source, tmp_path / "marked.xlsx")
    cell = load_workbook(tmp_path / "marked.xlsx")["Asignavimai"]["J6"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert "Tai ne skaičius" in cell.comment.text


def test_the_marked_copy_of_a_municipalitys_form_keeps_its_looks(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_template(path, find_municipality("13"), 2026)
    mark(check_file(path), path, tmp_path / "marked.xlsx")
    before, after = load_workbook(path), load_workbook(tmp_path / "marked.xlsx")
    assert after.sheetnames == ["Pastabos", *before.sheetnames]
    widths = [book["Asignavimai"].column_dimensions["B"].width for book in (before, after)]
    assert widths[0] == widths[1]
    assert "Neužpildyta" in after["Forma"]["B7"].comment.text
