"""What a slope chart shows: lines between two figures each, and how these lines look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.palette import diverging
from dashboard.charts.picture import UNCAPTIONED, Caption

if TYPE_CHECKING:
    from dashboard.charts.svg import Drawing

SLOPE_COLOURS = {"up": diverging()[5], "down": diverging()[1], "level": "muted"}
"""By what becomes of a figure."""

SLOPE_DASHES = {"up": "", "down": "5 3", "level": "1.5 3"}
"""The same without colour, px of a line beside letters of 13 px."""


@dataclass(frozen=True)
class SlopeLine:
    """A municipality's two figures, or the country's.

    Attributes:
        before: The first figure.
        after: The second one.
        title: What it says when it is pointed at.
        href: Where it leads; nowhere if empty.
        label: Its name, to stand at the end; none where it is empty.
        colour: Of a selected one; empty for the others.
        shape: Number of the marker of a selected one.
        counted: Whether the difference of both counts.
        broken: Whether the one does not run on to the other.
        hollow: Which of the two figures are not quite firm.
    """

    before: float
    after: float
    title: str = ""
    href: str = ""
    label: str = ""
    colour: str = ""
    shape: int = 0
    counted: bool = True
    broken: bool = False
    hollow: tuple[bool, bool] = (False, False)

    @property
    def way(self) -> str:
        """Whether it rises or falls: a name in `SLOPE_COLOURS`."""
        if self.after == self.before:
            return "level"
        return "up" if self.after > self.before else "down"


@dataclass(frozen=True)
class SlopesPicture:
    """Lines between two sides.

    Attributes:
        sides: What stands at the left and at the right.
        lines: In the order in which they are drawn.
        national: The country's; None where there is none.
        key: What the lines mean, by names of `SLOPE_COLOURS` and `national`.
        caption: Used in the framed picture only.
    """

    sides: tuple[str, str]
    lines: tuple[SlopeLine, ...]
    national: SlopeLine | None = None
    key: tuple[tuple[str, str], ...] = ()
    caption: Caption = UNCAPTIONED


def slope_look(name: str, thick: float, drawing: Drawing) -> dict[str, object]:
    """Stroke, width and dashes of a kind of line."""
    if name == "national":
        return {"stroke": drawing.colours["national"], "stroke_width": f"{4 * thick:.1f}"}
    colour = SLOPE_COLOURS[name]
    look: dict[str, object] = {"stroke": drawing.colours.get(colour, colour)}
    look["stroke_width"] = f"{1.2 * thick:.1f}"
    if SLOPE_DASHES[name]:
        dashes = (f"{float(part) * thick:.3g}" for part in SLOPE_DASHES[name].split())
        look["stroke_dasharray"] = " ".join(dashes)
    return look
