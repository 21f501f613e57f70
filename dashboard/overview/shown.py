"""Which year the first page shows, and of whom: the newest with enough figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import State, ViewRequest, write_state
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from geo.places import Municipality

ENOUGH = 40
"""Municipalities whose figures speak for the country."""

HEADLINES = (ViewRequest(), ViewRequest("total", INDICATORS["total"].units[0]))
"""What the map shows: the first of which there is any figure."""


@dataclass(frozen=True)
class ShownYear:
    """An indicator in the year that the first page shows.

    Attributes:
        shown: All figures of the indicator.
        year: The newest in which enough municipalities have a figure that counts; where there is
            none, the newest with any.
        newest: The newest year with any figure.
    """

    shown: MapView
    year: int
    newest: int

    @property
    def row(self) -> int:
        """The number of the year."""
        return self.shown.years.index(self.year)

    @property
    def count(self) -> int:
        """How many have a figure in the year."""
        return self.count_in(self.year)

    def count_in(self, year: int) -> int:
        """How many have a figure that counts in a year."""
        return int(self.shown.counted[self.shown.years.index(year)].sum())

    @property
    def is_enough(self) -> bool:
        """Whether they speak for the country."""
        return self.count >= ENOUGH

    @cached_property
    def counted(self) -> tuple[Municipality, ...]:
        """Who has a figure that counts in the year."""
        counts = self.shown.counted[self.row]
        return tuple(place for place, has in zip(municipalities(), counts, strict=True) if has)

    @property
    def map_query(self) -> str:
        """What the map's page is asked for to show the same."""
        return write_state(State(self.shown.view, self.year))


def shown_year(atlas: Atlas) -> ShownYear:
    """The indicator of the map, and the year in which it is shown."""
    views = [remembered_view(atlas, view) for view in HEADLINES]
    shown = next((each for each in views if each.counted.any()), views[0])
    counts = dict(zip(shown.years, shown.counted.sum(axis=1).tolist(), strict=True))
    known = [year for year, count in counts.items() if count]
    enough = [year for year in known if counts[year] >= ENOUGH]
    newest = max(known, default=shown.newest)
    return ShownYear(shown, max(enough, default=newest), newest)
