"""What the draft of a yearly analysis holds, whatever it becomes: every text written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

FIGURE = re.compile(r"[€<+\-−]?€?\d[\d\s,.\u00a0\u202f]*\D{0,6}$")
"""A figure as it is written, with its unit and signs."""


@dataclass(frozen=True)
class AnalysisFigure:
    """A picture of the document.

    Attributes:
        id: Its name in files.
        title: What it shows; stands below it.
        alternative: What is to be seen in it.
        draw: Makes the picture as SVG: with its own title and sentence, or without, as in the
            document these stand beside it.
        demo: Says that figures are invented; empty where none is.
    """

    id: str
    title: str
    alternative: str
    draw: Callable[[bool], str]
    demo: str = ""


@dataclass(frozen=True)
class AnalysisFile:
    """A table of its own to take away.

    Attributes:
        id: Its name.
        title: What it holds.
        readable: Makes it for people.
        plain: Makes it for programs.
        source: The line of what it rests on.
    """

    id: str
    title: str
    readable: Callable[[], pd.DataFrame]
    plain: Callable[[], pd.DataFrame]
    source: str = ""


@dataclass(frozen=True)
class AnalysisTable:
    """A table of the document: rows of written texts.

    Attributes:
        file: The same to take away; its title stands above the table.
        head: Headings of columns.
        rows: A row each, the first cell names it.
        demo: Says that figures are invented; empty where none is.
    """

    file: AnalysisFile
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    demo: str = ""

    @property
    def title(self) -> str:
        """What it holds."""
        return self.file.title

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold figures, and so stand to the right; words among them are few."""
        columns = [[text for text in column if text] for column in zip(*self.rows, strict=True)]
        figures = [sum(bool(FIGURE.match(text)) for text in column) for column in columns]
        found = [2 * count > len(column) for count, column in zip(figures, columns, strict=True)]
        return (False, *found[1:]) if found else (False,) * len(self.head)


@dataclass(frozen=True)
class AnalysisPart:
    """What is said at a stretch, and the pictures and tables that show it.

    Attributes:
        paragraphs: What the data say.
        figures: Its pictures.
        tables: Its tables.
        heading: What it is of, where a section has several parts; else empty.
    """

    paragraphs: tuple[str, ...] = ()
    figures: tuple[AnalysisFigure, ...] = ()
    tables: tuple[AnalysisTable, ...] = ()
    heading: str = ""


@dataclass(frozen=True)
class AnalysisSection:
    """A section of the document.

    Attributes:
        id: Its name.
        heading: What it is of.
        intro: What is asked in it, and how its figures are to be understood.
        parts: What the data say, in order.
        notes: Who is left out, and how it must be read; in a paragraph together.
    """

    id: str
    heading: str
    intro: str
    parts: tuple[AnalysisPart, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[AnalysisFigure, ...]:
        """Its pictures."""
        return tuple(each for part in self.parts for each in part.figures)

    @property
    def tables(self) -> tuple[AnalysisTable, ...]:
        """Its tables."""
        return tuple(each for part in self.parts for each in part.tables)


@dataclass(frozen=True)
class AnalysisDocument:
    """The draft.

    Attributes:
        language: Code of its language.
        title: Of the document.
        kind: That it is a draft, of which data version and day.
        demo: Says that figures are invented; empty where none is.
        summary_heading: Above the summary.
        contents_heading: Above the table of contents.
        summary: The sentences that matter most.
        sections: Its parts.
        files: Tables to take away, beside those that stand in it.
        programs: By name, programs that give the same numbers.
        figure_word: What stands below a picture: its number and title.
        table_word: What stands above a table.
    """

    language: str
    title: str
    kind: str
    demo: str
    summary_heading: str
    contents_heading: str
    summary: tuple[str, ...]
    sections: tuple[AnalysisSection, ...]
    files: tuple[AnalysisFile, ...] = ()
    programs: tuple[tuple[str, str], ...] = ()
    figure_word: str = "{n}. {title}"
    table_word: str = "{n}. {title}"
