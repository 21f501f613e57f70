"""Makes the draft of a year's analysis."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.analysis.annex import annex_section, method_section
from dashboard.analysis.commitments import commitments_section
from dashboard.analysis.document import AnalysisDocument, AnalysisPart, AnalysisSection
from dashboard.analysis.outline import OUTLINE
from dashboard.analysis.pieces import told_piece
from dashboard.analysis.summary import summary
from dashboard.analysis.telling import AnalysisTelling
from data.catalog import INDICATORS, YEARS
from data.errors import SavivaldaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.analysis.outline import AnalysisPiece
    from dashboard.analysis.pieces import ToldPiece
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


class NothingToAnalyse(SavivaldaError):
    """A year of which no figure counts; names it and those that have any."""


def make_analysis(
    atlas: Atlas,
    words: Language,
    year: int,
    figures: str,
    outline: Mapping[str, tuple[AnalysisPiece, ...]] = OUTLINE,
) -> AnalysisDocument:
    """The draft, every text written; pictures and tables are made as they are asked for.

    Args:
        atlas: The data.
        words: Its language.
        year: One that municipalities report on.
        figures: All, or real ones alone.
        outline: Views by section.

    Raises:
        NothingToAnalyse: No figure of that year counts.
        StoreError: The database cannot answer.
    """
    telling = AnalysisTelling(atlas, words, year, figures)
    first = _first_year(telling)
    told = _told(outline, telling, first)
    pieces = [pair for pairs in told.values() for pair in pairs]
    told = {name: pairs for name, pairs in told.items() if any(said.figures for _, said in pairs)}
    standing = {piece.id for pairs in told.values() for piece, _ in pairs}
    lacking = tuple(said for piece, said in pieces if piece.id not in standing)
    shared = _shared([[said for _, said in pairs] for pairs in told.values()])
    of = (telling.bench(piece).state.subject.of for piece, _ in pieces)
    return AnalysisDocument(
        language=words.code,
        title=words.t("analysis.title", year=year),
        kind=words.t(f"analysis.kind.{figures}", version=atlas.store.version),
        demo=next((each.demo for _, said in pieces for each in said.figures if each.demo), ""),
        summary_heading=words.t("analysis.summary"),
        contents_heading=words.t("analysis.contents"),
        summary=summary(telling),
        sections=(
            *([_lacking(lacking, telling)] if lacking else []),
            *(_section(name, pairs, shared, telling, first) for name, pairs in told.items()),
            commitments_section(telling),
            method_section(telling, (name for name in of if name in INDICATORS), shared),
            annex_section(telling),
        ),
        files=tuple(file for _, said in pieces for file in said.files),
        programs=tuple((piece.id, said.program) for piece, said in pieces if said.program),
        figure_word=words.t("analysis.figure"),
        table_word=words.t("analysis.table"),
    )


def _told(
    outline: Mapping[str, tuple[AnalysisPiece, ...]], telling: AnalysisTelling, first: int
) -> dict[str, list[tuple[AnalysisPiece, ToldPiece]]]:
    """What each piece says, by section; the first year is compared with none."""
    return {
        name: [
            (piece, told_piece(piece, telling))
            for piece in pieces
            if telling.year > first or not piece.compares
        ]
        for name, pieces in outline.items()
    }


def _section(
    name: str,
    pairs: list[tuple[AnalysisPiece, ToldPiece]],
    shared: tuple[str, ...],
    telling: AnalysisTelling,
    first: int,
) -> AnalysisSection:
    """A section: what was said once is not said again."""
    words, told = telling.words, [each for _, each in pairs]
    said = set[str]()
    parts = []
    for piece, each in pairs:
        paragraphs = tuple(text for text in each.paragraphs if text not in said)
        findings = tuple(text for text in each.findings if text not in said)
        said |= {*paragraphs, *findings}
        paragraphs += (" ".join(findings),) if findings else ()
        part = piece.id.replace("-", "_")
        heading = words.t(f"analysis.part.{part}") if len(pairs) > 1 else ""
        if not (paragraphs or each.figures):
            continue
        parts.append(AnalysisPart(paragraphs, each.figures, each.tables, heading))
    left_out = _once(text for each in told for text in each.left_out)
    notes = dict.fromkeys(text for each in told for text in each.notes if text not in shared)
    return AnalysisSection(
        id=name,
        heading=words.t(f"analysis.{name}.heading"),
        intro=words.t(f"analysis.{name}.intro", year=telling.year, first=first),
        parts=tuple(parts),
        notes=(*left_out, *notes),
    )


def _once(told: Iterable[str]) -> list[str]:
    """What is said, without what is said again of one subject alone."""
    said = [*dict.fromkeys(told)]
    return [
        text
        for text in said
        if not any(other != text and text.lower().endswith(f": {other.lower()}") for other in said)
    ]


def _lacking(told: tuple[ToldPiece, ...], telling: AnalysisTelling) -> AnalysisSection:
    """What the document would tell of, had it figures."""
    said = dict.fromkeys(text for each in told for text in each.paragraphs)
    heading, intro = (telling.words.t(f"analysis.lacking.{part}") for part in ("heading", "intro"))
    return AnalysisSection("lacking", heading, intro, (AnalysisPart((*said,)),))


def _shared(told: list[list[ToldPiece]]) -> tuple[str, ...]:
    """Notes of more than one section: they stand once, where methods are told."""
    times = Counter(
        note for pieces in told for note in dict.fromkeys(n for each in pieces for n in each.notes)
    )
    return tuple(note for note, count in times.items() if count > 1)


def _first_year(telling: AnalysisTelling) -> int:
    """The first year with figures that count.

    Raises:
        NothingToAnalyse: The year of the analysis has none.
    """
    shown = telling.shown("total")
    known = [year for year, row in zip(shown.years, shown.counted, strict=True) if row.any()]
    if telling.year not in known:
        listed = ", ".join(map(str, known)) or "none"
        raise NothingToAnalyse(
            f"{telling.year}: no figure of that year counts; years that have any: {listed}"
            f" (of {YEARS[0]}–{YEARS[-1]})"
        )
    return known[0]
