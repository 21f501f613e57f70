"""Any two subjects as points of a plane, and how they go together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dashboard.charts.scatter_plot import draw_scatter
from dashboard.research.leaving import left_out_text, notes_text_of
from dashboard.research.reckoned import statistics_table
from dashboard.research.relation.minding import below_text, cautions_of, sizeless_text
from dashboard.research.relation.numbers import statistics_of
from dashboard.research.relation.pairs import pairs_of
from dashboard.research.relation.picture import scatter_of
from dashboard.research.relation.program import program_of
from dashboard.research.relation.reckoning import relation_of
from dashboard.research.relation.telling import findings_of, sentence_of, title_of
from dashboard.research.tables import plain_figures, readable_figures
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

if TYPE_CHECKING:
    from dashboard.charts.scatter import ScatterPicture
    from dashboard.charts.series import ChartOptions
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from dashboard.research.relation.reckoning import Relation

FIELDS = ("other", "other_unit", "other_area", "other_measure", "third", "colour", "log", "year",
          "since")  # fmt: skip


def relation_view(bench: Bench) -> ResearchView:
    """The view."""
    words, pairs = bench.words, pairs_of(bench)
    relation = relation_of(bench, pairs)
    statistics = statistics_of(relation, words)
    view = ResearchView(
        title=title_of(relation, bench),
        sentence=sentence_of(relation, bench),
        statistics=statistics,
        findings=findings_of(relation, bench),
        cautions=cautions_of(relation, bench),
        left_out=(*left_out_text(pairs.told, words, relation.n), *below_text(relation, words)),
        notes=(*notes_text_of(pairs.told, words), *sizeless_text(relation, bench)),
        tables=(
            ResearchTable(
                "figures",
                words.t("research.figures"),
                lambda: readable_figures(bench, pairs.told),
                lambda: plain_figures(bench, pairs.told),
            ),
            statistics_table(statistics, words),
        ),
        source=bench.source(_told(relation, bench)),
        fields=FIELDS,
        code=lambda: program_of(relation, bench),
        playing=pairs.years,
    )
    return replace(view, pictures=_pictures(view, relation, bench))


def _told(relation: Relation, bench: Bench) -> list[tuple[Measured, list[int]]]:
    """All that the view rests on, that of sizes and colours too."""
    told = [(one, [row]) for one, row in relation.pairs.told]
    third = bench.third
    return told if third is None else [*told, (third, [third.row(bench.year)])]


def _pictures(view: ResearchView, relation: Relation, bench: Bench) -> tuple[ResearchPicture, ...]:
    if not relation.pairs.shown.any():
        return ()

    @cache
    def picture() -> ScatterPicture:
        return scatter_of(relation, bench)

    def draw(options: ChartOptions) -> str:
        if options.bare:
            return draw_scatter(picture(), options)
        notes = (*view.cautions, *view.left_out[1:], *view.notes)
        caption = bench.caption(view.title, view.sentence, _told(relation, bench), notes=notes)
        return draw_scatter(replace(picture(), caption=caption), options)

    heading = bench.words.t("research.relation.picture")
    return (ResearchPicture("relation", heading, draw, narrow=(340, 440)),)
