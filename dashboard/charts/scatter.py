"""What a scatter shows: points of a plane with their axes, a line through them, a key."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.axis import AxisScale, inner_ticks
from dashboard.charts.picture import UNCAPTIONED, Caption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PlaneSpot = tuple[float, float]
"""Two figures: across and up."""


class ScatterPoint(NamedTuple):
    """A municipality on the plane.

    Attributes:
        x: Its figure across.
        y: Its figure up.
        name: Its short name.
        title: Its name and figures, told when it is pointed at.
        fill: Its colour.
        shape: Number of its marker.
        share: Of the largest area that a point may have; None where size tells nothing.
        own: Whether it is selected.
        hollow: Whether a figure is not quite what it seems.
        pale: Whether it is left out of statistics.
        href: Where pointing it out, or no longer, leads; empty where it leads nowhere.
        edge: Colour of its outline, where its own is too near to the ground.
    """

    x: float
    y: float
    name: str
    title: str
    fill: str
    shape: int = 0
    share: float | None = None
    own: bool = False
    hollow: bool = False
    pale: bool = False
    href: str = ""
    edge: str = ""


@dataclass(frozen=True)
class PlaneAxis:
    """An axis of the plane.

    Attributes:
        low: Its least figure; above nought where it is logarithmic.
        high: Its largest, above the least.
        title: What stands along it, with the unit.
        write: Writes its round figures, all at once, so that they have as many decimals.
        log: Whether equal steps are equal ratios.
    """

    low: float
    high: float
    title: str
    write: Callable[[Sequence[float]], list[str]]
    log: bool = False

    def scale(self, start: float, end: float) -> Callable[[float], float]:
        """Figures to px."""
        if not self.log:
            return AxisScale(self.low, self.high, start, end)
        even = AxisScale(log10(self.low), log10(self.high), start, end)
        return lambda value: even(log10(value))

    def steps(self, most: int) -> list[float]:
        """Round figures between its ends; `most` at most, unless it is logarithmic and short."""
        if not self.log:
            return inner_ticks(self.low, self.high, most)
        powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        for parts in ((1, 2, 5), (1, 3), (1,)):
            found = [part * 10.0**power for power in powers for part in parts]
            found = [step for step in found if self.low <= step <= self.high]
            if 1 < len(found) <= most:
                return found
        return found if len(found) > 1 else inner_ticks(self.low, self.high, most)


@dataclass(frozen=True)
class ScatterLine:
    """A line through the points, straight on the plane as it is drawn.

    Attributes:
        ends: Its left and its right end.
        middle: The point that it turns about.
        flat: The ends of the least slope that it may well have; none where that is not known.
        steep: The same of the largest.
    """

    ends: tuple[PlaneSpot, PlaneSpot]
    middle: PlaneSpot
    flat: tuple[PlaneSpot, PlaneSpot] | None = None
    steep: tuple[PlaneSpot, PlaneSpot] | None = None


class ScatterKey(NamedTuple):
    """An entry of the key.

    Attributes:
        text: What is said.
        kind: `marker`; `size` for a circle of a share of the largest area; `line`, across or as a
            `tick` upwards; `box`; `title`.
        fill: Its colour.
        shape: Number of its marker.
        share: As of a point.
        hollow: As of a point.
        pale: As of a point.
        edge: As of a point.
    """

    text: str
    kind: str = "marker"
    fill: str = ""
    shape: int = 0
    share: float | None = None
    hollow: bool = False
    pale: bool = False
    edge: str = ""


@dataclass(frozen=True)
class ScatterPicture:
    """Points of a plane.

    Attributes:
        points: Those that are to be named come first, in order of precedence.
        x: The axis below.
        y: The axis at the left.
        line: A line through them, if there is one.
        keys: What colours, shapes and sizes mean.
        caption: Used in the framed picture only.
    """

    points: tuple[ScatterPoint, ...]
    x: PlaneAxis
    y: PlaneAxis
    line: ScatterLine | None = None
    keys: tuple[ScatterKey, ...] = ()
    caption: Caption = UNCAPTIONED
