"""What one year of a view says of each municipality, as the parts of the first answer need it.

The scripts say the same for every other year (assets/map/atlas.js), from the same payload.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.indicators.figures import COMPARABLE, SIGNS, VALUE_STATES
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
        return GLYPHS[self.of("state")[index]] + (SIGNS["real"] if self.real(index) else "")

    def real(self, index: int) -> bool:
        """Whether a municipality's figure is real among invented ones."""
        return SIGNS["real"] in self.of("sign")[index]

    def beside(self, index: int) -> bool:
        """Whether such a figure has a colour, though it is compared with none."""
        return self.real(index) and VALUE_STATES[self.of("state")[index]] in COMPARABLE

    def of_both_kinds(self, index: int) -> bool:
        """Whether a municipality has real figures and invented ones."""
        rows = zip(self.view["value"], self.view["sign"], strict=True)
        kinds = {
            SIGNS["real"] in signs[index] for values, signs in rows if values[index] is not None
        }
        return len(kinds) == 2

    def label(self, index: int) -> str:
        """A municipality's state in words; nothing where there is a figure like others."""
        number = self.of("state")[index]
        return self.labels[VALUE_STATES[number]] if number else ""

    def order(self) -> list[int]:
        """Numbers of the municipalities, largest first, then those beside them, then the others."""
        ranks = self.of("rank")
        last = [1000 - self.beside(index) for index in range(len(ranks))]
        return sorted(range(len(ranks)), key=lambda index: (ranks[index] or last[index], index))
