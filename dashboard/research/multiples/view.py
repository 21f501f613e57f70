"""All years of a map, or all trends where their municipalities lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.grounds import LISTED_PX
from dashboard.charts.map_grid import draw_map_grid, grid_height
from dashboard.charts.tile_trends import draw_tile_trends, list_height
from dashboard.indicators.series import axis_figure
from dashboard.research.leaving import notes_text_of, older_text, repeated_text
from dashboard.research.multiples.picture import MultiplesPictures
from dashboard.research.multiples.programs import multiples_code
from dashboard.research.multiples.spanning import year_span
from dashboard.research.multiples.tables import readable_years
from dashboard.research.multiples.telling import MultiplesWords
from dashboard.research.subjects import OF_TWO_YEARS
from dashboard.research.tables import plain_figures
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.multiples.spanning import YearSpan

NARROW_WIDTH, NARROW_COLUMNS = 340, 3
MAPS_SIZE = (760, 372)
"""Four columns of maps and their legend."""

TILES_SIZE = (880, 700)
"""Squares in which a name finds room."""


def multiples_view(bench: Bench) -> ResearchView:
    """The view."""
    words, it = bench.words, year_span(bench)
    two = bench.subject.subject.measure in OF_TWO_YEARS
    fields = ("tiled", "year", *(("since",) if two else ()))
    name = bench.writer(bench.subject).title
    if it is None:
        none = words.t("research.multiples.none")
        return ResearchView(name, none, fields=fields, code=lambda: multiples_code(bench))
    first, last = it.years[0], it.years[-1]
    title = words.t("research.multiples.title", name=name, first=first, last=last)
    telling = MultiplesWords(it)
    sentence = telling.sentence()
    made = MultiplesPictures(it, title, sentence)
    told = [(bench.subject, it.rows)]
    maps = bench.state.tiled == "maps"
    return ResearchView(
        title=title,
        sentence=sentence,
        statistics=telling.statistics(),
        findings=telling.findings(),
        cautions=telling.cautions(),
        left_out=telling.left_out(),
        notes=_notes(it, made),
        pictures=(_maps(bench, made) if maps else _trends(bench, made),),
        tables=_tables(it),
        source=bench.source(told, *(["boundaries"] if maps else [])),
        fields=fields,
        code=lambda: multiples_code(bench),
    )


def _notes(it: YearSpan, made: MultiplesPictures) -> tuple[str, ...]:
    """What signs of the year mean, how classes are made, and the hollow marks of the trends."""
    words = it.bench.words
    own = older_text(it.measured, it.now, words)  # said of all years instead
    said = tuple(text for text in notes_text_of([(it.measured, it.now)], words) if text != own)
    said = (*said, *repeated_text(it.measured, it.rows, words))
    if it.bench.state.tiled == "maps":
        return (*said, made.classes_note)
    if it.measured.hollow[[*it.rows]].any():
        said = (*said, words.t("research.hollow"))
    return said


def _maps(bench: Bench, made: MultiplesPictures) -> ResearchPicture:
    picture = made.maps()
    tall = grid_height(picture, NARROW_WIDTH, NARROW_COLUMNS, LISTED_PX)
    return ResearchPicture(
        "maps",
        bench.words.t("research.multiples.maps"),
        lambda options: draw_map_grid(picture, options),
        wide=MAPS_SIZE,
        narrow=(NARROW_WIDTH, tall),
    )


def _trends(bench: Bench, made: MultiplesPictures) -> ResearchPicture:
    picture = made.trends()
    return ResearchPicture(
        "trends",
        bench.words.t("research.multiples.trends"),
        lambda options: draw_tile_trends(
            picture, options, lambda value: axis_figure(value, bench.words)
        ),
        wide=TILES_SIZE,
        narrow=(NARROW_WIDTH, list_height(picture, LISTED_PX)),
    )


def _tables(it: YearSpan) -> tuple[ResearchTable, ...]:
    """A column a year for people, a row a figure with its marks for programs."""
    told = [(it.measured, row) for row in it.rows]
    return (
        ResearchTable(
            "figures",
            it.bench.words.t("research.figures"),
            lambda: readable_years(it),
            lambda: plain_figures(it.bench, told),
        ),
    )
