"""Blocks of text of one size and width: measured first, drawn when it is known that they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.charts.lettering import broken, cut, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.charts.svg import Drawing

LEADING = 1.35
"""From base to base, in the size of the letters."""

RISE = 0.95
"""From the top of a line to its base, with room for a hook above a capital."""


@dataclass(frozen=True)
class Block:
    """A text broken into lines.

    Attributes:
        lines: From the top.
        size: Of the letters, px.
        fill: A colour or its name in `svg.LOOKS`.
        bold: Whether it is.
        boxed: Whether a line of its colour runs around it, for what must not be overlooked.
        gap: Room below, px.
    """

    lines: tuple[str, ...]
    size: float
    fill: str = "text"
    bold: bool = False
    boxed: bool = False
    gap: float = 0

    @property
    def height(self) -> float:
        """All that it takes, its gap included."""
        around = 0.7 * self.size if self.boxed else 0
        return len(self.lines) * self.size * LEADING + around + self.gap

    def at_most(self, lines: int, room: float) -> Block:
        """The same with so many lines; the last tells by an ellipsis that more was to say."""
        if len(self.lines) <= lines:
            return self
        kept = self.lines[:lines]
        last = cut(f"{kept[-1]} {self.lines[lines]}", room, self.size, bold=self.bold)
        return replace(self, lines=(*kept[:-1], last))


def block(text: str, room: float, size: float, **look: object) -> Block:
    """A text as a block no wider than the room.

    Args:
        text: May be empty, which gives a block without height.
        room: In px.
        size: Of the letters, px.
        look: Further attributes of `Block`.
    """
    made = Block((), size, **look)  # type: ignore[arg-type]
    most = room - (1.2 * size if made.boxed else 0)
    return replace(made, lines=tuple(broken(text, most, size, bold=made.bold)))


def height(blocks: Iterable[Block]) -> float:
    """Of all blocks, one below the other."""
    return sum(item.height for item in blocks)


def draw_blocks(drawing: Drawing, x: float, y: float, blocks: Iterable[Block]) -> float:
    """Draws blocks from a top downwards; returns where the next would begin."""
    for item in blocks:
        _draw(drawing, x, y, item)
        y += item.height
    return y


def _draw(drawing: Drawing, x: float, y: float, item: Block) -> None:
    look = {"fill": item.fill} | ({"font_weight": "bold"} if item.bold else {})
    inside = 0.0
    if item.boxed:
        inside = 0.35 * item.size
        widest = max(width(line, item.size, bold=item.bold) for line in item.lines)
        drawing.shape(
            "rect",
            x=x + 1,
            y=y + 1,
            width=widest + 1.2 * item.size - 2,
            height=item.height - item.gap - 2,
            rx=0.25 * item.size,
            fill="none",
            stroke=item.fill,
            stroke_width=max(1.5, 0.1 * item.size),
        )
    for number, line in enumerate(item.lines):
        base = y + inside + item.size * (RISE + number * LEADING)
        drawing.text(x + (0.6 * item.size if item.boxed else 0), base, line, item.size, **look)
