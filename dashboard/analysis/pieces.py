"""What a piece of the outline becomes in the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.document import AnalysisFigure, AnalysisFile, AnalysisTable
from dashboard.charts.map import draw_map
from dashboard.charts.picture import MapOptions
from dashboard.charts.series import ChartOptions
from dashboard.indicators.headline import headline
from dashboard.indicators.picture import map_picture

if TYPE_CHECKING:
    from dashboard.analysis.outline import Piece
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.research.view import ResearchPicture, ResearchView, Statistic

PICTURE_PX = (1600, 1000)
BESIDE = frozenset({"title", "sentence"})
"""What stands beside a picture in the document, and so not in it."""


@dataclass(frozen=True)
class ToldPiece:
    """A piece with every text written.

    Attributes:
        sentence: What it says in short.
        paragraphs: All that it says.
        figures: Its pictures.
        tables: Its statistics, if they are wanted.
        notes: How it must be read, what was left out, what signs mean.
        files: Its tables to take away.
        program: The program that gives its numbers; empty for a plain map.
    """

    sentence: str
    paragraphs: tuple[str, ...]
    figures: tuple[AnalysisFigure, ...]
    tables: tuple[AnalysisTable, ...] = ()
    notes: tuple[str, ...] = ()
    files: tuple[AnalysisFile, ...] = ()
    program: str = ""


def told_piece(piece: Piece, telling: AnalysisTelling) -> ToldPiece:
    """A piece in words and pictures."""
    return _map(piece, telling) if piece.is_map else _view(piece, telling)


def _map(piece: Piece, telling: AnalysisTelling) -> ToldPiece:
    """The level of an indicator on the map."""
    shown = telling.shown(piece.query.partition("=")[2])
    row, words = shown.years.index(telling.year), telling.words
    above = headline(shown, row, words, (), telling.labels)
    picture = map_picture(shown, row, telling.wording(shown))

    def draw(whole: bool) -> str:
        around = picture.caption if whole else replace(picture.caption, title="", sentence="")
        return draw_map(replace(picture, caption=around), MapOptions(*PICTURE_PX, insets=True))

    figure = AnalysisFigure(piece.id, above.heading, above.sentence, draw, picture.caption.demo)
    return ToldPiece(above.sentence, (above.sentence,), (figure,), notes=picture.caption.notes)


def _view(piece: Piece, telling: AnalysisTelling) -> ToldPiece:
    view = telling.view(piece)
    demo = telling.words.t("demo.figures")
    invented = demo if view.source.startswith(demo) else ""
    table = (_statistics(view, invented, telling),) if piece.statistics and view.statistics else ()
    return ToldPiece(
        sentence=view.sentence,
        paragraphs=(view.sentence, *view.findings, *view.cautions),
        figures=tuple(
            _figure(piece, each, view, invented) for each in view.pictures[: piece.pictures]
        ),
        tables=table,
        notes=(*view.left_out, *view.notes),
        files=tuple(
            AnalysisFile(f"{piece.id}-{each.id}", f"{view.title}: {each.heading}", each.readable,
                         each.plain, view.source)
            for each in view.tables
        ),
        program=view.code() if view.code else "",
    )  # fmt: skip


def _figure(
    piece: Piece, picture: ResearchPicture, view: ResearchView, demo: str
) -> AnalysisFigure:
    def draw(whole: bool) -> str:
        return picture.draw(ChartOptions(*PICTURE_PX, without=frozenset() if whole else BESIDE))

    title = f"{view.title}: {picture.heading}"
    return AnalysisFigure(f"{piece.id}-{picture.id}", title, view.sentence, draw, demo)


def _statistics(view: ResearchView, demo: str, telling: AnalysisTelling) -> AnalysisTable:
    words = telling.words
    grouped = any(each.group for each in view.statistics)
    head = ("statistic", *(["group"] if grouped else []), "value", "interval")
    rows = tuple(_row(each, grouped=grouped) for each in view.statistics)
    filled = any(row[-1] for row in rows)
    keys = head if filled else head[:-1]
    return AnalysisTable(
        words.t("analysis.statistics", title=view.title),
        tuple(words.t(f"analysis.column.{key}") for key in keys),
        tuple(row[: len(keys)] for row in rows),
        demo,
    )


def _row(each: Statistic, *, grouped: bool) -> tuple[str, ...]:
    return (each.label, *([each.group] if grouped else []), each.text, each.interval)
