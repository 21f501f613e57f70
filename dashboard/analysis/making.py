"""Makes the draft of a year's analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.annex import annex_section, commitments_section, method_section
from dashboard.analysis.document import AnalysisDocument, AnalysisSection
from dashboard.analysis.outline import OUTLINE
from dashboard.analysis.pieces import told_piece
from dashboard.analysis.telling import AnalysisTelling
from data.catalog import YEARS
from data.errors import SavivaldaError

if TYPE_CHECKING:
    from dashboard.analysis.pieces import ToldPiece
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


class NothingToAnalyse(SavivaldaError):
    """A year of which no figure counts; names it and those that have any."""


def make_analysis(atlas: Atlas, words: Language, year: int, figures: str) -> AnalysisDocument:
    """The draft, every text written; pictures and tables are made as they are asked for.

    Args:
        atlas: The data.
        words: Its language.
        year: One that municipalities report on.
        figures: All, or real ones alone.

    Raises:
        NothingToAnalyse: No figure of that year counts.
        StoreError: The database cannot answer.
    """
    telling = AnalysisTelling(atlas, words, year, figures)
    _require_figures(telling)
    told = {
        name: [(piece, told_piece(piece, telling)) for piece in pieces]
        for name, pieces in OUTLINE.items()
    }
    pieces = [pair for pairs in told.values() for pair in pairs]
    return AnalysisDocument(
        language=words.code,
        title=words.t("analysis.title", year=year),
        kind=words.t("analysis.kind", version=atlas.store.version),
        demo=next((each.demo for _, piece in pieces for each in piece.figures if each.demo), ""),
        summary_heading=words.t("analysis.summary"),
        summary=tuple(said.sentence for piece, said in pieces if piece.in_summary),
        sections=(
            *(_section(name, [said for _, said in pairs], words) for name, pairs in told.items()),
            commitments_section(telling),
            method_section(telling),
            annex_section(telling),
        ),
        files=tuple(file for _, said in pieces for file in said.files),
        programs=tuple((piece.id, said.program) for piece, said in pieces if said.program),
        figure_word=words.t("analysis.figure"),
        table_word=words.t("analysis.table"),
    )


def _section(name: str, told: list[ToldPiece], words: Language) -> AnalysisSection:
    return AnalysisSection(
        id=name,
        heading=words.t(f"analysis.{name}.heading"),
        intro=words.t(f"analysis.{name}.intro"),
        paragraphs=tuple(text for each in told for text in each.paragraphs),
        figures=tuple(figure for each in told for figure in each.figures),
        tables=tuple(table for each in told for table in each.tables),
        notes=tuple(dict.fromkeys(text for each in told for text in each.notes)),
    )


def _require_figures(telling: AnalysisTelling) -> None:
    shown = telling.shown("total")
    known = [year for year, row in zip(shown.years, shown.counted, strict=True) if row.any()]
    if telling.year not in known:
        listed = ", ".join(map(str, known)) or "none"
        raise NothingToAnalyse(
            f"{telling.year}: no figure of that year counts; years that have any: {listed}"
            f" (of {YEARS[0]}–{YEARS[-1]})"
        )
