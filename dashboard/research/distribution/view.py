"""How municipalities spread: by year, group or county."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dashboard.charts.boxes_plot import draw_boxes
from dashboard.research.distribution.minding import (
    cautions_of,
    left_out,
    signs_text,
    whiskers_text,
)
from dashboard.research.distribution.numbers import statistics_of
from dashboard.research.distribution.picture import boxes_of
from dashboard.research.distribution.program import program_of
from dashboard.research.distribution.rows import spread_of
from dashboard.research.distribution.telling import findings_of, sentence_of, title_of
from dashboard.research.reckoned import statistics_table
from dashboard.research.tables import plain_figures, readable_figures
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

if TYPE_CHECKING:
    from dashboard.charts.boxes import BoxesPicture
    from dashboard.charts.series import ChartOptions
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread

FIELDS = ("by", "since")

ROW, AROUND, LEAST = 40, 110, 340
"""Height of a row on a phone, of what stands around all rows, and of the picture at least, px."""


def distribution_view(bench: Bench) -> ResearchView:
    """The view."""
    words, spread = bench.words, spread_of(bench)
    statistics, measured = statistics_of(spread, bench), spread.measured
    several = spread.by != "year"
    seen = [year for year, row in zip(measured.years, measured.there, strict=True) if row.any()]
    view = ResearchView(
        title=title_of(spread, bench),
        sentence=sentence_of(spread, bench),
        statistics=statistics,
        findings=findings_of(spread, bench),
        cautions=cautions_of(spread, bench),
        left_out=left_out(spread, bench),
        notes=(*whiskers_text(spread, words), *signs_text(spread, words)),
        tables=(
            ResearchTable(
                "figures",
                words.t("research.figures"),
                lambda: readable_figures(bench, spread.told),
                lambda: plain_figures(bench, spread.told),
            ),
            statistics_table(statistics, words),
        ),
        source=bench.source([(measured, [row.year for row in spread.rows])]),
        fields=(*FIELDS, *(("year",) if several else ())),
        code=lambda: program_of(spread, bench),
        playing=tuple(seen) if several else (),
    )
    return replace(view, pictures=_pictures(view, spread, bench))


def _pictures(view: ResearchView, spread: Spread, bench: Bench) -> tuple[ResearchPicture, ...]:
    measured, years = spread.measured, [row.year for row in spread.rows]
    if not years or not measured.there[years].any():
        return ()

    @cache
    def picture() -> BoxesPicture:
        return boxes_of(spread, bench)

    def draw(options: ChartOptions) -> str:
        if options.bare:
            return draw_boxes(picture(), options)
        notes = (*view.cautions, *view.left_out[1:], *view.notes)
        caption = bench.caption(view.title, view.sentence, [(measured, years)], notes=notes)
        return draw_boxes(replace(picture(), caption=caption), options)

    heading = bench.words.t(f"research.distribution.picture.{spread.by}")
    tall = max(ROW * len(spread.rows) + AROUND, LEAST)
    return (
        ResearchPicture(
            "distribution", heading, draw, wide=(760, max(460, tall)), narrow=(340, tall)
        ),
    )
