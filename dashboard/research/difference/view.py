"""What differs between two years, or between two indicators in one unit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dashboard.charts.pointed_map import draw_pointed_map
from dashboard.charts.slopes import draw_slopes
from dashboard.indicators.series import axis_figure
from dashboard.research.difference.choosing import choose, levelled, of_measure, title_of
from dashboard.research.difference.leaving import difference_left_out
from dashboard.research.difference.picture import DifferencePictures
from dashboard.research.difference.programs import difference_code
from dashboard.research.difference.reckoned import difference_statistics
from dashboard.research.difference.slopes import any_slope, hollow_note, slopes_of
from dashboard.research.difference.tables import plain_difference, readable_difference
from dashboard.research.leaving import notes_text_of
from dashboard.research.view import ResearchPicture, ResearchTable, ResearchView
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing

FIELDS = ("against", "since", "year")
MAP_SIZE = (760, 380)
"""The country and its legend beside each other."""

OTHER_FIELDS = ("other", "other_unit", "other_area")


def difference_view(bench: Bench) -> ResearchView:
    """The view."""
    said, bench = of_measure(bench), levelled(bench)
    found, further = choose(bench)
    title = title_of(bench, found)
    fields = FIELDS + (OTHER_FIELDS if bench.state.against == "indicators" else ())
    if found is None:
        return ResearchView(title, further[0], cautions=(*said, *further[1:]), fields=fields)
    pictures = DifferencePictures(bench, found, title)
    words, telling = bench.words, pictures.said
    cautions = [*said, *further]
    if len(found.counted) > 0 and not telling.enough:
        cautions.append(words.n("research.too_few", len(found.counted), fewest=FEWEST))
    return ResearchView(
        title=title,
        sentence=telling.sentence(),
        statistics=difference_statistics(telling),
        findings=telling.findings(),
        cautions=tuple(cautions),
        left_out=difference_left_out(bench, found),
        notes=(
            *notes_text_of(found.told, words),
            words.t("research.difference.classes"),
            *hollow_note(pictures),
        ),
        pictures=_pictures(bench, pictures),
        tables=_tables(bench, found),
        source=bench.source(found.sourced, "boundaries"),
        fields=fields,
        code=lambda: difference_code(bench, found),
        playing=_playing(found),
    )


def _pictures(bench: Bench, made: DifferencePictures) -> tuple[ResearchPicture, ...]:
    """The map, and slopes where there is any."""
    words, drawn, slopes_drawn = bench.words, cache(made.map), cache(lambda: slopes_of(made))
    shown = ResearchPicture(
        "map",
        words.t("research.difference.map"),
        lambda options: draw_pointed_map(drawn(), options),
        wide=MAP_SIZE,
        narrow=(340, 500),
    )
    if not any_slope(made):
        return (shown,)
    slopes = ResearchPicture(
        "slopes",
        words.t(f"research.difference.slopes.{made.said.kind}"),
        lambda options: draw_slopes(
            slopes_drawn(), options, lambda value: axis_figure(value, words)
        ),
        narrow=(340, 560),
    )
    return shown, slopes


def _tables(bench: Bench, found: Differing) -> tuple[ResearchTable, ...]:
    return (
        ResearchTable(
            "figures",
            bench.words.t("research.figures"),
            lambda: readable_difference(bench, found),
            lambda: plain_difference(bench, found),
        ),
    )


def _playing(found: Differing) -> tuple[int, ...]:
    """The years that can be compared with the base year, or all that both are known in."""
    if found.of_years:
        return tuple(year for year in found.after.years if year > found.years[0])
    return tuple(year for year in found.after.years if year in found.before.years)
