"""What the draft of a yearly analysis holds, whatever it becomes: every text written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


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
class AnalysisTable:
    """A table of the document: a heading, and rows of written texts.

    Attributes:
        title: What it holds; stands above it.
        head: Headings of columns.
        rows: A row each, the first cell names it.
        demo: Says that figures are invented; empty where none is.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
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
    source: str


@dataclass(frozen=True)
class AnalysisSection:
    """A part of the document.

    Attributes:
        id: Its name.
        heading: What it is of.
        intro: What is asked in it, and how its figures are to be understood.
        paragraphs: What the data say.
        figures: Its pictures.
        tables: Its tables.
        notes: Rules, counts of what is left out, signs, cautions.
    """

    id: str
    heading: str
    intro: str
    paragraphs: tuple[str, ...] = ()
    figures: tuple[AnalysisFigure, ...] = ()
    tables: tuple[AnalysisTable, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnalysisDocument:
    """The draft.

    Attributes:
        language: Code of its language.
        title: Of the document.
        kind: That it is a draft, of which data version and day.
        demo: Says that figures are invented; empty where none is.
        summary_heading: Above the summary.
        summary: The sentences that matter most.
        sections: Its parts.
        files: Tables to take away.
        programs: By name, programs that give the same numbers.
    """

    language: str
    title: str
    kind: str
    demo: str
    summary_heading: str
    summary: tuple[str, ...]
    sections: tuple[AnalysisSection, ...]
    files: tuple[AnalysisFile, ...] = ()
    programs: tuple[tuple[str, str], ...] = ()
    figure_word: str = "{n}. {title}"
    table_word: str = "{n}. {title}"
