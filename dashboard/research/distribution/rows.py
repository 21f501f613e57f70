"""The rows of a distribution: years, or groups or counties in a year; what is reckoned of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.measured import TAKEN
from dashboard.research.parts import parts_of
from dashboard.research.subjects import LEVEL
from data.statistics.distribution import five_numbers, quantiles
from data.statistics.known import FEWEST, all_equal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from data.statistics.distribution import FiveNumbers

SHARES = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
"""Which quantiles are told, by their names."""


@dataclass(frozen=True)
class SpreadRow:
    """A row.

    Attributes:
        id: The year, the group or the code of the county; empty for all of the set in a year.
        name: What it is called.
        year: Number of its year.
        members: Which municipalities are in it.
        n: How many of its figures count.
        box: What the box shows; None where there are too few.
        numbers: By name, `SHARES` and the mean; none where there are too few.
        outliers: Numbers of the municipalities that lie far out, and not by rounding alone.
        alike: Whether there are enough figures and all are the same.
    """

    id: str
    name: str
    year: int
    members: NDArray[np.bool_]
    n: int
    box: FiveNumbers | None
    numbers: dict[str, float]
    outliers: tuple[int, ...] = ()
    alike: bool = False


@dataclass(frozen=True)
class Spread:
    """How figures of a subject spread.

    Attributes:
        measured: The subject.
        by: By what rows are told apart: `year`, `group` or `county`.
        rows: From the top.
    """

    measured: Measured
    by: str
    rows: tuple[SpreadRow, ...]

    @property
    def parts(self) -> tuple[SpreadRow, ...]:
        """The rows without the one of all."""
        return tuple(row for row in self.rows if row.id)

    @property
    def told(self) -> list[tuple[Measured, int]]:
        """What is told of, with the numbers of the years; the last one where there is no figure."""
        years = {row.year for row in self.rows} or {len(self.measured.years) - 1}
        return [(self.measured, year) for year in sorted(years)]

    def national(self, row: SpreadRow) -> float | None:
        """The country's figure of the row's year, where a level of an indicator is told.

        None where too few count in the whole country: one municipality is no country.
        """
        shown = self.measured.shown
        if shown is None or self.measured.subject.measure != LEVEL:
            return None
        if (self.measured.reasons[row.year] == TAKEN).sum() < FEWEST:
            return None
        figure = float(shown.national[row.year])
        return None if np.isnan(figure) else figure


def spread_of(bench: Bench) -> Spread:
    """The rows that the choice asks for."""
    measured, by, members = bench.subject, bench.state.by, bench.members
    if by == "year":
        shown = [at for at in range(len(measured.years)) if measured.there[at].any()]
        rows = [_row(str(measured.years[at]), str(measured.years[at]), at, members, measured)
                for at in shown]  # fmt: skip
        return Spread(measured, by, tuple(rows))
    year = measured.row(bench.year)
    parts = parts_of(by, members, bench.words)
    rows = [_row(part.id, part.name, year, part.members, measured) for part in parts]
    if len(parts) > 1:
        name = bench.words.t("research.distribution.all")
        rows.insert(0, _row("", name, year, members, measured))
    return Spread(measured, by, tuple(rows))


def _row(
    code: str, name: str, year: int, members: NDArray[np.bool_], measured: Measured
) -> SpreadRow:
    values = np.where(members, measured.counted[year], np.nan)
    known, box, numbers = ~np.isnan(values), five_numbers(values), dict[str, float]()
    if box:
        found = quantiles(values, [*SHARES.values()]).tolist()
        numbers = dict(zip(SHARES, found, strict=True)) | {"mean": box.mean}
    same = box is not None and all_equal(values[known])
    out = box.outliers if box and not same else ()
    return SpreadRow(code, name, year, members, int(known.sum()), box, numbers, out, same)
