"""The draft as a document of Word, read by two programs: python-docx and one of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mammoth
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.analysis.document import AnalysisDocument


@pytest.fixture(scope="module")
def word(analysis_folder: Path) -> Any:
    return Document(str(analysis_folder / "analize.docx"))


def headings(word: Any, level: int) -> list[str]:
    return [each.text for each in word.paragraphs if each.style.name == f"Heading {level}"]


def test_headings_make_an_outline(word: Any, analysed: AnalysisDocument) -> None:
    assert word.paragraphs[0].style.name == "Title"
    assert word.paragraphs[0].text == analysed.title
    named = [f"{at}. {section.heading}" for at, section in enumerate(analysed.sections, 1)]
    assert headings(word, 1) == [analysed.summary_heading, analysed.contents_heading, *named]
    parts = [part.heading for section in analysed.sections for part in section.parts]
    assert headings(word, 2) == [heading for heading in parts if heading]


def test_it_is_a4_in_its_language_with_numbered_pages(word: Any) -> None:
    page = word.sections[0]
    size = (round(page.page_width / Mm(1)), round(page.page_height / Mm(1)))
    assert size == (210, 297)
    languages = {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"lt-LT"}
    assert word.core_properties.language == "lt-LT"
    fields = [each.get(qn("w:instr")) for each in page.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE"]


def test_pictures_have_alternatives_and_captions(word: Any, analysed: AnalysisDocument) -> None:
    figures = [each for section in analysed.sections for each in section.figures]
    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert told == [each.alternative for each in figures]
    captions = [each for each in word.paragraphs if each.style.name == "Caption"]
    marked = [each for each in captions if any(run.bold for run in each.runs)]
    tables = [each for section in analysed.sections for each in section.tables]
    assert len(captions) == len(figures) + len(tables)
    assert len(marked) == sum(bool(each.demo) for each in (*figures, *tables))
    assert all(each.runs[-1].text == analysed.demo for each in marked)


def test_tables_repeat_their_heads_and_set_figures_to_the_right(
    word: Any, analysed: AnalysisDocument
) -> None:
    tables = [each for section in analysed.sections for each in section.tables]
    for made, table in zip(word.tables, tables, strict=True):
        assert made.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert sum(cell.width for cell in made.rows[0].cells) <= Mm(171)
        for cell, numeric in zip(made.rows[1].cells, table.numeric, strict=True):
            right = cell.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
            assert right == numeric


def test_another_program_reads_it(analysis_folder: Path, analysed: AnalysisDocument) -> None:
    with (analysis_folder / "analize.docx").open("rb") as file:
        read = mammoth.convert_to_html(file, include_default_style_map=True)
    assert [each.message for each in read.messages if each.type == "error"] == []
    figures = sum(len(section.figures) for section in analysed.sections)
    assert read.value.count('<img alt="') == figures
    assert read.value.count("<table>") == sum(len(section.tables) for section in analysed.sections)
    assert read.value.count("<thead>") == read.value.count("<table>")
