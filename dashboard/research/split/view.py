"""The three-way split of municipalities' money: a map of mixtures, bars, or the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.leaving import left_out_text, notes_text_of
from dashboard.research.split.bars_picture import bars_picture
from dashboard.research.split.figures import split_figures
from dashboard.research.split.map_picture import map_picture
from dashboard.research.split.numbers import statistics_of
from dashboard.research.split.program import program_of
from dashboard.research.split.split_tables import tables_of
from dashboard.research.split.telling import cautions_of, findings_of, sentence_of
from dashboard.research.split.writing import title_of
from dashboard.research.split.years_picture import years_picture
from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench

DRAWN = {"map": map_picture, "bars": bars_picture, "flows": years_picture}


def split_view(bench: Bench) -> ResearchView:
    """The view."""
    figures, parts = split_figures(bench), bench.state.parts
    flows = parts == "flows"
    ends = f"{figures.years[0]}–{figures.years[-1]}"
    title = title_of(bench, ends if flows else str(figures.year))
    sentence = sentence_of(bench, figures)
    told = [(part, figures.row) for part in figures.parts]
    notes = notes_text_of(told, bench.words)
    rows = range(len(figures.years)) if flows else [figures.row]
    shown = [(part, rows) for part in figures.shown(counting_alone=flows)]
    further = ("boundaries",) if parts == "map" else ()
    caption = bench.caption(title, sentence, shown, *further, notes=notes)
    statistics = statistics_of(bench, figures)
    return ResearchView(
        title,
        sentence,
        statistics=statistics,
        findings=findings_of(bench, figures),
        cautions=cautions_of(bench, figures),
        left_out=left_out_text(told, bench.words, int(figures.taken[figures.row].sum())),
        notes=notes,
        pictures=(DRAWN[parts](bench, figures, caption),),
        tables=tables_of(bench, figures),
        source=bench.source(shown, *further),
        fields=("parts", "area", "year"),
        code=lambda: program_of(bench, figures, {each.id for each in statistics}),
        playing=() if flows else tuple(figures.years[row] for row in figures.known_years),
    )
