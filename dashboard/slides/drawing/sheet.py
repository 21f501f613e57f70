"""Where a body is drawn: its size in units of the stage, and texts that fit into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.blocks import LEADING, RISE, block
from dashboard.charts.lettering import width as text_width
from dashboard.charts.svg import add
from dashboard.slides import ink

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from dashboard.charts.blocks import Block


@dataclass(frozen=True)
class StageSheet:
    """A place to draw.

    Attributes:
        root: The element to draw into.
        width: In units of the stage.
        height: The same.
        shared: Whether outlines of municipalities stand elsewhere in the document.
    """

    root: Element
    width: float
    height: float
    shared: bool = False

    def text(self, x: float, y: float, text: str, size: float, **look: object) -> Element:
        """One line; `y` is its base."""
        made = add(self.root, "text", x=x, y=y, font_size=size, **{"fill": ink.TEXT} | look)
        made.text = text
        return made

    def block(self, x: float, y: float, item: Block, **look: object) -> float:
        """The lines of a block from a top downwards; returns where the next would begin."""
        bold = {"font_weight": "bold"} if item.bold else {}
        for number, line in enumerate(item.lines):
            base = y + item.size * (RISE + number * LEADING)
            self.text(x, base, line, item.size, **bold, **look)
        return y + item.height


def largest(
    text: str, room: float, tall: float, sizes: Iterable[float], *, bold: bool = False
) -> Block:
    """A text in the largest size in which it fits into a room; in the smallest it is cut."""
    made = [block(text, room, size, bold=bold) for size in sizes]
    fits = (each for each in made if each.height <= tall)
    last = made[-1]
    most = max(1, int(tall / (last.size * LEADING)))
    return next(fits, None) or last.at_most(most, room)


def fitting_size(texts: Iterable[str], room: float, most: float, *, bold: bool = False) -> float:
    """The largest size, at most `most`, in which each text is one line of a room."""
    widest = max((text_width(text, 1, bold=bold) for text in texts), default=0)
    return min(most, room / widest) if widest else most
