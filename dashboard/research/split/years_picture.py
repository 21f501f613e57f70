"""How the money of the set moved between the three over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.stacked_years import draw_stacked_years
from dashboard.charts.stacked_years_picture import StackedLine, StackedYear, StackedYearsPicture
from dashboard.research.pointing import own_colours
from dashboard.research.points import gaps
from dashboard.research.split.figures import NGO
from dashboard.research.split.writing import SplitWriter
from dashboard.research.view import ResearchPicture
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.charts.picture import Caption
    from dashboard.charts.series import ChartOptions
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def years_picture(bench: Bench, figures: SplitFigures, caption: Caption) -> ResearchPicture:
    """The years, to be drawn."""
    made, writer = stacked_years(bench, figures, caption), SplitWriter(bench.words)

    def draw(options: ChartOptions) -> str:
        return draw_stacked_years(made, options, writer.tick)

    heading = bench.words.t("research.split.flows")
    return ResearchPicture("flows", heading, draw, (760, 480), (340, 460))


def stacked_years(bench: Bench, figures: SplitFigures, caption: Caption) -> StackedYearsPicture:
    """What they show, with every text written."""
    words, writer = bench.words, SplitWriter(bench.words)
    own = figures.together(figures.taken)
    years = tuple(
        _year(writer, year, own[:, row], int(figures.taken[row].sum()))
        for row, year in enumerate(figures.years)
    )
    lines = []
    if bench.places:
        lines.append(StackedLine(words.t("national.rate"), gaps(figures.country[NGO])))
    codes = [place.code for place in municipalities()]
    for code, colour in own_colours(bench).items():
        at = codes.index(code)
        values = np.where(figures.counts[:, at], figures.mixtures[NGO, :, at], np.nan)
        lines.append(StackedLine(writer.name(at), gaps(values), colour))
    alone = words.t("research.split.alone_below", part=writer.part(NGO))
    parts = (writer.part(0), writer.part(1), writer.part(NGO))
    return StackedYearsPicture(years, parts, alone, tuple(lines), figures.year, caption)


def _year(writer: SplitWriter, year: int, mixture: NDArray[np.float64], count: int) -> StackedYear:
    if not np.isfinite(mixture).all():
        return StackedYear(year, said=writer.words.t("research.split.none", year=year))
    first, second, third = (float(share) for share in mixture)
    texts = (writer.bare(first), writer.bare(second), writer.bare(third))
    number = writer.words.n("research.split.of_places", count)
    said = f"{year}: {writer.shares(mixture)} ({number})"
    return StackedYear(year, (first, second, third), texts, said)
