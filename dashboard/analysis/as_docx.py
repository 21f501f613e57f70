"""The draft as a document of Word, for an analyst to write on."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from dashboard.analysis.docx_look import contents, keep_together, look, small
from dashboard.analysis.docx_table import add_table
from dashboard.charts.png import png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dashboard.analysis.document import (
        AnalysisDocument,
        AnalysisFigure,
        AnalysisPart,
        AnalysisSection,
        AnalysisTable,
    )

WIDE_MM = 170
ZOOM = 2
"""Pixels of a picture to one of the page."""


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
    look(file, document, made)
    file.add_heading(document.title, level=0)
    file.add_paragraph(document.kind)
    if document.demo:
        file.add_paragraph().add_run(document.demo).bold = True
    file.add_heading(document.summary_heading, level=1)
    for text in document.summary:
        file.add_paragraph(text, style="List Bullet")
    contents(file, document)
    figures, tables = count(1), count(1)
    for number, section in enumerate(document.sections, 1):
        file.add_heading(f"{number}. {section.heading}", level=1)
        _section(file, section, document, figures, tables)
    keep_together(file)
    body = BytesIO()
    file.save(body)
    return body.getvalue()


def _section(
    file: Any,
    section: AnalysisSection,
    document: AnalysisDocument,
    figures: Iterator[int],
    tables: Iterator[int],
) -> None:
    file.add_paragraph().add_run(section.intro).italic = True
    for part in section.parts:
        _part(file, part, document, figures, tables)
    if section.notes:
        small(file.add_paragraph(), " ".join(section.notes))


def _part(
    file: Any,
    part: AnalysisPart,
    document: AnalysisDocument,
    figures: Iterator[int],
    tables: Iterator[int],
) -> None:
    if part.heading:
        file.add_heading(part.heading, level=2)
    for text in part.paragraphs:
        file.add_paragraph(text)
    for figure in part.figures:
        _figure(file, figure, document.figure_word.format(n=next(figures), title=figure.title))
    for table in part.tables:
        _table(file, table, document.table_word.format(n=next(tables), title=table.title))


def _figure(file: Any, figure: AnalysisFigure, caption: str) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    holder = file.add_paragraph()
    holder.paragraph_format.keep_with_next = True
    drawn = png(figure.draw(False), ZOOM)
    shape = holder.add_run().add_picture(BytesIO(drawn), width=Mm(WIDE_MM))
    said = shape._inline.docPr  # noqa: SLF001 - python-docx has no way to alternatives
    said.set("title", figure.title)
    said.set("descr", figure.alternative)
    _caption(file, caption, figure.demo)


def _table(file: Any, table: AnalysisTable, caption: str) -> None:
    _caption(file, caption, table.demo, before=True)
    add_table(file, table, WIDE_MM)
    file.add_paragraph()


def _caption(file: Any, text: str, demo: str, *, before: bool = False) -> None:
    line = file.add_paragraph(style="Caption")
    line.add_run(f"{text.removesuffix('.')}. " if demo else text)
    if demo:
        line.add_run(demo).bold = True
    line.paragraph_format.keep_with_next = before
