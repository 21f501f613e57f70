"""The draft as a document of Word, for an analyst to write on."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from dashboard.charts.png import png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dashboard.analysis.document import (
        AnalysisDocument,
        AnalysisFigure,
        AnalysisSection,
        AnalysisTable,
    )

LOCALES = {"lt": "lt-LT", "en": "en-GB"}
WIDE_MM, MARGIN_MM = 170, 20
SMALL_PT = 9


class DocumentsMissing(ImportError):
    """python-docx is not installed; says what brings it."""


def analysis_docx(document: AnalysisDocument, made: datetime) -> bytes:
    """The draft as DOCX: A4, headings that make a table of contents, pictures with alternatives.

    Args:
        document: The draft.
        made: The day that is written into its properties.

    Raises:
        DocumentsMissing: python-docx is not installed.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        said = (
            "expected python-docx: it comes with `make run`, or `pip install savivalda[documents]`"
        )
        raise DocumentsMissing(said) from error
    file = Document()
    _set_up(file, document, made)
    file.add_heading(document.title, level=0)
    file.add_paragraph(document.kind)
    if document.demo:
        file.add_paragraph().add_run(document.demo).bold = True
    file.add_heading(document.summary_heading, level=1)
    for text in document.summary:
        file.add_paragraph(text, style="List Bullet")
    figures, tables = count(1), count(1)
    for section in document.sections:
        _section(file, section, document, figures, tables)
    body = BytesIO()
    file.save(body)
    return body.getvalue()


def _set_up(file: Any, document: AnalysisDocument, made: datetime) -> None:
    """Paper, language, properties, and the number of each page."""
    from docx.shared import Mm, Pt  # noqa: PLC0415

    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    normal = file.styles["Normal"]
    normal.font.size = Pt(11)
    _element(normal.element.get_or_add_rPr(), "w:lang", val=LOCALES[document.language])
    about = file.core_properties
    about.title, about.language = document.title, LOCALES[document.language]
    about.author, about.comments = "Savivalda", document.kind
    about.created = about.modified = made.replace(tzinfo=None)
    line = page.footer.paragraphs[0]
    line.add_run(f"{document.title} · ")
    _element(line._p, "w:fldSimple", instr="PAGE")  # noqa: SLF001 - fields have no other way


def _element(parent: Any, name: str, **attributes: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _section(
    file: Any,
    section: AnalysisSection,
    document: AnalysisDocument,
    figures: Iterator[int],
    tables: Iterator[int],
) -> None:
    file.add_heading(section.heading, level=1)
    file.add_paragraph().add_run(section.intro).italic = True
    for text in section.paragraphs:
        file.add_paragraph(text)
    for figure in section.figures:
        _figure(file, figure, document.figure_word.format(n=next(figures), title=figure.title))
    for table in section.tables:
        _table(file, table, document.table_word.format(n=next(tables), title=table.title))
    for text in section.notes:
        _small(file.add_paragraph(), text)


def _figure(file: Any, figure: AnalysisFigure, caption: str) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    holder = file.add_paragraph()
    holder.paragraph_format.keep_with_next = True
    shape = holder.add_run().add_picture(BytesIO(png(figure.draw(False))), width=Mm(WIDE_MM))
    said = shape._inline.docPr  # noqa: SLF001 - python-docx has no way to alternatives
    said.set("title", figure.title)
    said.set("descr", figure.alternative)
    _caption(file, caption, figure.demo)


def _table(file: Any, table: AnalysisTable, caption: str) -> None:
    _caption(file, caption, table.demo, before=True)
    made = file.add_table(rows=1 + len(table.rows), cols=len(table.head))
    made.style = "Light Grid Accent 1"
    for line, texts in zip(made.rows, (table.head, *table.rows), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            _small(cell.paragraphs[0], text)
        _element(line._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
    _element(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
    file.add_paragraph()


def _caption(file: Any, text: str, demo: str, *, before: bool = False) -> None:
    line = file.add_paragraph(style="Caption")
    line.add_run(f"{text}. " if demo else text)
    line.add_run(demo).bold = True
    line.paragraph_format.keep_with_next = before


def _small(line: Any, text: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    line.add_run(text).font.size = Pt(SMALL_PT)
