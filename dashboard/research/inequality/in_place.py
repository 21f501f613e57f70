"""Whether neighbours are alike: the view of a year on the map."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from dashboard.charts.moran_scatter import draw_moran
from dashboard.charts.pointed_map import draw_pointed_map
from dashboard.research.inequality.clusters import clusters_of
from dashboard.research.inequality.clusters_pictures import clusters_map, clusters_scatter
from dashboard.research.inequality.clusters_shown import ClustersShown
from dashboard.research.inequality.clusters_telling import ClustersTelling
from dashboard.research.inequality.neighbours_table import plain_neighbours, readable_neighbours
from dashboard.research.inequality.over_years import FIELDS
from dashboard.research.inequality.programs import places_program
from dashboard.research.inequality.wording import InequalityWords
from dashboard.research.leaving import left_out_text, notes_text_of
from dashboard.research.reckoned import statistics_table
from dashboard.research.tables import plain_figures, readable_figures
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.charts.moran_scatter import MoranPicture
    from dashboard.charts.picture import Caption
    from dashboard.charts.pointed_map import PointedMap
    from dashboard.research.bench import Bench

BOUNDARIES = "boundaries"
"""Id of the source that says who is beside whom."""


def in_place_view(bench: Bench) -> ResearchView:
    """The view."""
    telling = ClustersTelling(bench, clusters_of(bench))
    shown, statistics = ClustersShown(telling), tuple(telling.statistics())
    words, told = bench.words, [(bench.subject, telling.row)]
    years = zip(bench.subject.years, bench.subject.taken, strict=True)
    return ResearchView(
        title=telling.title(),
        sentence=telling.sentence(),
        statistics=statistics,
        findings=telling.findings(),
        cautions=telling.cautions(),
        left_out=(*left_out_text(told, words), words.t("research.inequality.rule")),
        notes=notes_text_of(told, words),
        pictures=tuple(_pictures(shown)),
        tables=(*_tables(shown), statistics_table(statistics, words)),
        source=bench.source([(bench.subject, [telling.row])], BOUNDARIES),
        fields=FIELDS,
        code=partial(places_program, bench, has_any=telling.found.whole is not None),
        playing=tuple(year for year, taken in years if taken.any()),
    )


def _pictures(shown: ClustersShown) -> Iterator[ResearchPicture]:
    telling = shown.telling
    bench, words = telling.bench, telling.words

    def caption(*notes: str) -> Caption:
        told = [(bench.subject, [telling.row])]
        found = (*telling.findings(), *notes, *notes_text_of([(bench.subject, telling.row)], words))
        title, sentence = telling.title(), telling.sentence()
        return bench.caption(title, sentence, told, BOUNDARIES, notes=found)

    @cache  # each is drawn wide and narrow
    def clusters() -> PointedMap:
        return clusters_map(shown, caption())

    @cache
    def scatter() -> MoranPicture:
        return clusters_scatter(shown, caption())

    heading = words.t("research.inequality.clusters")
    yield ResearchPicture(
        "clusters",
        heading,
        lambda options: draw_pointed_map(clusters(), options),
        wide=(760, 400),
        narrow=(340, 460),
    )
    if telling.found.whole is not None:
        writes = InequalityWords(words, bench.writer(bench.subject))
        yield ResearchPicture(
            "scatter",
            words.t("research.inequality.scatter"),
            lambda options: draw_moran(scatter(), options, writes.axis),
        )


def _tables(shown: ClustersShown) -> Iterator[ResearchTable]:
    bench = shown.telling.bench
    told = [(bench.subject, shown.telling.row)]
    yield ResearchTable(
        "figures",
        bench.words.t("research.figures"),
        partial(readable_figures, bench, told),
        partial(plain_figures, bench, told),
    )
    yield ResearchTable(
        "neighbours",
        bench.words.t("research.inequality.neighbours"),
        partial(readable_neighbours, shown),
        partial(plain_neighbours, shown),
    )
