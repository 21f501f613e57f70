"""What is told on purpose: one break in a series, one merged entity, one outlier, one slip.

All else in the demonstration set is chance; these four are chosen so that they can be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalog import ALL_AREAS

DemoRow = tuple[object, ...]
"""A row of a table that the demonstration fills."""


@dataclass(frozen=True)
class DemoBreak:
    """From ``year`` on a municipality counts differently: amounts stand ``factor`` higher."""

    municipality: str
    year: int
    factor: float
    note_lt: str
    note_en: str

    def row(self) -> DemoRow:
        """Return the row of table series_break: all figures of the first year."""
        return (self.municipality, self.year, ALL_AREAS, self.note_lt, self.note_en)


@dataclass(frozen=True)
class Merger:
    """The municipality's ``closed`` budgetary institution was joined to ``successor``.

    Both are positions among the municipality's budgetary institutions, from 1.
    """

    municipality: str
    closed: int
    successor: int
    closed_on: date


@dataclass(frozen=True)
class Outlier:
    """One year's large project: ``factor`` of the municipality's budget on top of it."""

    municipality: str
    year: int
    factor: float
    programme: str


@dataclass(frozen=True)
class Slip:
    """One year's largest amount in an area was sent with two digits swapped, and is corrected.

    The correction is written with the amount that it corrects, so it holds whatever that is.
    """

    municipality: str
    year: int
    area: str
    reason: str


BREAK = DemoBreak(
    municipality="18",
    year=2019,
    factor=1.22,
    note_lt="Pavyzdinis lūžis: nuo 2019 metų įskaičiuojamos ir perkeltos funkcijos, todėl su "
    "ankstesniais metais nelyginama.",
    note_en="Model break: from 2019 on transferred functions are counted in, so the year does not "
    "compare with earlier ones.",
)
MERGER = Merger(municipality="82", closed=12, successor=11, closed_on=date(2020, 12, 31))
OUTLIER = Outlier(
    municipality="45", year=2022, factor=0.85, programme="Pavyzdinis vienkartinis projektas"
)
SLIP = Slip(
    municipality="41",
    year=2022,
    area="culture",
    reason="Pavyzdys: sukeisti skaitmenys. An example: two digits were swapped.",
)
