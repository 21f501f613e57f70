"""Labels beside the nodes of a Sankey: what a node is, and how much went through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts.ink import INK
from dashboard.charts.lettering import broken, width
from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEADING = 1.22
"""From base to base, in the size of the letters."""


@dataclass(frozen=True)
class Label:
    """A name over a figure, both broken into lines.

    Attributes:
        name: Its lines.
        figure: The same.
        letters: Size of the name's letters, px; the figure's are a little smaller.
    """

    name: tuple[str, ...]
    figure: tuple[str, ...]
    letters: float

    @property
    def height(self) -> float:
        """All that it takes, with a little air."""
        return (len(self.name) + len(self.figure)) * LEADING * self.letters + 0.15 * self.letters

    @property
    def width(self) -> float:
        """Of its longest line."""
        sizes = [width(line, self.letters, bold=True) for line in self.name]
        return max(sizes + [width(line, 0.92 * self.letters) for line in self.figure])


def label_of(name: str, figure: str, room: float, letters: float) -> Label:
    """A label no wider than the room, or than its longest word: none is broken."""
    room = max(room, *(width(word, letters, bold=True) for word in name.split(" ")))
    names = broken(name, room, letters, bold=True)
    return Label((*names,), (*broken(figure, room, 0.92 * letters),), letters)


def draw_label(parent: Element, left: float, middle: float, label: Label) -> None:
    """Draws it from a left edge, its middle at a height, with a pale edge over what is behind."""
    y = middle - label.height / 2 + 0.98 * label.letters
    halo = {"stroke": INK["ground"], "stroke_width": 0.26 * label.letters, "paint_order": "stroke",
            "stroke_linejoin": "round"}  # fmt: skip
    for line in label.name:
        add(parent, "text", x=left, y=y, font_size=label.letters, font_weight="bold",
            fill=INK["text"], **halo).text = line  # fmt: skip
        y += LEADING * label.letters
    for line in label.figure:
        add(parent, "text", x=left, y=y, font_size=0.92 * label.letters, fill=INK["text"],
            **halo).text = line  # fmt: skip
        y += LEADING * label.letters
