"""Many rows in as many columns as they need to be read."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from dashboard.charts.framing import Area

LEAST_ROW = 12.5
"""Height of a row, px, below which its letters could not be read."""


TALLEST_ROW = 3.4
"""Height of a row in the size of ordinary letters, where there is room in plenty."""


@dataclass(frozen=True)
class Columns:
    """Where rows stand, column by column from the top.

    Attributes:
        areas: One a column.
        row: Height of a row, px.
        each: Rows of a full column.
    """

    areas: tuple[Area, ...]
    row: float
    each: int

    def at(self, number: int) -> tuple[Area, float]:
        """The column of a row, and where its top is."""
        area = self.areas[number // self.each]
        return area, area.top + self.row * (number % self.each)

    def letters(self, base: float) -> float:
        """Size of letters that suits the rows: larger where a few of them have much room."""
        return min(1.4 * base, max(min(base, 0.78 * self.row), 0.42 * self.row))


def columns(count: int, area: Area, base: float, gap: float, most: int = 4) -> Columns:
    """The fewest columns in which every row can be read.

    Args:
        count: Rows.
        area: Room for all.
        base: Size of ordinary letters, px.
        gap: Between columns, px.
        most: Columns at most; then rows get as low as they must.
    """
    least = max(LEAST_ROW, 1.4 * base)
    number = next(
        (tried for tried in range(1, most) if ceil(count / tried) * least <= area.height), most
    )
    each = max(1, ceil(count / number))
    wide = (area.width - gap * (number - 1)) / number
    areas = tuple(
        Area(area.left + column * (wide + gap), area.top, wide, area.height)
        for column in range(number)
    )
    return Columns(areas, min(TALLEST_ROW * base, area.height / each), each)
