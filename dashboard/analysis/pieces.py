"""What a piece of the outline becomes in the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.document import AnalysisFigure, AnalysisFile
from dashboard.analysis.levels import level_sentence
from dashboard.analysis.reckoned_table import reckoned_table
from dashboard.analysis.yearly import AnalysisYear
from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.charts.series import ChartOptions
from dashboard.indicators.headline import headline, lowered
from dashboard.indicators.picture import map_picture
from dashboard.research.code import measured_call, opening
from dashboard.research.leaving import left_out_text
from dashboard.research.tables import plain_figures, readable_figures

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisTable
    from dashboard.analysis.outline import AnalysisPiece
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.indicators.figures import MapView
    from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

FILE_PX = (1600, 1000)
PAGE_PX = (760, 520)
"""So small that letters are read where a picture is as wide as a page of paper."""

BESIDE = frozenset({"title", "sentence", "notes", "taken"})
"""What stands in the document beside its pictures, and so not in them."""

STATISTICS = "statistics"

SUBJECT = "indicator="
"""Stands in the query of what has a subject; the split has none."""


@dataclass(frozen=True)
class ToldPiece:
    """A piece with every text written.

    Attributes:
        paragraphs: What it says first of all.
        findings: What else there is to say.
        figures: Its pictures.
        tables: Its statistics, if they are wanted.
        left_out: How many count, and who was left out.
        notes: How it must be read, what signs mean.
        files: Its tables to take away.
        program: The program that gives its numbers; empty where there are none.
    """

    paragraphs: tuple[str, ...]
    findings: tuple[str, ...] = ()
    figures: tuple[AnalysisFigure, ...] = ()
    tables: tuple[AnalysisTable, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    files: tuple[AnalysisFile, ...] = ()
    program: str = ""


def told_piece(piece: AnalysisPiece, telling: AnalysisTelling) -> ToldPiece:
    """A piece in words and pictures; where no figure of the year counts, a sentence alone."""
    measured = telling.bench(piece).subject
    if SUBJECT in piece.query and not measured.taken[measured.row(telling.year)].any():
        name = telling.bench(piece).writer(measured).title
        return ToldPiece((telling.words.t("analysis.nothing", name=name, year=telling.year),))
    return _map(piece, telling) if piece.is_map else _view(piece, telling)


def _map(piece: AnalysisPiece, telling: AnalysisTelling) -> ToldPiece:
    """The level of an indicator on the map."""
    bench, words = telling.bench(piece), telling.words
    shown = telling.shown(bench.state.subject.of, bench.state.subject.unit)
    row = shown.years.index(telling.year)
    above = headline(shown, row, words, (), telling.labels)
    picture = map_picture(shown, row, telling.wording(shown))
    told = [(bench.subject, row)]
    file = AnalysisFile(
        piece.id,
        above.heading,
        lambda: readable_figures(bench, told),
        lambda: plain_figures(bench, told),
        picture.caption.source,
    )
    rule = words.t("research.rule")
    return ToldPiece(
        (level_sentence(AnalysisYear(telling, shown), above.sentence),),
        figures=(_map_figure(piece, shown, row, telling),),
        left_out=tuple(said for said in left_out_text(told, words) if said != rule),
        notes=picture.caption.notes,
        files=(file,),
        program=(
            f"{opening(bench, reckons=False)}{measured_call('studied', bench, bench.subject)}"
            f'taken = studied[(studied["year"] == {telling.year}) & studied["taken"]]\n'
            'results = taken.set_index("municipality")["value"].to_dict()\n'
        ),
    )


def _map_figure(
    piece: AnalysisPiece, shown: MapView, row: int, telling: AnalysisTelling
) -> AnalysisFigure:
    above = headline(shown, row, telling.words, (), telling.labels)
    picture = map_picture(shown, row, telling.wording(shown))

    def draw(whole: bool) -> str:
        around = picture.caption
        if not whole:
            around = replace(around, title="", sentence="", notes=(), taken="")
        size = FILE_PX if whole else PAGE_PX
        return draw_map(replace(picture, caption=around), MapOptions(*size, insets=True))

    return AnalysisFigure(piece.id, above.heading, above.sentence, draw, picture.caption.demo)


def _view(piece: AnalysisPiece, telling: AnalysisTelling) -> ToldPiece:
    """A view of the bench."""
    view, rule = telling.view(piece), telling.words.t("research.rule")
    if not view.statistics:
        return ToldPiece(tuple(dict.fromkeys((view.sentence, *view.cautions))))
    demo = telling.words.t("demo.figures")
    invented = demo if view.source.startswith(demo) else ""
    files = {each.id: _file(piece, each, view) for each in view.tables}
    tables: tuple[AnalysisTable, ...] = ()
    if piece.statistics:
        tables = (
            reckoned_table(piece.id, view, invented, telling.words, files.pop(STATISTICS, None)),
        )
    wanted = piece.pictures or tuple(each.id for each in view.pictures[:1])
    return ToldPiece(
        paragraphs=(view.sentence,) if piece.sentence or not view.findings else (),
        findings=view.findings,
        figures=tuple(
            _figure(piece, each, view, invented) for each in view.pictures if each.id in wanted
        ),
        tables=tables,
        left_out=tuple(said for said in view.left_out if said != rule),
        notes=(*view.cautions, *view.notes),
        files=tuple(files.values()),
        program=view.code() if view.code else "",
    )


def _figure(
    piece: AnalysisPiece, picture: ResearchPicture, view: ResearchView, demo: str
) -> AnalysisFigure:
    def draw(whole: bool) -> str:
        size, without = (FILE_PX, frozenset[str]()) if whole else (PAGE_PX, BESIDE)
        return picture.draw(ChartOptions(*size, without=without))

    title = f"{view.title} ({lowered(picture.heading)})" if piece.pictures else view.title
    return AnalysisFigure(f"{piece.id}-{picture.id}", title, view.sentence, draw, demo)


def _file(piece: AnalysisPiece, table: ResearchTable, view: ResearchView) -> AnalysisFile:
    title = f"{view.title} ({lowered(table.heading)})"
    return AnalysisFile(f"{piece.id}-{table.id}", title, table.readable, table.plain, view.source)
