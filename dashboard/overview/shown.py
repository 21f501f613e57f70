"""Which year the first page shows, and of whom: the newest with enough figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import State, ViewRequest, write_state
from data.catalog import INDICATORS

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView

ENOUGH = 40
"""Municipalities whose figures speak for the country."""

HEADLINES = (ViewRequest(), ViewRequest("total", INDICATORS["total"].units[0]))
"""What the map shows: the first of which there are enough figures in some year, or else any."""


@dataclass(frozen=True)
class ShownYear:
    """An indicator in the year that the first page shows.

    Attributes:
        figures: All of the indicator's.
        year: The newest in which enough municipalities have a figure that counts; where there is
            none, the newest that has at least half as many as any year.
        newest: The newest year with any figure that counts.
    """

    figures: MapView
    year: int
    newest: int

    @property
    def row(self) -> int:
        """The number of the year."""
        return self.figures.years.index(self.year)

    @property
    def count(self) -> int:
        """How many have a figure in the year."""
        return self.count_in(self.year)

    def count_in(self, year: int) -> int:
        """How many have a figure that counts in a year."""
        return int(self.figures.counted[self.figures.years.index(year)].sum())

    @property
    def is_enough(self) -> bool:
        """Whether they speak for the country."""
        return self.count >= ENOUGH

    @property
    def map_query(self) -> str:
        """What the map's page is asked for to show the same."""
        return write_state(State(self.figures.view, self.year))


def shown_year(atlas: Atlas) -> ShownYear:
    """The indicator of the map, and the year in which it is shown."""
    return year_of([remembered_view(atlas, view) for view in HEADLINES])


def year_of(views: list[MapView]) -> ShownYear:
    """The first of some views that has enough figures in a year, or else any; and that year."""
    most = [int(each.counted.sum(axis=1).max()) for each in views]
    fits = (
        next((at for at, count in enumerate(most) if count >= few), None) for few in (ENOUGH, 1)
    )
    at = next((each for each in fits if each is not None), 0)
    shown, few = views[at], ENOUGH if most[at] >= ENOUGH else most[at] / 2
    counts = dict(zip(shown.years, shown.counted.sum(axis=1).tolist(), strict=True))
    newest = max((year for year, count in counts.items() if count), default=shown.newest)
    fair = (year for year, count in counts.items() if count and count >= few)
    return ShownYear(shown, max(fair, default=newest), newest)
