"""The split of a year as bars: a municipality a row, that with the largest share of NGOs first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.stacked import draw_stacked, stacked_height
from dashboard.charts.stacked_picture import StackedPicture, StackedRow
from dashboard.research.pointing import own_colours, selecting
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

WIDE, NARROW = 760, 340


def bars_picture(bench: Bench, figures: SplitFigures, caption: Caption) -> ResearchPicture:
    """The bars, to be drawn."""
    made = stacked_picture(bench, figures, caption)

    def draw(options: ChartOptions) -> str:
        return draw_stacked(made, options)

    wide, narrow = ((px, stacked_height(made, px)) for px in (WIDE, NARROW))
    return ResearchPicture("bars", bench.words.t("research.split.bars"), draw, wide, narrow)


def stacked_picture(bench: Bench, figures: SplitFigures, caption: Caption) -> StackedPicture:
    """What they show, with every text written: the country, the set, then its municipalities."""
    writer, row = SplitWriter(bench.words), figures.row
    rows = []
    if np.isfinite(figures.country[:, row]).all():
        rows.append(
            _row(writer, writer.words.t("national.rate"), figures.country[:, row], whole=True)
        )
        if bench.places:
            own = figures.together(figures.taken)[:, row]
            rows += [_row(writer, bench.places, own)] if np.isfinite(own).all() else []
    paths = selecting(bench)
    rows += [_place(bench, figures, paths, at) for at in ordered(figures)]
    alone = writer.words.t("research.split.alone", part=writer.part(NGO))
    return StackedPicture(
        tuple(rows), (writer.part(0), writer.part(1), alone),
        writer.words.t("research.split.none", year=figures.year), caption,
    )  # fmt: skip


def ordered(figures: SplitFigures) -> list[int]:
    """Numbers of those that have a mixture, by their share of NGOs; those left out come last."""
    ngo = figures.mixtures[NGO, figures.row]
    shown = np.flatnonzero(np.isfinite(ngo) & figures.members).tolist()
    return sorted(shown, key=lambda at: (not figures.taken[figures.row, at], -ngo[at], at))


def _place(bench: Bench, figures: SplitFigures, paths: dict[str, str], at: int) -> StackedRow:
    """A municipality, which a click selects; one that does not count says why."""
    code, reason = municipalities()[at].code, str(figures.reasons[figures.row, at])
    writer = SplitWriter(bench.words)
    row = _row(writer, writer.name(at), figures.mixtures[:, figures.row, at])
    why = writer.words.t(f"research.reason.{reason}") if reason else ""
    return replace(
        row,
        said=f"{row.said} ({why})" if why else row.said,
        path=paths[code],
        colour=own_colours(bench).get(code, ""),
        counts=not reason,
    )


def _row(
    writer: SplitWriter, name: str, mixture: NDArray[np.float64], *, whole: bool = False
) -> StackedRow:
    first, second, third = (float(share) for share in mixture)
    texts = (writer.bare(first), writer.bare(second), writer.share(third))
    said = f"{name}: {writer.shares(mixture)}"
    return StackedRow(name, (first, second, third), texts, said, whole=whole)
