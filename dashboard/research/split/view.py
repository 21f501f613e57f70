"""The three-way split of municipalities' money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.leaving import left_out_text, notes_text_of
from dashboard.research.split.figures import split_figures
from dashboard.research.split.map_picture import map_picture
from dashboard.research.split.telling import sentence_of
from dashboard.research.split.writing import title_of
from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def split_view(bench: Bench) -> ResearchView:
    """The view."""
    figures = split_figures(bench)
    told = [(part, figures.row) for part in figures.parts]
    shown = [(part, [figures.row]) for part in figures.parts]
    title = title_of(bench, str(figures.year))
    sentence = sentence_of(bench, figures)
    notes = notes_text_of(told, bench.words)
    caption = bench.caption(title, sentence, shown, "boundaries", notes=notes)
    return ResearchView(
        title,
        sentence,
        left_out=left_out_text(told, bench.words, int(figures.taken[figures.row].sum())),
        notes=notes,
        pictures=(map_picture(bench, figures, caption),),
        source=bench.source(shown, "boundaries"),
        fields=("parts", "area", "year"),
        playing=tuple(figures.years[row] for row in figures.known_years),
    )
