"""What boxes show: rows of dots on one scale, with the middle of each row as a box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.picture import UNCAPTIONED, Caption

if TYPE_CHECKING:
    from dashboard.charts.scatter import PlaneAxis, ScatterKey


class BoxDot(NamedTuple):
    """A municipality in a row.

    Attributes:
        code: Its code: by it a selected one is joined from row to row.
        value: Its figure.
        name: Its short name, where it is to be written: of outliers and of selected ones.
        title: Its name and figure, told when it is pointed at.
        own: Colour of a selected one; empty for the others.
        shape: Number of the marker of a selected one.
        hollow: Whether its figure is not quite what it seems.
        pale: Whether it is left out of statistics.
        joins: Whether its line comes from the row above.
        href: Where pointing it out, or no longer, leads; empty where it leads nowhere.
    """

    code: str
    value: float
    name: str
    title: str
    own: str = ""
    shape: int = 0
    hollow: bool = False
    pale: bool = False
    joins: bool = False
    href: str = ""


class BoxEnds(NamedTuple):
    """Ends of the whiskers, quartiles and median."""

    low: float
    lower: float
    median: float
    upper: float
    high: float


class BoxRow(NamedTuple):
    """A row.

    Attributes:
        label: What it is of.
        note: Of how many figures, or why it has no box.
        dots: Those that have a figure; to be named in this order.
        box: None where there are too few.
        national: The country's figure, if it is to be compared with.
    """

    label: str
    note: str
    dots: tuple[BoxDot, ...]
    box: BoxEnds | None = None
    national: float | None = None


@dataclass(frozen=True)
class BoxesPicture:
    """Rows on one scale, from the top; `caption` is used in the framed picture only."""

    rows: tuple[BoxRow, ...]
    axis: PlaneAxis
    keys: tuple[ScatterKey, ...] = ()
    caption: Caption = UNCAPTIONED
