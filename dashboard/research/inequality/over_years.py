"""Whether municipalities become more alike: the view over the years."""

from __future__ import annotations

from functools import cache, partial
from math import isnan, nan
from typing import TYPE_CHECKING

from dashboard.charts.lorenz import draw_lorenz
from dashboard.charts.measure_panels import draw_measures
from dashboard.research.inequality.cautioning import cautions_of
from dashboard.research.inequality.choice import choice_of
from dashboard.research.inequality.noticing import findings_of
from dashboard.research.inequality.pictures import lorenz_picture, measures_picture
from dashboard.research.inequality.programs import inequality_program
from dashboard.research.inequality.reckoning import N, inequality_years, is_parted
from dashboard.research.inequality.tables import plain_years, readable_years
from dashboard.research.inequality.telling import InequalityTelling
from dashboard.research.leaving import left_out_text, notes_text_of
from dashboard.research.reckoned import statistics_table
from dashboard.research.tables import plain_figures, readable_figures
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.charts.lorenz import LorenzPicture
    from dashboard.charts.measure_panels import MeasuresPicture
    from dashboard.charts.series import ChartOptions
    from dashboard.research.bench import Bench
    from dashboard.research.view import Statistic

FIELDS = ("lines", "year")


def over_years_view(bench: Bench) -> ResearchView:
    """The view."""
    telling = InequalityTelling(
        bench, inequality_years(bench.subject, bench.atlas, choice_of(bench))
    )
    found = telling.found
    told = [(bench.subject, telling.row)]
    first = found.keys[0][0] if found.keys else ""
    statistics = tuple(_statistics(telling))
    return ResearchView(
        title=telling.title(),
        sentence=telling.sentence(),
        statistics=statistics,
        findings=findings_of(telling),
        cautions=cautions_of(telling),
        left_out=left_out_text(told, bench.words),
        notes=notes_text_of(told, bench.words),
        pictures=tuple(_pictures(telling)),
        tables=(*_tables(telling), statistics_table(statistics, bench.words)),
        source=bench.source([(bench.subject, range(len(bench.subject.years)))], "places"),
        fields=FIELDS,
        code=partial(inequality_program, bench, first),
    )


def _statistics(telling: InequalityTelling) -> Iterator[Statistic]:
    """Of the year that is looked at, as far as it has any; no parts of one county alone."""
    found, row = telling.found, telling.row
    count = int(found.counts[row])
    known = {key: values[row] for key, values in found.values.items() if not isnan(values[row])}
    for key, value in known.items():
        if not key[1] or is_parted(found.measured, row, key[1]):
            yield telling.writes.statistic(key, value, count)
    if known:
        yield telling.writes.statistic(N, float(count), count)


def _pictures(telling: InequalityTelling) -> Iterator[ResearchPicture]:
    found, words = telling.found, telling.words
    if not found.keys or not found.enough.any():
        return
    yield ResearchPicture(
        "inequality",
        words.t("research.inequality.over_years"),
        _measures_drawn(telling),
        wide=(760, 480),
        narrow=(340, 620),
    )
    if not isnan(found.values.get(("gini", ""), (nan,) * (telling.row + 1))[telling.row]):
        heading = words.t("research.inequality.lorenz", year=telling.bench.year)
        yield ResearchPicture("lorenz", heading, _lorenz_drawn(telling, heading))


def _measures_drawn(telling: InequalityTelling) -> Callable[[ChartOptions], str]:
    bench = telling.bench
    told = [(bench.subject, range(len(bench.subject.years)))]

    @cache  # it is drawn wide and narrow
    def picture() -> MeasuresPicture:
        title, sentence, notes = telling.title(), telling.sentence(), cautions_of(telling)
        caption = bench.caption(title, sentence, told, "places", notes=notes)
        return measures_picture(telling, caption)

    return lambda options: draw_measures(picture(), options)


def _lorenz_drawn(telling: InequalityTelling, heading: str) -> Callable[[ChartOptions], str]:
    bench = telling.bench
    told = [(bench.subject, [telling.row])]

    @cache
    def picture() -> LorenzPicture:
        said = " ".join(findings_of(telling)[:2])
        title = f"{heading}: {telling.name}"
        notes = (
            *cautions_of(telling)[:1],
            *notes_text_of([(bench.subject, telling.row)], bench.words),
        )
        return lorenz_picture(telling, bench.caption(title, said, told, notes=notes))

    return lambda options: draw_lorenz(picture(), options)


def _tables(telling: InequalityTelling) -> Iterator[ResearchTable]:
    bench = telling.bench
    told = [(bench.subject, telling.row)]
    yield ResearchTable(
        "figures",
        bench.words.t("research.figures"),
        partial(readable_figures, bench, told),
        partial(plain_figures, bench, told),
    )
    if telling.found.keys:
        yield ResearchTable(
            "years",
            bench.words.t("research.inequality.by_year"),
            partial(readable_years, telling),
            partial(plain_years, telling),
        )
