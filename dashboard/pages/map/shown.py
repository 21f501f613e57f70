"""What one year of a view says of each municipality, as the parts of the first answer need it.

The scripts say the same for every other year (assets/map/atlas.js), from the same payload.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.indicators.figures import VALUE_STATES
from dashboard.indicators.picture import BELOW, GLYPHS

if TYPE_CHECKING:
    from dashboard.indicators.state import State


@dataclass(frozen=True)
class Shown:
    """A view in one of its years.

    Attributes:
        view: The payload.
        row: Number of the year in it.
        state: What the address asks for.
        labels: Words of the states of values.
    """

    view: dict[str, Any]
    row: int
    state: State
    labels: dict[str, str]

    @property
    def year(self) -> int:
        """The year."""
        year: int = self.view["years"][self.row]
        return year

    def of(self, name: str) -> Any:
        """What the payload holds under a name, for the year."""
        return self.view[name][self.row]

    def colour(self, index: int) -> str:
        """The colour of a municipality."""
        number = self.of("cls")[index]
        bins = self.view["bins"]
        classes = bins[self.row if len(bins) > 1 else 0]
        colour: str = BELOW.get(number) or classes[number]["color"]
        return colour

    def glyph(self, index: int) -> str:
        """The sign of a municipality's state; nothing where there is a figure like others."""
        return GLYPHS[self.of("state")[index]]

    def label(self, index: int) -> str:
        """A municipality's state in words; nothing where there is a figure like others."""
        number = self.of("state")[index]
        return self.labels[VALUE_STATES[number]] if number else ""

    def order(self) -> list[int]:
        """Numbers of the municipalities, largest first; those without a rank last."""
        ranks = self.of("rank")
        return sorted(range(len(ranks)), key=lambda index: (ranks[index] or 1000, index))
